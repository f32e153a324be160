"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { violates } from "@/db/errors";
import { mayWithEvent, mayWithOrganizer } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { updateEvent } from "@/lib/events/tags";
import { defineAction, defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { type EditorResult, refusedSave } from "./answers";
import { createDraft } from "./create";
import { duplicate } from "./duplicate";
import { draftFormSchema } from "./form";
import { formFields, intentSchema, rearranged } from "./form-data";
import { type PublishInput, publish } from "./publish";
import { saveChangeFor, saveDraftFor } from "./save";

const slug = z.string();
const version = z.coerce.number().int().positive();

const pageOf = (event: string, page = "") => `/organize/events/${encodeURIComponent(event)}${page}` as Route;

/** What the editor posts as a form. */
const editorFields = (form: FormData) => {
  const fields = Object.fromEntries(form);
  return { ...fields, intent: fields.intent, form: formFields(fields) };
};
const editorSchema = z.object({ form: draftFormSchema, intent: intentSchema });

/** Saves a published event. */
export const saveEventAction = defineAction({
  input: z.object({ slug, form: draftFormSchema, version, isMoveConfirmed: z.boolean() }),
  access: mayWithEvent("events.edit"),
  run: ({ input, ...access }) => saveChangeFor(access, input),
});

/** The editor's form, posted as a form: what its buttons do where no script does it. */
export const submitEventAction = defineFormAction({
  page: (fields) => pageOf(fields.slug ?? "", "/edit"),
  read: editorFields,
  input: editorSchema.extend({ slug, version }),
  access: mayWithEvent("events.edit"),
  run: async ({ input, ...access }): Promise<EditorResult> => {
    const { event } = access;
    const { intent } = input;
    const moved = rearranged(input.form, intent);
    const save = { form: moved ?? input.form, version: input.version };
    const edited = moved ? { form: moved } : {};
    const isDraft = event.status === "draft";
    // Adding or moving a ticket type of a published event is no save yet.
    if (!isDraft && moved) return { ok: true, isSaved: false, version: input.version, ...edited };
    const result = isDraft
      ? await saveDraftFor(access, save)
      : await saveChangeFor(access, { ...save, isMoveConfirmed: intent === "confirm-move" });
    // Who saves again after a conflict has been shown what the other one saved.
    if (!result.ok) return { ...result, ...edited, version: result.theirs?.version ?? input.version };
    if (result.operationId) redirect(pageOf(event.slug, `/operations/${result.operationId}`));
    if (intent === "publish") redirect(pageOf(event.slug, "/edit/publish"));
    return { ok: true, isSaved: true, version: result.version, ...edited };
  },
});

/** The first save of a new event, where no script has made the draft already. */
export const submitNewEventAction = defineFormAction({
  page: () => "/organize/new-event",
  read: editorFields,
  input: editorSchema.extend({ organizer: z.string(), key: z.uuid() }),
  access: mayWithOrganizer("events.edit"),
  run: async ({ input: { form, key, intent }, organizer: { organizerId }, viewer }): Promise<EditorResult> => {
    const draft = await createDraft({ organizerId, actorId: viewer.id, form: rearranged(form, intent) ?? form, key });
    return redirect(pageOf(draft.slug, intent === "publish" ? "/edit/publish" : "/edit"));
  },
});

/** Makes a draft public. */
export const publishEventAction = defineFormAction({
  page: (fields) => pageOf(fields.slug ?? "", "/edit/publish"),
  input: z.object({ slug, version }),
  access: mayWithEvent("events.edit"),
  run: async ({ input, event, viewer }) => {
    const result = await published({ eventId: event.id, actorId: viewer.id, version: input.version });
    if (!result.ok) return refusedSave(result.code, result.code === "INVALID" ? { fieldErrors: result.errors } : {});
    updateEvent(result.slug);
    return redirect(pageOf(result.slug, "/edit/publish"));
  },
});

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
export const duplicateEventAction = defineRedirectAction({
  input: z.object({ slug }),
  access: mayWithEvent("events.edit"),
  run: async ({ event, viewer }) => {
    const draft = await duplicate(event, viewer.id);
    redirect(pageOf(draft.slug, "/edit"));
  },
  refused: () => redirect("/organize?denied=events.edit" as Route),
});
