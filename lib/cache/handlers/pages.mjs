import fileSystemCache from "next/dist/server/lib/incremental-cache/file-system-cache.js";

const FileSystemCache = fileSystemCache.default;

/** What `next build` has written is read; what a server renders later goes to memory and Redis, not to its disk. */
const builtPages = (context) => new FileSystemCache({ ...context, flushToDisk: false, maxMemoryCacheSize: 0 });

/** Next's `cacheHandler`. Next imports this file by its path, uncompiled: the work is done in lib/cache/page-cache.ts. */
export default class PageCacheHandler {
  #cache;

  constructor(context) {
    const caches = globalThis.quorixCaches;
    // While building, nobody shares anything.
    this.#cache = caches ? new caches.PageCache(() => builtPages(context)) : new FileSystemCache(context);
  }

  get(key, context) {
    return this.#cache.get(key, context);
  }

  set(key, data, context) {
    return this.#cache.set(key, data, context);
  }

  revalidateTag(tags, durations) {
    return this.#cache.revalidateTag(tags, durations);
  }

  resetRequestCache() {
    this.#cache.resetRequestCache();
  }
}
