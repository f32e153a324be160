import { setTimeout } from "node:timers/promises";
import { env } from "@/lib/env";

// Each download keeps a connection for as long as it takes; the pages need the others.
const SLOTS = Math.max(1, Math.floor(env.DATABASE_POOL_MAX / 3));
const PATIENCE_MS = 10_000;

let taken = 0;
const waiting: (() => void)[] = [];

/** A place among the downloads of this process; null where none came free in time. Whoever has one calls it when done. */
export async function takeSlot(patienceMs = PATIENCE_MS): Promise<(() => void) | null> {
  if (taken < SLOTS) {
    taken += 1;
    return releaseOnce();
  }
  const patience = new AbortController();
  let turn = () => {};
  const called = new Promise<true>((resolve) => {
    turn = () => resolve(true);
  });
  waiting.push(turn);
  const given = await Promise.race([
    called,
    setTimeout(patienceMs, false as const, { signal: patience.signal }).catch(() => false as const),
  ]);
  patience.abort();
  if (given) return releaseOnce();
  waiting.splice(waiting.indexOf(turn), 1);
  return null;
}

/** The slot goes to who waited longest, else back. */
function releaseOnce() {
  let released = false;
  return () => {
    if (released) return;
    released = true;
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  };
}
