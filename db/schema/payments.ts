import { sql } from "drizzle-orm";
import {
  bigint,
  char,
  check,
  foreignKey as compositeKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, foreignKey, instant } from "./columns";
import { events } from "./events";
import { operations } from "./operations";
import { users } from "./users";

export const paymentProvider = pgEnum("payment_provider", ["stripe", "venue"]);
/** In this order, a payment only moves forward; money that arrives late is captured even after an attempt has ended. */
export const paymentStatus = pgEnum("payment_status", ["created", "authorized", "failed", "cancelled", "captured"]);
export const refundStatus = pgEnum("refund_status", ["created", "pending", "succeeded", "failed"]);
export const refundReason = pgEnum("refund_reason", [
  "booking_cancelled",
  "event_cancelled",
  /** The money arrived when the hold had ended and its seats were taken. */
  "no_seats",
  /** The booking was paid for in another way. */
  "paid_twice",
  /** The provider took another amount than was asked for. */
  "amount_differs",
  /** A team refunds without cancelling. */
  "team",
  /** Made at the provider, as in its dashboard. */
  "provider",
]);
export const disputeStatus = pgEnum("dispute_status", ["needs_response", "under_review", "won", "lost"]);

/** Rows are numbered across events, and their key starts with the event. */
const numbered = () => bigint("id", { mode: "number" }).generatedAlwaysAsIdentity();
const amount = (name: string) => bigint(name, { mode: "number" });

/**
 * An attempt to pay for a booking. Triggers refuse a step back, a deletion, and a payment that does not fit its booking's
 * event and currency.
 */
export const payments = pgTable(
  "payments",
  {
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    id: numbered(),
    bookingId: foreignKey("booking_id")
      .notNull()
      .references(() => bookings.id),
    provider: paymentProvider("provider").notNull(),
    status: paymentStatus("status").notNull().default("created"),
    /** What is to be paid. Minor units of `currency`, like all amounts here. */
    amount: amount("amount").notNull(),
    currency: char("currency", { length: 3 }).notNull(),
    capturedAmount: amount("captured_amount").notNull().default(0),
    /** The refunds that have not failed. Written by a trigger. */
    refundedAmount: amount("refunded_amount").notNull().default(0),
    /** What the provider kept, in its own currency. Null until it says so. */
    fee: amount("fee"),
    feeCurrency: char("fee_currency", { length: 3 }),
    /** Sent with every call about this attempt, so that a repeated one changes nothing. */
    idempotencyKey: text("idempotency_key").notNull(),
    sessionId: text("session_id"),
    /** The provider's page. */
    checkoutUrl: text("checkout_url"),
    intentId: text("intent_id"),
    /** Such as `card` or `ideal`. */
    method: text("method"),
    /** The provider's code for its last refusal, or why the attempt was ended. */
    failureReason: text("failure_reason"),
    /** Until when an authorization can be captured. */
    captureBefore: instant("capture_before"),
    /** Who marked it as paid. */
    recordedBy: foreignKey("recorded_by").references(() => users.id),
    createdAt: createdAt(),
    authorizedAt: instant("authorized_at"),
    capturedAt: instant("captured_at"),
    /** When it failed or was cancelled. */
    endedAt: instant("ended_at"),
    /** When the provider was last asked about it. */
    checkedAt: instant("checked_at"),
    /** When somebody of the team saw to what was wrong with it. */
    reviewedAt: instant("reviewed_at"),
    reviewedBy: foreignKey("reviewed_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.id] }),
    uniqueIndex("payments_one_open_per_booking_key")
      .on(t.eventId, t.bookingId)
      .where(sql`status in ('created', 'authorized')`),
    index("payments_by_booking_idx").on(t.eventId, t.bookingId, t.id),
    uniqueIndex("payments_session_key").on(t.eventId, t.sessionId),
    // The sweep asks about those that were not asked about for longest.
    index("payments_open_idx").on(t.checkedAt).where(sql`status in ('created', 'authorized')`),
    index("payments_by_event_and_time_idx").on(t.eventId, t.createdAt, t.id),
    check("payments_amounts", sql`${t.amount} > 0 and ${t.capturedAmount} >= 0`),
    check("payments_refunds_within_captured", sql`${t.refundedAmount} between 0 and ${t.capturedAmount}`),
    check("payments_captured", sql`(${t.status} = 'captured') = (${t.capturedAmount} > 0)`),
  ],
);

/** Money that goes back. Each is asked for once by its key; triggers refuse a step back and a deletion. */
export const refunds = pgTable(
  "refunds",
  {
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    id: numbered(),
    paymentId: foreignKey("payment_id").notNull(),
    bookingId: foreignKey("booking_id")
      .notNull()
      .references(() => bookings.id),
    /** In the currency of the payment. */
    amount: amount("amount").notNull(),
    /** One that has succeeded can still fail days later, when a bank returns it. */
    status: refundStatus("status").notNull().default("created"),
    reason: refundReason("reason").notNull(),
    /** What the team wrote about it. */
    note: text("note"),
    /** Such as `cancelled:42`, so that the same cause never refunds twice. */
    key: text("key").notNull(),
    /** Null: Quorix itself, or the provider's dashboard. */
    requestedBy: foreignKey("requested_by").references(() => users.id),
    /** The cancellation of an event that it belongs to. */
    operationId: uuid("operation_id").references(() => operations.id),
    providerRefundId: text("provider_refund_id"),
    failureReason: text("failure_reason"),
    createdAt: createdAt(),
    succeededAt: instant("succeeded_at"),
    failedAt: instant("failed_at"),
    checkedAt: instant("checked_at"),
    /** When somebody of the team saw to it. */
    reviewedAt: instant("reviewed_at"),
    reviewedBy: foreignKey("reviewed_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.id] }),
    compositeKey({ columns: [t.eventId, t.paymentId], foreignColumns: [payments.eventId, payments.id] }),
    uniqueIndex("refunds_key").on(t.eventId, t.key),
    uniqueIndex("refunds_provider_key").on(t.eventId, t.providerRefundId),
    index("refunds_by_payment_idx").on(t.eventId, t.paymentId),
    index("refunds_by_booking_idx").on(t.eventId, t.bookingId),
    index("refunds_by_operation_idx").on(t.operationId, t.status).where(sql`operation_id is not null`),
    index("refunds_open_idx").on(t.checkedAt).where(sql`status in ('created', 'pending')`),
    index("refunds_by_event_and_time_idx").on(t.eventId, t.createdAt, t.id),
    check("refunds_amount", sql`${t.amount} > 0`),
  ],
);

/** A buyer's bank takes a payment back, or tries to. */
export const disputes = pgTable(
  "disputes",
  {
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    id: numbered(),
    paymentId: foreignKey("payment_id").notNull(),
    bookingId: foreignKey("booking_id")
      .notNull()
      .references(() => bookings.id),
    providerDisputeId: text("provider_dispute_id").notNull(),
    amount: amount("amount").notNull(),
    status: disputeStatus("status").notNull(),
    /** The provider's code, such as `fraudulent`. */
    reason: text("reason").notNull(),
    answerBy: instant("answer_by"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.id] }),
    compositeKey({ columns: [t.eventId, t.paymentId], foreignColumns: [payments.eventId, payments.id] }),
    uniqueIndex("disputes_provider_key").on(t.eventId, t.providerDisputeId),
    index("disputes_by_booking_idx").on(t.eventId, t.bookingId),
    index("disputes_open_idx").on(t.eventId).where(sql`status in ('needs_response', 'under_review')`),
  ],
);

/**
 * A notification of a provider, stored before it is answered and handled afterwards. It names an object at the provider:
 * which event that belongs to is known once the object was fetched.
 */
export const providerEvents = pgTable(
  "provider_events",
  {
    /** The provider's id, so that a repeated notification is stored once. */
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    objectId: text("object_id").notNull(),
    objectKind: text("object_kind").notNull(),
    createdAt: instant("created_at").notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
    handledAt: instant("handled_at"),
    eventId: foreignKey("event_id").references(() => events.id),
    paymentId: foreignKey("payment_id"),
    /** A payment at the provider that no row knows. */
    unknownPayment: jsonb("unknown_payment").$type<{ id: string; amount: number; currency: string }>(),
    reviewedAt: instant("reviewed_at"),
    reviewedBy: foreignKey("reviewed_by").references(() => users.id),
  },
  (t) => [
    index("provider_events_unhandled_idx").on(t.receivedAt).where(sql`handled_at is null`),
    index("provider_events_handled_idx").on(t.handledAt).where(sql`handled_at is not null`),
    index("provider_events_unknown_idx")
      .on(t.receivedAt)
      .where(sql`unknown_payment is not null and reviewed_at is null`),
  ],
);
