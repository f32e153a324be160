import "server-only";
import { z } from "zod";
import { authorizeEvent, authorizeOrganizer } from "@/lib/access/access";
import { jsonBody } from "@/lib/requests/define-route";
import type { SaveResult } from "./action-state";
import { createDraft } from "./create-draft";
import { draftFormSchema } from "./form";
import { saveDraftForViewer } from "./save-for-viewer";

export const saveDraftSchema = z.object({ form: draftFormSchema, version: z.number().int().positive() });
export const createDraftSchema = z.object({ form: draftFormSchema, organizer: z.string(), key: z.uuid() });

const MAX_BODY_BYTES = 1024 * 1024;

/** The body of an autosave. Its JSON content type makes browsers refuse it to other sites (CORS preflight). */
export const draftBody = <Schema extends z.ZodType>(schema: Schema) => jsonBody(schema, MAX_BODY_BYTES);

/** The first autosave of a new event, or a retry whose response was lost. */
export async function saveNewDraft({ form, organizer, key }: z.output<typeof createDraftSchema>): Promise<SaveResult> {
  const access = await authorizeOrganizer(organizer, "events.edit");
  if (!access.ok) return access;
  const { organizerId } = access.organizer;
  const { slug, version, savedAt, isNew } = await createDraft({ organizerId, actorId: access.viewer.id, form, key });
  if (isNew) return { ok: true, slug, version, savedAt: savedAt.toISOString(), operationId: null };
  // More may have been typed since the lost response.
  const again = await authorizeEvent(slug, "events.edit");
  return again.ok ? saveDraftForViewer(again, { form, version }) : again;
}
