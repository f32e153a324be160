import type { BookingSummary, EventRefusal, LockRefusal, Refusal, SeatsRefusal } from "@/lib/inventory/results";
import type { findBookingView, findCheckoutView } from "./queries";

/** Rate limited: for this user, for this address, or for this event overall. */
export type RateLimitRefusal = Refusal<"TOO_MANY_REQUESTS", { retryAfterSeconds: number }>;

export type ReserveResult =
  /** `replayed`: an earlier request with this idempotency key made the booking. */
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
  /** `alreadyDone`: it was confirmed earlier. */
  | { ok: true; booking: BookingSummary; alreadyDone: boolean }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_CANCELLED">
  /** The hold has expired and its seats are taken. */
  | Refusal<"HOLD_EXPIRED", { waitlistEnabled: boolean }>
  | Refusal<"WRONG_NUMBER_OF_HOLDERS", { expected: number }>
  /** It is paid for online, which confirms it. */
  | Refusal<"PAYMENT_NEEDED">
  | Refusal<"EVENT_CANCELLED">;

export type CancelResult =
  | { ok: true; booking: BookingSummary; alreadyDone: boolean }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"CANCELLATION_CLOSED", { closedAt: Date }>
  /** One of its tickets was checked in, on any day. */
  | Refusal<"ALREADY_CHECKED_IN">;

export type ReleaseResult =
  | CancelResult
  /** Confirmed in the meantime, perhaps in another tab: releasing a hold must not cancel a booking. */
  | Refusal<"ALREADY_CONFIRMED">;

export type ExpireResult =
  /**
   * `expired: false`: it was confirmed, cancelled or expired earlier, or, with `expiresAt`, is not overdue yet. `paying`:
   * it is being paid for, and ends with that.
   */
  | {
      ok: true;
      expired: boolean;
      expiresAt?: Date | null;
      paying?: { eventId: number; bookingId: number } | null;
    }
  | LockRefusal;

export type AddGuestResult =
  /** `replayed`: an earlier request with this idempotency key made the booking. */
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
  /** There would only be enough with the seats that are `reserved` for the waitlist. */
  | Refusal<"RESERVED_FOR_WAITLIST", { left: number; reserved: number }>
  | SeatsRefusal;

export type ChangeTicketTypeResult =
  /** `moved: 0`: the tickets already had that type. */
  | { ok: true; booking: BookingSummary; moved: number }
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_NOT_CONFIRMED">
  | Refusal<"EVENT_CANCELLED">
  | Refusal<"TICKETS_NOT_FOUND">
  | Refusal<"TICKET_TYPE_NOT_FOUND">
  | Refusal<"NOTHING_TO_UNDO">
  /** The new type's quota is exhausted. */
  | SeatsRefusal;

export type CapacityResult =
  | { ok: true; capacity: number; availableTickets: number; waitlistTickets: number }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"CAPACITY_BELOW_SOLD", { soldAndHeld: number }>;

export type CancelEventResult =
  /** `alreadyDone`: it was cancelled earlier, and this is the operation that notified attendees, if there were any. */
  | { ok: true; operationId: string; alreadyDone: false }
  | { ok: true; operationId: string | null; alreadyDone: true }
  | LockRefusal
  | Refusal<"EVENT_NOT_FOUND">
  /** It was never published, so there is no one to notify. */
  | Refusal<"EVENT_IS_DRAFT">
  | Refusal<"EVENT_OVER">;

/** How many bookings or waitlist entries of a cancelled event one batch ended. `0`: none was left. */
export type EndBatchResult = { ok: true; ended: number } | LockRefusal | Refusal<"EVENT_NOT_FOUND">;

/** Why a visitor may not reserve now. `used`: the admission has led to a hold. `over`: the admission has expired. */
export type AdmissionRefusal = { ok: false; code: "ADMISSION_NEEDED"; reason: "none" | "used" | "over" };

export type CheckoutView = NonNullable<Awaited<ReturnType<typeof findCheckoutView>>>;
export type BookingView = NonNullable<Awaited<ReturnType<typeof findBookingView>>>;
