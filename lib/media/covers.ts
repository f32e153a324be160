import { randomBytes } from "node:crypto";
import { eq, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { log } from "@/lib/log";
import { coverFiles, coverKey, SHARE_FILE } from "./cover-key";
import { type ProcessCoverResult, processCover } from "./process-cover";
import { storage } from "./storage";

type CoverRejection = Extract<ProcessCoverResult, { ok: false }>;

/** Stores a picture under an unguessable, unique key. */
export async function storeCover(bytes: Uint8Array): Promise<{ ok: true; key: string } | CoverRejection> {
  const picture = await processCover(bytes);
  if (!picture.ok) return picture;
  const key = `covers/${randomBytes(16).toString("base64url")}`;
  try {
    await Promise.all(picture.files.map((file) => storage.put(`${key}/${file.name}`, file.bytes, file.contentType)));
  } catch (error) {
    // A partial cover is of no use.
    await storage.remove(coverFiles(key)).catch(() => {});
    throw error;
  }
  return { ok: true, key };
}

async function isCoverUsed(db: Queryable, key: string) {
  const [user] = await db
    .select({ id: events.id })
    .from(events)
    .where(or(eq(events.coverImage, key), sql`${events.form} ->> 'coverImage' = ${key}`))
    .limit(1);
  return user !== undefined;
}

/**
 * Removes the files of a cover, unless an event still uses it: duplicates share their cover. Call it after the commit.
 * A failure only leaves files behind, so it is logged and ignored.
 */
export async function discardCover(db: Queryable, key: string | null): Promise<void> {
  if (!key || !coverKey.safeParse(key).success || (await isCoverUsed(db, key))) return;
  try {
    await storage.remove(coverFiles(key));
  } catch (error) {
    log.error("media.removal.failed", { key, error: error instanceof Error ? error.name : "unknown" });
  }
}

/** The cover for a share image as a data URL; null if it cannot be read, and a drawn cover is used. */
export async function readShareCover(base: string | null): Promise<string | null> {
  const key = base?.slice(base.lastIndexOf("covers/"));
  if (!key || !coverKey.safeParse(key).success) return null;
  try {
    const bytes = await storage.read(`${key}/${SHARE_FILE}`);
    return bytes && `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}`;
  } catch (error) {
    log.warn("media.read.failed", { key, error: error instanceof Error ? error.name : "unknown" });
    return null;
  }
}
