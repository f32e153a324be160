import type { CacheEntry, CacheHandler } from "next/cache";
import type { Invalidations } from "./invalidations";
import type { createSharedCache } from "./shared-cache";

/** An entry with bytes instead of a stream, which belongs to one request and can be read only once. */
export type StoredEntry = Omit<CacheEntry, "value"> & { bytes: Uint8Array };

function toStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/**
 * Next.js's `cacheHandlers`, for the results of functions with `use cache`. Every invalidation takes effect at once,
 * also one whose profile allows stale entries for a while.
 */
export function createFunctionCache({
  cache,
  invalidations,
  now,
}: {
  cache: ReturnType<typeof createSharedCache<StoredEntry>>;
  invalidations: Invalidations;
  now: () => number;
}): CacheHandler {
  /** Pending fills, which readers wait for. */
  const filling = new Map<string, Promise<void>>();

  async function fill(key: string, pending: Promise<CacheEntry>) {
    const { value, ...metadata } = await pending;
    const bytes = new Uint8Array(await new Response(value).arrayBuffer());
    const entry = { value: { ...metadata, bytes }, tags: metadata.tags, since: metadata.timestamp };
    // An entry that expires at once is never read.
    if (metadata.expire > 0) void cache.set(key, entry, metadata.revalidate * 1_000);
  }

  return {
    async get(key, softTags) {
      await filling.get(key);
      const stored = await cache.get(key, softTags);
      if (!stored || now() > stored.timestamp + stored.revalidate * 1_000) return undefined;
      const { bytes, ...metadata } = stored;
      return { ...metadata, value: toStream(bytes) };
    },

    async set(key, pending) {
      // A value whose stream failed is not stored. The renderer gets the error.
      const filled = fill(key, pending).catch(() => {});
      filling.set(key, filled);
      await filled;
      if (filling.get(key) === filled) filling.delete(key);
    },

    async refreshTags() {
      await invalidations.refresh();
    },

    // `get` checks the tags of the route.
    async getExpiration() {
      return Number.POSITIVE_INFINITY;
    },

    async updateTags(tags) {
      await invalidations.invalidate(tags);
    },
  };
}
