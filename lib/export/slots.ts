import { env } from "@/lib/env";

// Each download keeps a connection for as long as it takes; the pages need the others.
const SLOTS = Math.max(1, Math.floor(env.DATABASE_POOL_MAX / 3));
const PATIENCE_MS = 10_000;

let taken = 0;
/** Whoever waits, the longest first: is called with the slot. */
const waiting = new Set<() => void>();

/** A place among the downloads of this process; null where none came free in time. Whoever has one calls it when done. */
export async function takeSlot(patienceMs = PATIENCE_MS): Promise<(() => void) | null> {
  if (taken < SLOTS) {
    taken += 1;
    return releaseOnce();
  }
  return new Promise((resolve) => {
    const turn = () => {
      clearTimeout(patience);
      resolve(releaseOnce());
    };
    // Gone from the queue in the same step: no slot can be given to whoever has left.
    const patience = setTimeout(() => {
      waiting.delete(turn);
      resolve(null);
    }, patienceMs);
    waiting.add(turn);
  });
}

/** The slot goes to who waited longest, else back. */
function releaseOnce() {
  let released = false;
  return () => {
    if (released) return;
    released = true;
    const [next] = waiting;
    if (!next) {
      taken -= 1;
      return;
    }
    waiting.delete(next);
    next();
  };
}
