import type { Redis } from "@upstash/redis";
import { withDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import type { LockRefusal } from "./results";

const TIMEOUT_MS = 250;
/** Expires after a crash. Work that takes longer is still guarded by the row lock. */
const LOCK_MS = 5_000;
const COMPARE_AND_DELETE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

/**
 * Runs `work` under a Redis lock, which only keeps double clicks from the database. Without Redis the work runs all the
 * same, and the row lock decides.
 */
export async function withRedisLock<T>(
  redis: Redis | null,
  key: string,
  work: () => Promise<T>,
): Promise<T | LockRefusal> {
  if (!redis) return work();
  const token = crypto.randomUUID();
  const release = () => withDeadline(redis.eval(COMPARE_AND_DELETE, [key], [token]), TIMEOUT_MS);
  let isHeld = false;
  try {
    const answer = await withDeadline(redis.set(key, token, { nx: true, px: LOCK_MS }), TIMEOUT_MS);
    if (answer !== "OK") return { ok: false, code: "BOOKING_IN_PROGRESS" };
    isHeld = true;
  } catch (error) {
    log.warn("redis.lock.failed", { reason: error instanceof Error ? error.message : "unknown" });
    // The SET may have arrived although its answer did not.
    release().catch(() => {});
  }
  try {
    return await work();
  } finally {
    // A lock that could not be released expires.
    if (isHeld) await release().catch(() => log.warn("redis.lock-release.failed"));
  }
}
