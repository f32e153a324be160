import type { CacheHandler, CacheHandlerValue } from "next/dist/server/lib/incremental-cache";
import type { Invalidations } from "./invalidations";
import type { createSharedCache } from "./shared-cache";

/** How far the build machine's clock may be ahead of Redis's. */
const MAX_CLOCK_SKEW_MS = 60_000;

type Key = Parameters<CacheHandler["get"]>[0];
type GetContext = Parameters<CacheHandler["get"]>[1];
type Data = Parameters<CacheHandler["set"]>[1];
type SetContext = Parameters<CacheHandler["set"]>[2];

type Dependencies = {
  cache: ReturnType<typeof createSharedCache<CacheHandlerValue>>;
  invalidations: Invalidations;
  /** When the build began, in milliseconds since the epoch, before it read any data. */
  builtAt: number;
  now: () => number;
};

function readTags(data: Data): string[] {
  const header = data && "headers" in data ? data.headers?.["x-next-cache-tags"] : undefined;
  return typeof header === "string" ? header.split(",") : [];
}

/** Next.js's `cacheHandler`, for prerendered pages and route handlers. Next.js makes an instance for every request. */
export function createPageCacheClass({ cache, invalidations, builtAt, now }: Dependencies) {
  return class PageCache implements CacheHandler {
    readonly #openBuiltPages: () => Pick<CacheHandler, "get">;
    /** Before anything that this request fills. */
    readonly #began = now();

    /** `openBuiltPages` reads the pages that `next build` prerendered. */
    constructor(openBuiltPages: () => Pick<CacheHandler, "get">) {
      this.#openBuiltPages = openBuiltPages;
    }

    async get(key: Key, context: GetContext): Promise<CacheHandlerValue | null> {
      const softTags = "softTags" in context ? [...(context.tags ?? []), ...(context.softTags ?? [])] : [];
      return (await cache.get(key, softTags)) ?? this.#built(key, context);
    }

    async #built(key: Key, context: GetContext): Promise<CacheHandlerValue | null> {
      const built = await this.#openBuiltPages().get(key, context);
      if (!built) return null;
      const tags = readTags(built.value);
      if (!invalidations.isSharedCurrent(tags, builtAt - MAX_CLOCK_SKEW_MS)) return null;
      cache.keep(key, built, tags);
      return built;
    }

    async set(key: Key, data: Data, context: SetContext): Promise<void> {
      if (!data) return cache.delete(key);
      const cacheControl = "cacheControl" in context ? context.cacheControl : undefined;
      const isShared = "status" in data && (data.status ?? 200) === 200;
      const sharedMs = isShared ? (cacheControl?.expire ?? Number.POSITIVE_INFINITY) * 1_000 : 0;
      const value = { value: data, lastModified: this.#began, cacheControl };
      // Not awaited: the page was sent already.
      void cache.set(key, { value, tags: readTags(data), since: this.#began }, sharedMs);
    }

    async revalidateTag(tags: string | string[]): Promise<void> {
      await invalidations.invalidate([tags].flat());
    }

    resetRequestCache() {}
  };
}

export function estimatePageBytes({ value }: CacheHandlerValue): number {
  if (!value) return 0;
  let bytes = 1_000;
  if ("html" in value) bytes += value.html.length;
  if ("body" in value) bytes += value.body.length;
  if ("rscData" in value) {
    bytes += (value.rscData?.length ?? 0) + (value.postponed?.length ?? 0);
    for (const segment of value.segmentData?.values() ?? []) bytes += segment.length;
  }
  return bytes;
}
