import type { z } from "zod";
import {
  type ImportAnswer,
  type ImportRequestOptions,
  importAnswerSchema,
  importRequestType,
  type PreviewAnswer,
  previewAnswerSchema,
} from "@/lib/event-import/answers";
import { unreachable } from "@/lib/requests/result";

/** A file, or what was pasted in its stead. */
export type ImportSource = { name: string; body: Blob };

async function send<Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  source: ImportSource,
  options: ImportRequestOptions,
  signal?: AbortSignal,
): Promise<Answer | typeof unreachable> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": importRequestType },
      body: new Blob([JSON.stringify(options), "\n", source.body]),
      signal,
    });
    return schema.parse(await response.json());
  } catch {
    return unreachable;
  }
}

export function sendPreview(
  source: ImportSource,
  options: ImportRequestOptions,
  signal: AbortSignal,
): Promise<PreviewAnswer> {
  return send("/api/organize/import/preview", previewAnswerSchema, source, options, signal);
}

export function sendImport(source: ImportSource, options: ImportRequestOptions): Promise<ImportAnswer> {
  return send("/api/organize/import", importAnswerSchema, source, options);
}
