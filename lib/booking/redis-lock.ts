import type { Redis } from "@upstash/redis";
import { withDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";

const DEADLINE_MS = 250;
/** Longer than a reservation can take, so that the lock outlives the work, and a crash blocks nobody for long. */
const HELD_FOR_MS = 5_000;

const COMPARE_AND_DELETE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

/**
 * Runs `work` under a Redis lock, or answers "taken" when somebody holds it. This gate only sheds double
 * clicks before they reach the database: with Redis gone the work runs all the same, and the row lock decides.
 */
export async function underRedisLock<T>(
  redis: Redis | null,
  key: string,
  work: () => Promise<T>,
): Promise<T | "taken"> {
  if (!redis) return work();
  const token = crypto.randomUUID();
  const release = () => withDeadline(redis.eval(COMPARE_AND_DELETE, [key], [token]), DEADLINE_MS);
  let isHeld = false;
  try {
    const answer = await withDeadline(redis.set(key, token, { nx: true, px: HELD_FOR_MS }), DEADLINE_MS);
    if (answer !== "OK") return "taken";
    isHeld = true;
  } catch (error) {
    log.warn("redis.lock.unavailable", { reason: error instanceof Error ? error.message : "unknown" });
    // The SET may have arrived although its answer did not.
    release().catch(() => {});
  }
  try {
    return await work();
  } finally {
    // A lock that could not be released runs out by itself.
    if (isHeld) await release().catch(() => log.warn("redis.lock.release-failed"));
  }
}
