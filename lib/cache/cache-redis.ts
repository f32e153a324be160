import { AsyncLocalStorage } from "node:async_hooks";
import type { Redis } from "@upstash/redis";
import { withDeadline } from "@/lib/deadline";

export type CacheRedis = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, livesMs: number): Promise<void>;
  eval<Answer>(script: string, key: string, args: string[]): Promise<Answer>;
};

/**
 * Redis as Next's caches use it. Each call has a deadline, and none runs inside the request that happens to make it:
 * while Next prerenders, a `fetch` of that request would count as content of the page.
 */
export function createCacheRedis(client: Redis, deadlineMs = 250): CacheRedis {
  const outside = AsyncLocalStorage.snapshot();
  const call = <Answer>(work: () => Promise<Answer>) => outside(() => withDeadline(work(), deadlineMs));
  return {
    get: (key) => call(() => client.get<string>(key)),
    async set(key, value, livesMs) {
      await call(() => client.set(key, value, { px: Math.ceil(livesMs) }));
    },
    eval: <Answer>(script: string, key: string, args: string[]) =>
      call(() => client.eval<string[], Answer>(script, [key], args)),
  };
}
