import { AsyncLocalStorage } from "node:async_hooks";
import type { Redis } from "@upstash/redis";
import { withDeadline } from "@/lib/deadline";

export type CacheRedis = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  eval<Answer>(script: string, key: string, args: string[]): Promise<Answer>;
};

/**
 * Redis for Next.js's caches. Each call has a deadline and runs outside of the async context of its request: while
 * Next.js prerenders, a `fetch` in that context would count as content of the page.
 */
export function createCacheRedis(client: Redis, deadlineMs = 250): CacheRedis {
  const outside = AsyncLocalStorage.snapshot();
  const call = <Answer>(work: () => Promise<Answer>) => outside(() => withDeadline(work(), deadlineMs));
  return {
    get: (key) => call(() => client.get<string>(key)),
    async set(key, value, ttlMs) {
      await call(() => client.set(key, value, { px: Math.ceil(ttlMs) }));
    },
    eval: <Answer>(script: string, key: string, args: string[]) =>
      call(() => client.eval<string[], Answer>(script, [key], args)),
  };
}
