import { log } from "@/lib/log";
import type { RoomStore } from "./store";

const FRESH_MS = 1_000;
const MAX_KNOWN = 5_000;

type KnownState = { isOpen: boolean; askedAt: number };

/**
 * The automatically opened rooms that this process knows. The answer is the last known one, refreshed in the background,
 * so that a booking of a quiet event does not wait for Redis.
 */
export function createSurgeRooms(
  store: Pick<RoomStore, "openByItself" | "isOpenByItself">,
  now: () => number = Date.now,
) {
  const known = new Map<number, KnownState>();

  function keep(eventId: number, isOpen: boolean): KnownState {
    const entry = { isOpen, askedAt: now() };
    known.delete(eventId);
    known.set(eventId, entry);
    for (const oldest of known.keys()) {
      if (known.size <= MAX_KNOWN) break;
      known.delete(oldest);
    }
    return entry;
  }

  function isOpen(eventId: number): boolean {
    const last = known.get(eventId);
    if (!last || now() - last.askedAt >= FRESH_MS) {
      const entry = keep(eventId, last?.isOpen ?? false);
      // Unless this process has opened it in the meantime.
      const answered = (answer: boolean) => {
        if (known.get(eventId) === entry) keep(eventId, answer);
      };
      store.isOpenByItself(eventId).then(answered, () => answered(false));
    }
    return last?.isOpen ?? false;
  }

  return {
    isOpen,

    /** Opens the room for as long as it is needed. */
    open(eventId: number) {
      if (isOpen(eventId)) return;
      keep(eventId, true);
      log.info("waiting-room.surge-room.opened", { eventId });
      store.openByItself(eventId).catch(() => keep(eventId, false));
    },
  };
}
