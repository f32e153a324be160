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
  /** `more`: the run reached its bound; another one has been announced. */
  | {
      ok: true;
      runId: string;
      converted: number;
      offered: number;
      skipped: number;
      /** Who wait for what is no longer sold, and were asked what to do. */
      asked: number;
      releasedToPublic: number;
      more: boolean;
    }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_CLOSED">;

export type OfferManuallyResult =
  /** `passedBy`: how many joined earlier and wait on. */
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
  /** Left, was served, or never was in this event's line. */
  | Refusal<"NOT_WAITING">
  | Refusal<"ACCOUNT_CLOSED">
  | Refusal<"HAS_BOOKING">
  | Refusal<"NOTHING_FREE">
  /** Too many for what is free, or not of the type that was asked for. */
  | Refusal<"DOES_NOT_FIT", { reason: string }>;

export type MyWaitlistEntry = Awaited<ReturnType<typeof listMyWaitlistEntries>>[number];
