import type { LockRefusal } from "@/lib/inventory/results";
import type { EditConflict } from "./current-event";

type EventNotFound = { ok: false; code: "EVENT_NOT_FOUND" };
/** The errors by the path of the field. */
type Invalid = { ok: false; code: "INVALID"; errors: Record<string, string> };

export type SaveDraftResult =
  /** `coverBefore`: the cover that was replaced. */
  | { ok: true; version: number; savedAt: Date; coverBefore: string | null }
  | EditConflict
  | LockRefusal
  | EventNotFound
  /** It was published or cancelled in the meantime. */
  | { ok: false; code: "NOT_A_DRAFT" };

export type PublishEventResult =
  | { ok: true; slug: string; alreadyDone: boolean }
  | EditConflict
  | LockRefusal
  | EventNotFound
  | Invalid
  | { ok: false; code: "EVENT_CANCELLED" };

export type ChangeEventResult =
  /** `operationId`: the operation that notifies attendees of a new date or place. */
  | { ok: true; version: number; savedAt: Date; operationId: string | null; coverBefore: string | null }
  | EditConflict
  | LockRefusal
  | EventNotFound
  | Invalid
  | { ok: false; code: "EVENT_CANCELLED" }
  | { ok: false; code: "NOT_PUBLISHED" }
  /** The date or place of an event with bookings changes, and the organizer hasn't confirmed the notifications. */
  | { ok: false; code: "MOVES_BOOKINGS" };
