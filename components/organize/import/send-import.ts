import type { z } from "zod";
import {
  IMPORT_CONTENT_TYPE,
  type ImportRequestOptions,
  type ImportResponse,
  importResponseSchema,
  type PreviewResponse,
  previewResponseSchema,
} from "@/lib/event-import/dto";
import { unreachableFailure } from "@/lib/requests/result";

/** A file, or pasted text. */
export type ImportSource = { name: string; body: Blob };

async function send<Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  source: ImportSource,
  options: ImportRequestOptions,
  signal?: AbortSignal,
): Promise<Answer | typeof unreachableFailure> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": IMPORT_CONTENT_TYPE },
      body: new Blob([JSON.stringify(options), "\n", source.body]),
      signal,
    });
    return schema.parse(await response.json());
  } catch {
    return unreachableFailure;
  }
}

export function sendPreview(
  source: ImportSource,
  options: ImportRequestOptions,
  signal: AbortSignal,
): Promise<PreviewResponse> {
  return send("/api/organize/import/preview", previewResponseSchema, source, options, signal);
}

export function sendImport(source: ImportSource, options: ImportRequestOptions): Promise<ImportResponse> {
  return send("/api/organize/import", importResponseSchema, source, options);
}
