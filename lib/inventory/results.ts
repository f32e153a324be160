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

export type Refusal<Code extends string, Detail = unknown> = { ok: false; code: Code } & Detail;

/** The request was not decided, or its outcome is unknown. */
export type LockRefusal =
  /** The user's previous request for this event is still in progress; nothing was changed. */
  | Refusal<"BOOKING_IN_PROGRESS">
  /** Too many requests wait for the event, its row stayed locked, or the database did not answer; nothing was changed. */
  | Refusal<"BUSY", { retryAfterSeconds: number }>
  /** The outcome is unknown, as when the connection broke during the COMMIT. A retry finds out. */
  | Refusal<"UNKNOWN">;

export const busyRefusal = (retryAfterSeconds: number) => ({ ok: false, code: "BUSY", retryAfterSeconds }) as const;
/** One second: the database may be back at once. */
export const unreachableRefusal = busyRefusal(1);

/** The COMMIT was sent and its answer lost, or the deadline passed: only the database knows. */
export const unknownRefusal = { ok: false, code: "UNKNOWN" } as const;

export type EventRefusal =
  | Refusal<"EVENT_NOT_FOUND">
  | Refusal<"EVENT_CANCELLED">
  /** The event sells until it starts. */
  | Refusal<"EVENT_STARTED">
  | Refusal<"EVENT_ENDED">
  | Refusal<"SALES_NOT_STARTED", { startsAt: Date }>
  | Refusal<"SALES_CLOSED", { closedAt: Date }>;

export type SeatsRefusal =
  /** Nothing is left on public sale, of the named type or (null) at all. */
  | Refusal<"SOLD_OUT", { ticketTypeCode: string | null; waitlistEnabled: boolean }>
  /** Fewer seats are left than requested. */
  | Refusal<"NOT_ENOUGH_LEFT", { left: number; ticketTypeCode: string | null; waitlistEnabled: boolean }>;

export function toBookingSummary(booking: BookingSummary): BookingSummary {
  const { reference, status, numberOfTickets, totalPrice, currency, expiresAt } = booking;
  return { reference, status, numberOfTickets, totalPrice, currency, expiresAt };
}
