import { AWAY_MS } from "./keys";
import type { LookupRequest, QueuePosition, RoomStore } from "./store";

/** A sixth of the time after which somebody counts as away: a lost beat or two do no harm. */
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
 * The visitors of one room that this process knows. Questions that come together go to Redis together, and whoever
 * only waits on is answered from here: their number stays, and all they leave behind is a sign of life.
 */
export function createKnownVisitors(eventId: number, store: RoomStore, now: () => number) {
  const known = new Map<string, KnownVisitor>();
  let alive: string[] = [];
  let questions: PendingLookup[] = [];

  function remember(visitor: string, standing: QueuePosition) {
    if (standing.kind !== "lobby" && standing.kind !== "at") {
      known.delete(visitor);
      return;
    }
    // Asking noted it, too, for whoever joined with it; a beat too many costs nothing.
    known.set(visitor, { number: standing.kind === "at" ? standing.number : null, lastHeartbeatAt: 0 });
    for (const oldest of known.keys()) {
      if (known.size <= MAX_REMEMBERED) break;
      known.delete(oldest);
    }
  }

  async function send(asked: PendingLookup[]) {
    try {
      const standings = await store.look(eventId, asked);
      for (const [index, question] of asked.entries()) {
        const standing = standings[index] ?? { kind: "none" };
        remember(question.visitor, standing);
        question.resolve(standing);
      }
    } catch (error) {
      for (const question of asked) question.reject(error);
    }
  }

  function flush() {
    const asked = questions;
    questions = [];
    for (let from = 0; from < asked.length; from += MAX_LOOKUP_BATCH) {
      void send(asked.slice(from, from + MAX_LOOKUP_BATCH));
    }
  }

  return {
    /** Where a visitor stands without asking Redis; null where it has to be asked. `cursor`: null before the opening. */
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

    ask(question: LookupRequest): Promise<QueuePosition> {
      return new Promise((resolve, reject) => {
        if (questions.length === 0) setTimeout(flush, BATCH_WINDOW_MS);
        questions.push({ ...question, resolve, reject });
      });
    },

    /** Who gave a sign of life since the last call. */
    drainHeartbeats(): string[] {
      const taken = alive;
      alive = [];
      return taken;
    },
  };
}

export type KnownVisitors = ReturnType<typeof createKnownVisitors>;
