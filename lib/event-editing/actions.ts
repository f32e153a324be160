"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { violates } from "@/db/errors";
import { authorizeEvent, authorizeOrganizer } from "@/lib/access/access";
import { type ActionRefusal, denied, invalidFields } from "@/lib/access/answers";
import { bookingManager } from "@/lib/booking/manager";
import { answered } from "@/lib/forms/scriptless-answer";
import { refusedSave, type SaveAnswer } from "./answers";
import { createDraft } from "./create";
import { duplicate } from "./duplicate";
import type { EditorState } from "./editor-state";
import { draftFormSchema } from "./form";
import { formOfData, intentOf, rearranged } from "./form-data";
import { type PublishInput, publish } from "./publish";
import { saveChangeFor, saveDraftFor, showChanges } from "./save";

const version = z.coerce.number().int().positive();
const saveSchema = z.object({ form: draftFormSchema, version, isMoveConfirmed: z.boolean() });

const pageOf = (slug: string, page = "") => `/organize/events/${encodeURIComponent(slug)}${page}` as Route;

/** Saves a published event. */
export async function saveEvent(slug: string, input: z.input<typeof saveSchema>): Promise<SaveAnswer> {
  const parsed = saveSchema.safeParse(input);
  if (!parsed.success) return invalidFields(parsed.error);
  const access = await authorizeEvent(slug, "events.edit");
  if (!access.ok) return denied(access);
  return saveChangeFor(access, parsed.data);
}

/** The editor's form, posted as a form: what its buttons do where no script does it. */
export async function submitEvent(previous: EditorState, data: FormData): Promise<EditorState> {
  return answered(pageOf(String(data.get("slug")), "/edit"), () => trySubmitEvent(previous, data));
}

async function trySubmitEvent(previous: EditorState, data: FormData): Promise<EditorState> {
  const form = formOfData(data);
  const based = version.safeParse(data.get("version"));
  const slug = String(data.get("slug"));
  if (!form || !based.success) return { ...previous, answer: refusedSave("INVALID") };
  const access = await authorizeEvent(slug, "events.edit");
  if (!access.ok) return { ...previous, form, answer: denied(access) };
  const intent = intentOf(data);
  const changed = rearranged(form, intent) ?? form;
  const isDraft = access.event.status === "draft";
  // Adding or moving a ticket type of a published event is no save yet.
  if (!isDraft && changed !== form) return { form: changed, version: based.data };
  const save = { form: changed, version: based.data };
  const answer = isDraft
    ? await saveDraftFor(access, save)
    : await saveChangeFor(access, { ...save, isMoveConfirmed: intent === "confirm-move" });
  if (answer.ok && answer.operationId) redirect(pageOf(slug, `/operations/${answer.operationId}`));
  if (answer.ok && intent === "publish") redirect(pageOf(slug, "/edit/publish"));
  // Who saves again after a conflict has been shown what the other one saved.
  const next = answer.ok ? answer.version : (answer.theirs?.version ?? based.data);
  return { form: changed, version: next, answer };
}

/** The first save of a new event, where no script has made the draft already. */
export async function submitNewEvent(previous: EditorState, data: FormData): Promise<EditorState> {
  return answered("/organize/new-event", () => trySubmitNewEvent(previous, data));
}

async function trySubmitNewEvent(previous: EditorState, data: FormData): Promise<EditorState> {
  const form = formOfData(data);
  const key = z.uuid().safeParse(data.get("key"));
  if (!form || !key.success) return { ...previous, answer: refusedSave("INVALID") };
  const access = await authorizeOrganizer(String(data.get("organizer")), "events.edit");
  if (!access.ok) return { ...previous, form, answer: denied(access) };
  const intent = intentOf(data);
  const changed = rearranged(form, intent) ?? form;
  const { organizerId } = access.organizer;
  const draft = await createDraft({ organizerId, actorId: access.viewer.id, form: changed, key: key.data });
  return redirect(pageOf(draft.slug, intent === "publish" ? "/edit/publish" : "/edit"));
}

/** Makes a draft public. */
export async function publishEvent(_: ActionRefusal | null, data: FormData): Promise<ActionRefusal | null> {
  return answered(pageOf(String(data.get("slug")), "/edit/publish"), () => tryPublishEvent(data));
}

async function tryPublishEvent(data: FormData): Promise<ActionRefusal | null> {
  const based = version.safeParse(data.get("version"));
  if (!based.success) return refusedSave("INVALID");
  const access = await authorizeEvent(String(data.get("slug")), "events.edit");
  if (!access.ok) return denied(access);
  const { event, viewer } = access;
  const result = await published({ eventId: event.id, actorId: viewer.id, version: based.data });
  if (!result.ok) return refusedSave(result.code, result.code === "INVALID" ? { errors: result.errors } : {});
  await showChanges({ ...event, slug: result.slug }, viewer.id);
  return redirect(pageOf(result.slug, "/edit/publish"));
}

/** Two events may be published under one name in one moment: the second looks for another address. */
async function published(input: PublishInput) {
  try {
    return await publish(bookingManager, input);
  } catch (error) {
    if (!violates(error, "events_slug_key")) throw error;
    return publish(bookingManager, input);
  }
}

/** Copies an event into a new draft and opens it. */
export async function duplicateEvent(data: FormData): Promise<void> {
  const access = await authorizeEvent(String(data.get("slug")), "events.edit");
  if (!access.ok) return redirect(`/organize?denied=events.edit` as Route);
  const draft = await duplicate(access.event, access.viewer.id);
  return redirect(pageOf(draft.slug, "/edit"));
}
