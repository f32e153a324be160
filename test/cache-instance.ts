import { Redis } from "@upstash/redis";
import { createCacheRedis } from "@/lib/cache/cache-redis";
import { createCaches } from "@/lib/cache/caches";
import { monotonicNow } from "@/lib/cache/invalidations";

/** Next's caches of one process, with a clock that can be advanced and a Redis that can fail. */
export function cacheInstance({ url, token }: { url: string; token: string }, buildId: string, builtAt = 0) {
  const client = createCacheRedis(new Redis({ url, token, retry: false, enableTelemetry: false }), 20_000);
  const counts = { asked: 0 };
  let isAway = false;
  let ahead = 0;
  const reach = () => {
    if (isAway) throw new Error("Redis is away");
  };
  const redis: typeof client = {
    async get(key) {
      reach();
      return client.get(key);
    },
    async set(key, value, livesMs) {
      reach();
      return client.set(key, value, livesMs);
    },
    async eval(script, key, args) {
      counts.asked += 1;
      reach();
      return client.eval(script, key, args);
    },
  };
  const now = () => monotonicNow() + ahead;
  return {
    ...createCaches(redis, { id: buildId, at: builtAt }, now),
    now,
    counts,
    pass(milliseconds: number) {
      ahead += milliseconds;
    },
    lose() {
      isAway = true;
    },
    find() {
      isAway = false;
    },
  };
}

export type CacheInstance = ReturnType<typeof cacheInstance>;
