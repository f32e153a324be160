import { z } from "zod";
import type { Consequences } from "@/lib/operations/consequences";
import { failure } from "@/lib/requests/result";
import { actionFailureSchema, actionSuccessSchema } from "@/lib/requests/result-schema";
import { saveMessages } from "@/texts/event-errors";
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
  /** With `MOVES_BOOKINGS`: how many people it affects. */
  consequences: consequencesSchema.optional(),
});

export const saveResultSchema = z.union([
  actionSuccessSchema.extend({
    slug: z.string(),
    version: z.number(),
    /** ISO. */
    savedAt: z.string(),
    /** The operation that notifies attendees of a new date or place. */
    operationId: z.string().nullable(),
  }),
  saveFailureSchema,
]);

export type SaveResult = z.output<typeof saveResultSchema>;

export type SaveFailure = z.output<typeof saveFailureSchema>;

/** The form and its version after the action, where they differ from the posted ones. */
const editedShape = { version: z.number().optional(), form: draftFormSchema.optional() };

export const editorResultSchema = z.union([
  actionSuccessSchema.extend({ ...editedShape, isSaved: z.boolean() }),
  saveFailureSchema.extend(editedShape),
]);

/** The result of a form that was posted without scripts. */
export type EditorResult = z.output<typeof editorResultSchema>;

/** The version that the form is based on after it was posted. */
export const baseVersionOf = ({ version, values }: EditorResult) => version ?? Number(values?.version);

/** The form after it was posted; null if the request held no valid form. */
export const submittedFormOf = ({ form, values }: EditorResult): EventForm | null =>
  form ?? (values ? parseSubmittedForm(values) : null);

export function saveFailure(
  code: keyof typeof saveMessages,
  more: Omit<SaveFailure, "ok" | "code" | "message"> = {},
): SaveFailure {
  return failure(code, saveMessages[code], more);
}
