import { z } from "zod";
import type { Consequences } from "@/lib/operations/consequences";
import { failure } from "@/lib/requests/result";
import { actionFailureSchema, actionSuccessSchema } from "@/lib/requests/result-schema";
import type { TheirVersion } from "./current-event";
import { draftFormSchema, type EventForm } from "./form";
import { parseSubmittedForm } from "./form-data";

const theirVersionSchema: z.ZodType<TheirVersion> = z.object({
  version: z.number(),
  savedBy: z.string().nullable(),
  savedAt: z.string(),
  form: draftFormSchema,
});

const consequencesSchema: z.ZodType<Consequences> = z.object({
  bookings: z.number(),
  tickets: z.number(),
  holds: z.number(),
  waiting: z.number(),
});

const saveFailureSchema = actionFailureSchema.extend({
  /** With `CONFLICT`. */
  theirs: theirVersionSchema.optional(),
  /** With `MOVES_BOOKINGS`: whom it touches. */
  consequences: consequencesSchema.optional(),
});

export const saveResultSchema = z.union([
  actionSuccessSchema.extend({
    slug: z.string(),
    version: z.number(),
    /** ISO. */
    savedAt: z.string(),
    /** Where those who booked are being told that it moved, and how far that is. */
    operationId: z.string().nullable(),
  }),
  saveFailureSchema,
]);

/** What the editor is told about a save. */
export type SaveResult = z.output<typeof saveResultSchema>;

export type SaveFailure = z.output<typeof saveFailureSchema>;

/** What became of the form where it is not as it was typed: the ticket types were rearranged, or it was saved. */
const editedShape = { version: z.number().optional(), form: draftFormSchema.optional() };

export const editorResultSchema = z.union([
  actionSuccessSchema.extend({ ...editedShape, isSaved: z.boolean() }),
  saveFailureSchema.extend(editedShape),
]);

/** What a posted form comes back with. */
export type EditorResult = z.output<typeof editorResultSchema>;

/** The version that a posted form is based on from now on. */
export const baseVersionOf = ({ version, values }: EditorResult) => version ?? Number(values?.version);

/** What a posted form holds; null where that was none. */
export const submittedFormOf = ({ form, values }: EditorResult): EventForm | null =>
  form ?? (values ? parseSubmittedForm(values) : null);

const saveMessages = {
  EVENT_NOT_FOUND: "This event is not here any more.",
  EVENT_CANCELLED: "This event was cancelled. Nothing of it can be changed any more.",
  NOT_A_DRAFT:
    "This draft was published meanwhile. Open it again among your events; what you typed stays on this page.",
  NOT_PUBLISHED: "This event is a draft. Reload the page to go on with it.",
  BUSY: "We could not get to it in time. Nothing was saved yet: please try again in a moment.",
  UNKNOWN: "The answer took too long, so it may or may not be saved. Please try again.",
  BOOKING_IN_PROGRESS: "Another change is still running. Please try again in a moment.",
  CONFLICT: "Somebody else has saved this event since you opened it.",
  MOVES_BOOKINGS: "People have booked. Confirm that they are told of the new date or place.",
  INVALID: "Some fields need another look.",
};

export function saveFailure(
  code: keyof typeof saveMessages,
  more: Omit<SaveFailure, "ok" | "code" | "message"> = {},
): SaveFailure {
  return failure(code, saveMessages[code], more);
}
