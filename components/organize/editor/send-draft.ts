import { z } from "zod";
import { unreachableAnswer } from "@/lib/access/answers";
import type { SaveAnswer } from "@/lib/event-editing/answers";
import { draftFormSchema, type EventForm } from "@/lib/event-editing/form";
import type { Saved } from "./draft-saver";

const theirs = z.object({
  version: z.number(),
  savedBy: z.string().nullable(),
  savedAt: z.string(),
  form: draftFormSchema,
});

const answerSchema = z.union([
  z.object({
    ok: z.literal(true),
    slug: z.string(),
    version: z.number(),
    savedAt: z.string(),
    operationId: z.string().nullable(),
  }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    errors: z.record(z.string(), z.string()).optional(),
    theirs: theirs.optional(),
  }),
]);

/** More than this the browser does not send on behalf of a page that is being left. */
const MOST_KEPT_ALIVE = 60_000;

/** Sends a draft; the request goes on when the page is left. `creation` is for a draft that does not exist yet. */
export async function sendDraft(
  form: EventForm,
  { slug, version }: Saved,
  creation: { organizer: string; key: string },
): Promise<SaveAnswer> {
  const body = JSON.stringify(slug === null ? { form, ...creation } : { form, version });
  const path = slug === null ? "/api/organize/drafts" : `/api/organize/events/${encodeURIComponent(slug)}/draft`;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: new Blob([body]).size < MOST_KEPT_ALIVE,
    });
    return answerSchema.parse(await response.json());
  } catch {
    return unreachableAnswer;
  }
}
