import type { EventRefusal, LockRefusal, Refusal } from "@/lib/inventory/results";
import type { listMyWaitlistEntries } from "./queries";

export type JoinWaitlistResult =
  | { ok: true; entryId: number; position: number; alreadyWaiting: boolean }
  | LockRefusal
  | EventRefusal
  | Refusal<"WAITLIST_DISABLED">
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"TICKET_TYPE_NOT_ON_SALE", { ticketTypeCode: string }>
  | Refusal<"NO_TICKETS">
  | Refusal<"TOO_MANY_TICKETS", { limit: number }>
  | Refusal<"ALREADY_BOOKED", { reference: string; status: "pending" | "confirmed" }>
  /** The request could be booked right now. */
  | Refusal<"SEATS_AVAILABLE", { left: number }>;

export type UpdateWaitlistEntryResult =
  | { ok: true; position: number }
  | LockRefusal
  | EventRefusal
  | Refusal<"NOT_WAITING">
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"TICKET_TYPE_NOT_ON_SALE", { ticketTypeCode: string }>;

export type LeaveWaitlistResult = { ok: true; left: boolean } | LockRefusal;

export type ConvertResult =
  /** `more`: the run reached its limit and announced another one. */
  | {
      ok: true;
      runId: string;
      converted: number;
      offered: number;
      skipped: number;
      /** Entries for a type that is no longer sold, whose users were asked what to do. */
      asked: number;
      releasedToPublic: number;
      more: boolean;
    }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_CLOSED">;

export type OfferManuallyResult =
  /** `passedBy`: entries that joined earlier and still wait. */
  | {
      ok: true;
      outcome: "converted" | "offered";
      seats: number;
      asked: number;
      reference: string;
      passedBy: number;
    }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_CLOSED">
  /** The entry was served, has left, or is not one of this event. */
  | Refusal<"NOT_WAITING">
  | Refusal<"ACCOUNT_CLOSED">
  | Refusal<"HAS_BOOKING">
  | Refusal<"NOTHING_FREE">
  /** Too few seats are available, or none of the requested type. */
  | Refusal<"DOES_NOT_FIT", { reason: string }>;

export type MyWaitlistEntry = Awaited<ReturnType<typeof listMyWaitlistEntries>>[number];
