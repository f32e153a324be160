import type { AdmissionRefusal } from "./admission-refusal";

/** A booking as its owner may see it right after an operation on it. */
export type BookingSummary = {
  reference: string;
  status: "pending" | "confirmed" | "cancelled" | "expired";
  numberOfTickets: number;
  /** Minor units of `currency`. */
  totalPrice: number;
  currency: string;
  expiresAt: Date | null;
};

type Refusal<Code extends string, Detail = unknown> = { ok: false; code: Code } & Detail;

/** It was not this request's turn, or nobody knows what became of it. */
export type LockRefusal =
  /** This user's previous request for this event is still running; nothing was changed. */
  | Refusal<"BOOKING_IN_PROGRESS">
  /** Too many wait for the event, its row stayed locked, or the database did not answer; nothing was changed. */
  | Refusal<"BUSY", { retryAfterSeconds: number }>
  /** It may have been done, as when the connection broke with the COMMIT on its way. Asking again tells. */
  | Refusal<"UNKNOWN">;

/** Asked for too often: by this person, from this address, or for this event by everybody. */
export type RateRefusal = Refusal<"TOO_MANY_REQUESTS", { retryAfterSeconds: number }>;

export type EventRefusal =
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_CANCELLED">
  /** It sells until it starts. */
  | Refusal<"EVENT_STARTED">
  | Refusal<"EVENT_ENDED">
  | Refusal<"SALES_NOT_STARTED", { startsAt: Date }>
  | Refusal<"SALES_CLOSED", { closedAt: Date }>;

export type SeatsRefusal =
  /** Nothing is left for the public, of the named type or (null) at all. */
  | Refusal<"SOLD_OUT", { ticketTypeCode: string | null; waitlistEnabled: boolean }>
  /** Something is left, but fewer than asked for. */
  | Refusal<"NOT_ENOUGH_LEFT", { left: number; ticketTypeCode: string | null; waitlistEnabled: boolean }>;

export type ReserveResult =
  /** `replayed`: this idempotency key was used before, and this is the booking it made. */
  | { ok: true; booking: BookingSummary; replayed: boolean }
  | LockRefusal
  | EventRefusal
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"TICKET_TYPE_NOT_ON_SALE", { ticketTypeCode: string }>
  | Refusal<"NO_TICKETS">
  | Refusal<"TOO_MANY_TICKETS", { limit: number }>
  | Refusal<"ALREADY_BOOKED", { reference: string; status: "pending" | "confirmed" }>
  /** The key belongs to a booking of another event. */
  | Refusal<"IDEMPOTENCY_KEY_REUSED">
  | SeatsRefusal;

export type ConfirmResult =
  /** `alreadyDone`: it was confirmed before. */
  | { ok: true; booking: BookingSummary; alreadyDone: boolean }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_CANCELLED">
  /** The hold ran out and its seats went to somebody else. */
  | Refusal<"HOLD_EXPIRED", { waitlistEnabled: boolean }>
  | Refusal<"WRONG_NUMBER_OF_HOLDERS", { expected: number }>
  | Refusal<"EVENT_CANCELLED">;

export type CancelResult =
  | { ok: true; booking: BookingSummary; alreadyDone: boolean }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"CANCELLATION_CLOSED", { closedAt: Date }>
  /** Somebody was let in with one of its tickets, on whichever day. */
  | Refusal<"ALREADY_CHECKED_IN">;

export type ReleaseResult =
  | CancelResult
  /** Confirmed meanwhile, perhaps in another tab: giving up a hold must not cancel a booking. */
  | Refusal<"ALREADY_CONFIRMED">;

export type ExpireResult =
  /** `expired: false`: it was confirmed, cancelled, expired before, or its time is not up yet. */
  { ok: true; expired: boolean } | LockRefusal;

export type AddGuestResult =
  /** `replayed`: this idempotency key was used before, and this is the booking it made. */
  | { ok: true; booking: BookingSummary; replayed: boolean }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_IS_DRAFT">
  | Refusal<"EVENT_CANCELLED">
  | Refusal<"EVENT_OVER">
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"NO_TICKETS">
  | Refusal<"GUEST_REFUSED">
  | Refusal<"ALREADY_BOOKED", { reference: string; status: "pending" | "confirmed" }>
  | Refusal<"IDEMPOTENCY_KEY_REUSED">
  /** Only with the `owed` seats, which the waitlist gets first, would there be enough. */
  | Refusal<"OWED_TO_WAITLIST", { left: number; owed: number }>
  | SeatsRefusal;

export type MoveResult =
  /** `moved: 0`: they were of that type already. */
  | { ok: true; booking: BookingSummary; moved: number }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_NOT_CONFIRMED">
  | Refusal<"EVENT_CANCELLED">
  | Refusal<"TICKETS_NOT_FOUND">
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"NOTHING_TO_UNDO">
  /** The new type's quota has no room. */
  | SeatsRefusal;

export type CapacityResult =
  | { ok: true; capacity: number; availableTickets: number; waitlistTickets: number }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"CAPACITY_BELOW_SOLD", { soldAndHeld: number }>;

export type CancelEventResult =
  /** `alreadyDone`: it was cancelled before, and this is the work that followed from it, if anybody had to be told. */
  | { ok: true; operationId: string; alreadyDone: false }
  | { ok: true; operationId: string | null; alreadyDone: true }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  /** Nobody knows of it, so nobody needs to be told. */
  | Refusal<"EVENT_IS_DRAFT">
  | Refusal<"EVENT_OVER">;

/** What one bounded step of ending a cancelled event's bookings, or its waitlist, ended. `0`: nothing was left. */
export type EndedResult = { ok: true; ended: number } | LockRefusal | Refusal<"EVENT_NOT_FOUND">;

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

export type ChangeWishResult =
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

export type OfferByHandResult =
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

/** Every code an operation can refuse with; `lib/booking/messages.ts` has the words for each. */
export type RefusalCode = Extract<
  | ReserveResult
  | ConfirmResult
  | ReleaseResult
  | CapacityResult
  | CancelEventResult
  | JoinWaitlistResult
  | ChangeWishResult
  | LeaveWaitlistResult
  | ConvertResult
  | AdmissionRefusal
  | RateRefusal,
  { ok: false }
>["code"];
