import type { CacheHandlerValue } from "next/dist/server/lib/incremental-cache";
import type { CacheRedis } from "./cache-redis";
import { createFunctionCache, type StoredEntry } from "./function-cache";
import { createInvalidations, monotonicNow } from "./invalidations";
import { createPageCacheClass, estimatePageBytes } from "./page-cache";
import { createSharedCache } from "./shared-cache";

const MEBIBYTE = 1_024 ** 2;

export type Caches = ReturnType<typeof createCaches>;

/** Next.js's two caches of one instance. Entries belong to one build, invalidations to all running builds. */
export function createCaches(redis: CacheRedis, build: { id: string; at: number }, now = monotonicNow) {
  const prefix = `next:${build.id}`;
  const invalidations = createInvalidations({ redis, key: "next:invalidations", now });
  const pages = createSharedCache<CacheHandlerValue>({
    redis,
    invalidations,
    prefix: `${prefix}:page`,
    maxBytes: 64 * MEBIBYTE,
    sizeOf: estimatePageBytes,
    now,
  });
  const results = createSharedCache<StoredEntry>({
    redis,
    invalidations,
    prefix: `${prefix}:result`,
    maxBytes: 32 * MEBIBYTE,
    sizeOf: ({ bytes }) => bytes.length,
    now,
  });
  return {
    /** Called before anything is filled, as entries from before the first exchange are not trusted after it. */
    async connect() {
      await invalidations.refresh();
    },
    PageCache: createPageCacheClass({ cache: pages, invalidations, builtAt: build.at, now }),
    functions: createFunctionCache({ cache: results, invalidations, now }),
  };
}
