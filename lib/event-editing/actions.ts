"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { violates } from "@/db/errors";
import { eventAccessFor, organizerAccessFor } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { updateEventTags } from "@/lib/events/tags";
import { defineAction, defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { type EditorResult, saveFailure } from "./action-state";
import { createDraft } from "./create-draft";
import { duplicateEvent } from "./duplicate";
import { draftFormSchema } from "./form";
import { applyTicketTypeIntent, intentSchema, readFormFields } from "./form-data";
import { type PublishEventInput, publishEvent } from "./publish";
import { saveChangeForViewer, saveDraftForViewer } from "./save-for-viewer";

const slug = z.string();
const version = z.coerce.number().int().positive();

const eventPagePath = (event: string, page = "") => `/organize/events/${encodeURIComponent(event)}${page}` as Route;

const readEditorForm = (form: FormData) => {
  const fields = Object.fromEntries(form);
  return { ...fields, intent: fields.intent, form: readFormFields(fields) };
};
const editorSchema = z.object({ form: draftFormSchema, intent: intentSchema });

/** Saves a published event. */
export const saveEventAction = defineAction({
  input: z.object({ slug, form: draftFormSchema, version, isMoveConfirmed: z.boolean() }),
  access: eventAccessFor("events.edit"),
  run: ({ input, ...access }) => saveChangeForViewer(access, input),
});

/** The editor's form and its buttons, submitted without scripts. */
export const submitEventAction = defineFormAction({
  page: (fields) => eventPagePath(fields.slug ?? "", "/edit"),
  read: readEditorForm,
  input: editorSchema.extend({ slug, version }),
  access: eventAccessFor("events.edit"),
  run: async ({ input, ...access }): Promise<EditorResult> => {
    const { event } = access;
    const { intent } = input;
    const moved = applyTicketTypeIntent(input.form, intent);
    const save = { form: moved ?? input.form, version: input.version };
    const edited = moved ? { form: moved } : {};
    const isDraft = event.status === "draft";
    // Adding or moving a ticket type of a published event doesn't save it yet.
    if (!isDraft && moved) return { ok: true, isSaved: false, version: input.version, ...edited };
    const result = isDraft
      ? await saveDraftForViewer(access, save)
      : await saveChangeForViewer(access, { ...save, isMoveConfirmed: intent === "confirm-move" });
    // After a conflict the page shows the other version, so the next save is based on it.
    if (!result.ok) return { ...result, ...edited, version: result.theirs?.version ?? input.version };
    if (result.operationId) redirect(eventPagePath(event.slug, `/operations/${result.operationId}`));
    if (intent === "publish") redirect(eventPagePath(event.slug, "/edit/publish"));
    return { ok: true, isSaved: true, version: result.version, ...edited };
  },
});

/** The first save of a new event, submitted without scripts. */
export const submitNewEventAction = defineFormAction({
  page: () => "/organize/new-event",
  read: readEditorForm,
  input: editorSchema.extend({ organizer: z.string(), key: z.uuid() }),
  access: organizerAccessFor("events.edit"),
  run: async ({ input: { form, key, intent }, organizer: { organizerId }, viewer }): Promise<EditorResult> => {
    const draft = await createDraft({
      organizerId,
      actorId: viewer.id,
      form: applyTicketTypeIntent(form, intent) ?? form,
      key,
    });
    return redirect(eventPagePath(draft.slug, intent === "publish" ? "/edit/publish" : "/edit"));
  },
});

export const publishEventAction = defineFormAction({
  page: (fields) => eventPagePath(fields.slug ?? "", "/edit/publish"),
  input: z.object({ slug, version }),
  access: eventAccessFor("events.edit"),
  run: async ({ input, event, viewer }) => {
    const result = await publishWithRetry({ eventId: event.id, actorId: viewer.id, version: input.version });
    if (!result.ok) return saveFailure(result.code, result.code === "INVALID" ? { fieldErrors: result.errors } : {});
    updateEventTags(result.slug);
    return redirect(eventPagePath(result.slug, "/edit/publish"));
  },
});

/** Two events of one name published concurrently may pick the same slug; a retry picks another one. */
async function publishWithRetry(input: PublishEventInput) {
  try {
    return await publishEvent(bookingManager, input);
  } catch (error) {
    if (!violates(error, "events_slug_key")) throw error;
    return publishEvent(bookingManager, input);
  }
}

export const duplicateEventAction = defineRedirectAction({
  input: z.object({ slug }),
  access: eventAccessFor("events.edit"),
  run: async ({ event, viewer }) => {
    const draft = await duplicateEvent(event, viewer.id);
    redirect(eventPagePath(draft.slug, "/edit"));
  },
  refused: () => redirect("/organize?denied=events.edit" as Route),
});
