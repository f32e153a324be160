import type { Redis } from "@upstash/redis";

const HELD_FOR_MS = 5_000;
const COMPARE_AND_DELETE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

/** The first gate of the design: `SET key <random token> NX PX`, and compare-and-delete on the token. */
export async function withRedisLock<T>(redis: Redis, key: string, work: () => Promise<T>): Promise<T | "TAKEN"> {
  const token = crypto.randomUUID();
  if ((await redis.set(key, token, { nx: true, px: HELD_FOR_MS })) !== "OK") return "TAKEN";
  try {
    return await work();
  } finally {
    await redis.eval(COMPARE_AND_DELETE, [key], [token]);
  }
}
