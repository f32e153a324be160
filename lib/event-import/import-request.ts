import type { z } from "zod";
import { type ImportRequestOptions, importRequestSchema, importRequestType } from "./answers";
import { importLimits } from "./limits";

/** Of a request besides its file: answers about columns and zones. */
const OPTIONS_BYTES = 100_000;
const LINE_FEED = 10;

export type ImportRequest = { options: ImportRequestOptions; file: Uint8Array };

export type ReadRequest =
  | { ok: true; request: ImportRequest }
  | { ok: false; code: "TOO_LARGE" | "MALFORMED" }
  | { ok: false; code: "INVALID"; error: z.ZodError };

/** No more of a body than is wanted: its length need not be said, nor be true. */
async function boundedBody(request: Request): Promise<Uint8Array | null> {
  const most = importLimits.bytes + OPTIONS_BYTES;
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A line of JSON, and after it the file as it is. */
export async function readImportRequest(request: Request): Promise<ReadRequest> {
  if (request.headers.get("content-type") !== importRequestType) return { ok: false, code: "MALFORMED" };
  const body = await boundedBody(request);
  if (!body) return { ok: false, code: "TOO_LARGE" };
  const end = body.indexOf(LINE_FEED);
  if (end === -1 || end > OPTIONS_BYTES) return { ok: false, code: "MALFORMED" };
  let options: unknown;
  try {
    options = JSON.parse(new TextDecoder().decode(body.subarray(0, end)));
  } catch {
    return { ok: false, code: "MALFORMED" };
  }
  const parsed = importRequestSchema.safeParse(options);
  if (!parsed.success) return { ok: false, code: "INVALID", error: parsed.error };
  return { ok: true, request: { options: parsed.data, file: body.subarray(end + 1) } };
}
