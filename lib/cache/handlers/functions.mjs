import builtIn from "next/dist/server/lib/cache-handlers/default.js";

/** While building, nobody shares anything. */
const ownMemory = builtIn.createDefaultCacheHandler(50 * 1024 * 1024);
const handler = () => globalThis.quorixCaches?.functions ?? ownMemory;

/** Next's `cacheHandlers`. Next imports this file by its path, uncompiled: the work is done in lib/cache/function-cache.ts. */
export default {
  get: (key, softTags) => handler().get(key, softTags),
  set: (key, pendingEntry) => handler().set(key, pendingEntry),
  refreshTags: () => handler().refreshTags(),
  getExpiration: (tags) => handler().getExpiration(tags),
  updateTags: (tags, durations) => handler().updateTags(tags, durations),
};
