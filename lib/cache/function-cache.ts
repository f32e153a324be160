import type { CacheEntry, CacheHandler } from "next/cache";
import type { Invalidations } from "./invalidations";
import type { createSharedCache } from "./shared-cache";

/** An entry with its bytes instead of the stream, which can be read only once and belongs to a request. */
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
 * Next's `cacheHandlers`: what functions with `use cache` returned. Every invalidation is meant at once, also one
 * with a profile that would let old entries be served a little longer.
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
  /** Fills that have not ended: who asks meanwhile waits for them. */
  const filling = new Map<string, Promise<void>>();

  async function fill(key: string, pending: Promise<CacheEntry>) {
    const { value, ...facts } = await pending;
    const bytes = new Uint8Array(await new Response(value).arrayBuffer());
    const entry = { value: { ...facts, bytes }, tags: facts.tags, since: facts.timestamp };
    // An entry that expires at once is never read.
    if (facts.expire > 0) void cache.set(key, entry, facts.revalidate * 1_000);
  }

  return {
    async get(key, softTags) {
      await filling.get(key);
      const kept = await cache.get(key, softTags);
      if (!kept || now() > kept.timestamp + kept.revalidate * 1_000) return undefined;
      const { bytes, ...facts } = kept;
      return { ...facts, value: toStream(bytes) };
    },

    async set(key, pending) {
      // A value whose stream broke is not kept; whoever renders with it hears of the error.
      const filled = fill(key, pending).catch(() => {});
      filling.set(key, filled);
      await filled;
      if (filling.get(key) === filled) filling.delete(key);
    },

    async refreshTags() {
      await invalidations.refresh();
    },

    // Tags of the route are compared in `get`.
    async getExpiration() {
      return Number.POSITIVE_INFINITY;
    },

    async updateTags(tags) {
      await invalidations.invalidate(tags);
    },
  };
}
