import "server-only";
import { z } from "zod";
import { authorizeEvent, authorizeOrganizer } from "@/lib/access/access";
import { denied, invalidFields } from "@/lib/access/answers";
import { getViewer } from "@/lib/auth/viewer";
import { refusedSave, type SaveAnswer } from "./answers";
import { createDraft } from "./create";
import { draftFormSchema } from "./form";
import { saveDraftFor } from "./save";

const saveSchema = z.object({ form: draftFormSchema, version: z.number().int().positive() });
const createSchema = z.object({ form: draftFormSchema, organizer: z.string(), key: z.uuid() });

/** A body that only a page of this site can send: others cannot name this type without asking first. */
async function bodyOf(request: Request): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return null;
  return request.json().catch(() => null);
}

/** Answers the autosave of a draft. It is a request and not an action, so that it outlives the page that sends it. */
export async function answerDraftSave(slug: string, request: Request): Promise<SaveAnswer> {
  const parsed = saveSchema.safeParse(await bodyOf(request));
  if (!parsed.success) return invalidFields(parsed.error);
  if (!(await getViewer())) return refusedSave("SIGNED_OUT");
  const access = await authorizeEvent(slug, "events.edit");
  if (!access.ok) return denied(access);
  return saveDraftFor(access, parsed.data);
}

/** Answers the first autosave of a new event with the address of its draft. */
export async function answerDraftCreation(request: Request): Promise<SaveAnswer> {
  const parsed = createSchema.safeParse(await bodyOf(request));
  if (!parsed.success) return invalidFields(parsed.error);
  if (!(await getViewer())) return refusedSave("SIGNED_OUT");
  const access = await authorizeOrganizer(parsed.data.organizer, "events.edit");
  if (!access.ok) return denied(access);
  const { form, key } = parsed.data;
  const { organizerId } = access.organizer;
  const { slug, version, savedAt, isNew } = await createDraft({ organizerId, actorId: access.viewer.id, form, key });
  if (!isNew) {
    // The answer to an earlier request was lost, and more was typed since.
    const again = await authorizeEvent(slug, "events.edit");
    return again.ok ? saveDraftFor(again, { form, version }) : denied(again);
  }
  return { ok: true, slug, version, savedAt: savedAt.toISOString(), operationId: null };
}
