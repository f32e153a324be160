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

/** It was not this request's turn, or nobody knows what became of it. */
export type LockRefusal =
  /** This user's previous request for this event is still running; nothing was changed. */
  | Refusal<"BOOKING_IN_PROGRESS">
  /** Too many wait for the event, its row stayed locked, or the database did not answer; nothing was changed. */
  | Refusal<"BUSY", { retryAfterSeconds: number }>
  /** It may have been done, as when the connection broke with the COMMIT on its way. Asking again tells. */
  | Refusal<"UNKNOWN">;

export const busyRefusal = (retryAfterSeconds: number) => ({ ok: false, code: "BUSY", retryAfterSeconds }) as const;
/** A second is enough where the database is back at once. */
export const unreachableRefusal = busyRefusal(1);

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
