import type { Consequences } from "@/lib/operations/consequences";
import type { ActionRefusal } from "@/lib/organize/answers";
import type { Theirs } from "./current";

/** What the editor is told about a save. */
export type SaveAnswer =
  | {
      ok: true;
      slug: string;
      version: number;
      /** ISO. */
      savedAt: string;
      /** Where those who booked are being told that it moved, and how far that is. */
      operationId: string | null;
    }
  | (ActionRefusal & {
      /** With `CONFLICT`. */
      theirs?: Theirs;
      /** With `MOVES_BOOKINGS`: whom it touches. */
      consequences?: Consequences;
    });

export type SaveRefusal = Extract<SaveAnswer, { ok: false }>;

const messages = {
  EVENT_NOT_FOUND: "This event is not here any more.",
  EVENT_CANCELLED: "This event was cancelled. Nothing of it can be changed any more.",
  NOT_A_DRAFT:
    "This draft was published meanwhile. Open it again among your events; what you typed stays on this page.",
  NOT_PUBLISHED: "This event is a draft. Reload the page to go on with it.",
  BUSY: "Many people are booking right now. Nothing was saved yet: please try again in a moment.",
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
