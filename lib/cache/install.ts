import { readFileSync } from "node:fs";
import { redis } from "@/lib/redis/client";
import { createCacheRedis } from "./cache-redis";
import { type Caches, createCaches } from "./caches";

declare global {
  /** Where `handlers/*.mjs`, which Next loads as they are, find what Next has compiled. */
  var quorixCaches: Caches | undefined;
}

/** Before the first request. While building, and on Vercel, it does not happen, and Next's own caches are used. */
export async function installCaches() {
  const build = { id: readFileSync(".next/BUILD_ID", "utf8").trim(), at: Number(process.env.QUORIX_BUILT_AT) };
  const caches = createCaches(createCacheRedis(redis), build);
  await caches.connect();
  globalThis.quorixCaches = caches;
}
