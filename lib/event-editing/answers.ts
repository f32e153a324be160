import { z } from "zod";
import { actionRefusalSchema } from "@/lib/access/answers";
import type { Consequences } from "@/lib/operations/consequences";
import type { Theirs } from "./current";
import { draftFormSchema } from "./form";

const theirsSchema: z.ZodType<Theirs> = z.object({
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

export const saveAnswerSchema = z.union([
  z.object({
    ok: z.literal(true),
    slug: z.string(),
    version: z.number(),
    /** ISO. */
    savedAt: z.string(),
    /** Where those who booked are being told that it moved, and how far that is. */
    operationId: z.string().nullable(),
  }),
  actionRefusalSchema.extend({
    /** With `CONFLICT`. */
    theirs: theirsSchema.optional(),
    /** With `MOVES_BOOKINGS`: whom it touches. */
    consequences: consequencesSchema.optional(),
  }),
]);

/** What the editor is told about a save. */
export type SaveAnswer = z.output<typeof saveAnswerSchema>;

export type SaveRefusal = Extract<SaveAnswer, { ok: false }>;

const messages = {
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
  SIGNED_OUT: "You are signed out. Sign in again in another tab, then go on here.",
};

export function refusedSave(
  code: keyof typeof messages,
  more: Omit<SaveRefusal, "ok" | "code" | "message"> = {},
): SaveRefusal {
  return { ok: false, code, message: messages[code], ...more };
}
