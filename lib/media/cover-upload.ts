import "server-only";
import { db } from "@/db/client";
import { log } from "@/lib/log";
import { type ActionResult, failure } from "@/lib/requests/result";
import { coverProblems } from "@/texts/site";
import { discardCover, storeCover } from "./covers";
import { NoStorageError } from "./storage-types";

/** Stores a picture and discards the one that it replaces. */
export async function uploadCover(
  bytes: Uint8Array,
  replaces: string | null,
): Promise<ActionResult<{ key: string }> & { status: number }> {
  try {
    const stored = await storeCover(bytes);
    if (!stored.ok) return { ...failure(stored.code, coverProblems[stored.code]), status: 422 };
    await discardCover(db, replaces);
    return { status: 200, ...stored };
  } catch (error) {
    log.error("media.upload.failed", { error: error instanceof Error ? error.name : "unknown" });
    const [code, message] =
      error instanceof NoStorageError
        ? ["NO_STORAGE", error.message]
        : ["STORAGE_FAILED", coverProblems.STORAGE_FAILED];
    return { ...failure(code, message), status: 503 };
  }
}

/** Removes an uploaded picture, unless an event uses it. */
export async function removeUploadedCover(key: string | null) {
  await discardCover(db, key);
}
