import { AWAY_MS } from "./keys";
import type { LookupRequest, QueuePosition, RoomStore } from "./store";

/** A sixth of the time after which a visitor counts as away, so that a lost heartbeat or two do no harm. */
const HEARTBEAT_MS = AWAY_MS / 6;
const BATCH_WINDOW_MS = 5;
const MAX_LOOKUP_BATCH = 500;
const MAX_REMEMBERED = 300_000;

type KnownVisitor = {
  /** Null in the lobby. A number never changes. */
  number: number | null;
  lastHeartbeatAt: number;
};

type PendingLookup = LookupRequest & { resolve: (standing: QueuePosition) => void; reject: (error: unknown) => void };

/**
 * The visitors of one room that this process knows. Lookups are batched into one Redis call. A visitor who is still
 * waiting is answered from memory, as numbers never change, and only leaves a heartbeat.
 */
export function createKnownVisitors(eventId: number, store: RoomStore, now: () => number) {
  const known = new Map<string, KnownVisitor>();
  let alive: string[] = [];
  let pending: PendingLookup[] = [];

  function remember(visitor: string, standing: QueuePosition) {
    if (standing.kind !== "lobby" && standing.kind !== "at") {
      known.delete(visitor);
      return;
    }
    // The lookup may have recorded a heartbeat already; another one does no harm.
    known.set(visitor, { number: standing.kind === "at" ? standing.number : null, lastHeartbeatAt: 0 });
    for (const oldest of known.keys()) {
      if (known.size <= MAX_REMEMBERED) break;
      known.delete(oldest);
    }
  }

  async function send(batch: PendingLookup[]) {
    try {
      const standings = await store.look(eventId, batch);
      for (const [index, lookup] of batch.entries()) {
        const standing = standings[index] ?? { kind: "none" };
        remember(lookup.visitor, standing);
        lookup.resolve(standing);
      }
    } catch (error) {
      for (const lookup of batch) lookup.reject(error);
    }
  }

  function flush() {
    const batch = pending;
    pending = [];
    for (let from = 0; from < batch.length; from += MAX_LOOKUP_BATCH) {
      void send(batch.slice(from, from + MAX_LOOKUP_BATCH));
    }
  }

  return {
    /** The visitor's position without a Redis call; null where one is needed. `cursor`: null before the opening. */
    recall(visitor: string, cursor: number | null): QueuePosition | null {
      const waiter = known.get(visitor);
      if (!waiter) return null;
      const { number } = waiter;
      if (number === null ? cursor !== null : cursor === null || number <= cursor) return null;
      if (now() - waiter.lastHeartbeatAt >= HEARTBEAT_MS) {
        waiter.lastHeartbeatAt = now();
        alive.push(visitor);
      }
      return number === null ? { kind: "lobby" } : { kind: "at", number };
    },

    ask(lookup: LookupRequest): Promise<QueuePosition> {
      return new Promise((resolve, reject) => {
        if (pending.length === 0) setTimeout(flush, BATCH_WINDOW_MS);
        pending.push({ ...lookup, resolve, reject });
      });
    },

    /** The visitors with a heartbeat since the last call. */
    drainHeartbeats(): string[] {
      const taken = alive;
      alive = [];
      return taken;
    },
  };
}

export type KnownVisitors = ReturnType<typeof createKnownVisitors>;
