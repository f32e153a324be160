import type { CacheHandler, CacheHandlerValue } from "next/dist/server/lib/incremental-cache";
import { LOG_LIVES_MS } from "./invalidation-log";
import type { Invalidations } from "./invalidations";
import type { createSharedCache } from "./shared-cache";

type Key = Parameters<CacheHandler["get"]>[0];
type GetContext = Parameters<CacheHandler["get"]>[1];
type Data = Parameters<CacheHandler["set"]>[1];
type SetContext = Parameters<CacheHandler["set"]>[2];

type Dependencies = {
  cache: ReturnType<typeof createSharedCache<CacheHandlerValue>>;
  invalidations: Invalidations;
  now: () => number;
};

function tagsOf(data: Data): string[] {
  const header = data && "headers" in data ? data.headers?.["x-next-cache-tags"] : undefined;
  return typeof header === "string" ? header.split(",") : [];
}

/** Next's `cacheHandler`: prerendered pages and route handlers. Next makes one for every request. */
export function createPageCacheClass({ cache, invalidations, now }: Dependencies) {
  return class PageCache implements CacheHandler {
    readonly #openBuiltPages: () => Pick<CacheHandler, "get">;
    /** Before anything this request may fill. */
    readonly #began = now();

    /** `openBuiltPages` reads what `next build` has prerendered. */
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
      const tags = tagsOf(built.value);
      // Built before the first invalidation there was of this build, and none is forgotten before it is too old.
      const isOld = now() - built.lastModified > LOG_LIVES_MS;
      if (isOld || !invalidations.isSharedCurrent(tags, 0)) return null;
      cache.keep(key, built, tags);
      return built;
    }

    async set(key: Key, data: Data, context: SetContext): Promise<void> {
      if (!data) return cache.delete(key);
      const cacheControl = "cacheControl" in context ? context.cacheControl : undefined;
      const isShared = "status" in data && (data.status ?? 200) === 200;
      const sharedMs = isShared ? (cacheControl?.expire ?? Number.POSITIVE_INFINITY) * 1_000 : 0;
      const value = { value: data, lastModified: this.#began, cacheControl };
      // Not waited for: whoever asked for the page has it.
      void cache.set(key, { value, tags: tagsOf(data), since: this.#began }, sharedMs);
    }

    async revalidateTag(tags: string | string[]): Promise<void> {
      await invalidations.invalidate([tags].flat());
    }

    resetRequestCache() {}
  };
}

/** About how much memory one takes. */
export function pageBytes({ value }: CacheHandlerValue): number {
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
