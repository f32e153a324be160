import "server-only";
import { db } from "@/db/client";
import { log } from "@/lib/log";
import { type ActionResult, failure } from "@/lib/requests/result";
import { discardCover, storeCover } from "./covers";
import type { ProcessCoverResult } from "./process-cover";
import { NoStorageError } from "./storage-types";

const rejectionMessages: Record<Extract<ProcessCoverResult, { ok: false }>["code"], string> = {
  NOT_A_PICTURE: "This is not a JPEG, PNG, WebP or AVIF picture, or it is damaged.",
  TOO_MANY_PIXELS: "This picture has too many pixels. Choose one of at most 64 megapixels.",
  TOO_SMALL: "This picture is too small. Choose one of at least 640 × 400 pixels.",
};

/** Keeps a picture, in the place of the one that `replaces` names. */
export async function uploadCover(
  bytes: Uint8Array,
  replaces: string | null,
): Promise<ActionResult<{ key: string }> & { status: number }> {
  try {
    const stored = await storeCover(bytes);
    if (!stored.ok) return { ...failure(stored.code, rejectionMessages[stored.code]), status: 422 };
    await discardCover(db, replaces);
    return { status: 200, ...stored };
  } catch (error) {
    log.error("media.upload.failed", { error: error instanceof Error ? error.name : "unknown" });
    const [code, message] =
      error instanceof NoStorageError
        ? ["NO_STORAGE", error.message]
        : ["STORAGE_FAILED", "The picture could not be stored. Try again in a moment."];
    return { ...failure(code, message), status: 503 };
  }
}

/** Removes a picture that was uploaded, unless an event uses it. */
export async function removeUploadedCover(key: string | null) {
  await discardCover(db, key);
}
