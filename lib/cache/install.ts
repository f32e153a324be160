import { readFileSync } from "node:fs";
import { redis } from "@/lib/redis/client";
import { createCacheRedis } from "./cache-redis";
import { type Caches, createCaches } from "./caches";

declare global {
  /** Passes the compiled caches to `handlers/*.mjs`, which Next.js loads uncompiled. */
  var quorixCaches: Caches | undefined;
}

/** Called before the first request. Not called during the build and on Vercel, where Next.js's own caches are used. */
export async function installCaches() {
  const build = { id: readFileSync(".next/BUILD_ID", "utf8").trim(), at: Number(process.env.QUORIX_BUILT_AT) };
  const caches = createCaches(createCacheRedis(redis), build);
  await caches.connect();
  globalThis.quorixCaches = caches;
}
