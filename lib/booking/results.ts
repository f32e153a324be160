import type { BookingSummary, EventRefusal, LockRefusal, Refusal, SeatsRefusal } from "@/lib/inventory/results";
import type { findBookingView, findCheckoutView } from "./queries";

/** Asked for too often: by this person, from this address, or for this event by everybody. */
export type RateLimitRefusal = Refusal<"TOO_MANY_REQUESTS", { retryAfterSeconds: number }>;

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

export type ChangeTicketTypeResult =
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
export type EndBatchResult = { ok: true; ended: number } | LockRefusal | Refusal<"EVENT_NOT_FOUND">;

/** Why somebody may not reserve now. `used`: this admission has led to a hold. `over`: its time is up. */
export type AdmissionRefusal = { ok: false; code: "ADMISSION_NEEDED"; reason: "none" | "used" | "over" };

export type CheckoutView = NonNullable<Awaited<ReturnType<typeof findCheckoutView>>>;
export type BookingView = NonNullable<Awaited<ReturnType<typeof findBookingView>>>;
