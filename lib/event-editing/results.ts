import type { LockRefusal } from "@/lib/inventory/results";
import type { EditConflict } from "./current-event";

type EventNotFound = { ok: false; code: "EVENT_NOT_FOUND" };
/** What is wrong with a field, by its path in the form. */
type Invalid = { ok: false; code: "INVALID"; errors: Record<string, string> };

export type SaveDraftResult =
  /** `coverBefore`: the picture that was there before, where it is another one now. */
  | { ok: true; version: number; savedAt: Date; coverBefore: string | null }
  | EditConflict
  | LockRefusal
  | EventNotFound
  /** Published or cancelled meanwhile. */
  | { ok: false; code: "NOT_A_DRAFT" };

export type PublishEventResult =
  | { ok: true; slug: string; alreadyDone: boolean }
  | EditConflict
  | LockRefusal
  | EventNotFound
  | Invalid
  | { ok: false; code: "EVENT_CANCELLED" };

export type ChangeEventResult =
  /** `operationId`: whoever booked is being told that it moved. */
  | { ok: true; version: number; savedAt: Date; operationId: string | null; coverBefore: string | null }
  | EditConflict
  | LockRefusal
  | EventNotFound
  | Invalid
  | { ok: false; code: "EVENT_CANCELLED" }
  | { ok: false; code: "NOT_PUBLISHED" }
  /** It moves for people who have booked, and nobody has confirmed yet that they are to be told. */
  | { ok: false; code: "MOVES_BOOKINGS" };
