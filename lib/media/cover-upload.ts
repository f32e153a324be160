import "server-only";
import { db } from "@/db/client";
import { authorizeEvent } from "@/lib/access/access";
import { denied } from "@/lib/access/answers";
import { clientIp } from "@/lib/auth/client-ip";
import { getViewer } from "@/lib/auth/viewer";
import { log } from "@/lib/log";
import { rateLimit } from "@/lib/redis/rate-limit";
import { MAX_COVER_BYTES } from "./cover-key";
import type { CoverPicture } from "./cover-picture";
import { discardCover, storeCover } from "./covers";
import { NoStorageError } from "./no-storage-error";
import { readBody } from "./read-body";

type Refusal = { status: number; ok: false; code: string; message: string };
export type UploadAnswer = { status: 200; ok: true; key: string } | Refusal;

const refuse = (status: number, code: string, message: string): Refusal => ({ status, ok: false, code, message });

const refusals: Record<Extract<CoverPicture, { ok: false }>["code"], string> = {
  NOT_A_PICTURE: "This is not a JPEG, PNG, WebP or AVIF picture, or it is damaged.",
  TOO_MANY_PIXELS: "This picture has too many pixels. Choose one of at most 64 megapixels.",
  TOO_SMALL: "This picture is too small. Choose one of at least 640 × 400 pixels.",
};

async function refusedAccess(slug: string): Promise<Refusal | null> {
  // Asked first: who was signed out meanwhile is told so, and not led away from what they typed.
  const viewer = await getViewer();
  if (!viewer) return refuse(401, "SIGNED_OUT", "You are signed out. Sign in again in another tab, then try again.");
  const access = await authorizeEvent(slug, "events.edit");
  return access.ok ? null : { ...denied(access), status: access.code === "NOT_FOUND" ? 404 : 403 };
}

async function tooMany(request: Request): Promise<Refusal | null> {
  const viewer = await getViewer();
  const limit = await rateLimit("cover-upload", { address: viewer?.email ?? "", ip: clientIp(request.headers) });
  if (limit.ok) return null;
  return refuse(429, "TOO_MANY", `That were many pictures. Try again in ${limit.retryInMinutes} minutes.`);
}

/** Takes the picture that is the request's body; `?replaces=` names the one it takes the place of. */
export async function uploadCover(slug: string, request: Request): Promise<UploadAnswer> {
  const refused = (await refusedAccess(slug)) ?? (await tooMany(request));
  if (refused) return refused;
  const bytes = await readBody(request, MAX_COVER_BYTES);
  if (!bytes) return refuse(413, "TOO_LARGE", "This picture is too large. Choose one of at most 8 MB.");
  try {
    const stored = await storeCover(bytes);
    if (!stored.ok) return refuse(422, stored.code, refusals[stored.code]);
    await discardCover(db, new URL(request.url).searchParams.get("replaces"));
    return { status: 200, ...stored };
  } catch (error) {
    log.error("media.upload_failed", { error: error instanceof Error ? error.name : "unknown" });
    if (error instanceof NoStorageError) return refuse(503, "NO_STORAGE", error.message);
    return refuse(503, "STORAGE_FAILED", "The picture could not be stored. Try again in a moment.");
  }
}

/** Removes the picture that `?key=` names, unless an event uses it. Answers with the status. */
export async function removeUpload(slug: string, request: Request): Promise<number> {
  const refused = await refusedAccess(slug);
  if (refused) return refused.status;
  await discardCover(db, new URL(request.url).searchParams.get("key"));
  return 204;
}
