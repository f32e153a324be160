import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AuditAction, StoredAuditAction } from "./audit-actions";
import { bookings } from "./bookings";
import { createdAt, foreignKey, identity, instant } from "./columns";
import { events } from "./events";
import { organizers } from "./organizers";
import { users } from "./users";

/** Announcements, written in the transaction that makes them true. The id is the Inngest event id. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    data: jsonb("data").$type<Record<string, number | string>>().notNull(),
    createdAt: createdAt(),
    dispatchedAt: instant("dispatched_at"),
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [
    index("outbox_undispatched_idx").on(t.createdAt).where(sql`dispatched_at is null`),
    // Rows that were sent long ago are deleted.
    index("outbox_dispatched_idx").on(t.dispatchedAt).where(sql`dispatched_at is not null`),
  ],
);

export const emailStatus = pgEnum("email_status", ["sending", "sent", "failed"]);

/** An email is claimed here by its key before it is sent, so that no key is sent twice. */
export const emailDeliveries = pgTable(
  "email_deliveries",
  {
    /** Such as `booking-confirmed:42`. */
    key: text("key").primaryKey(),
    /** Emptied some time after the email was sent: see lib/retention/rules.ts. */
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    status: emailStatus("status").notNull().default("sending"),
    attempts: integer("attempts").notNull().default(1),
    messageId: text("message_id").notNull(),
    bookingId: foreignKey("booking_id").references(() => bookings.id),
    eventId: foreignKey("event_id").references(() => events.id),
    claimedAt: instant("claimed_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("email_deliveries_by_booking_idx").on(t.bookingId),
    index("email_deliveries_unsent_by_event_idx").on(t.eventId).where(sql`status <> 'sent'`),
    index("email_deliveries_unsent_idx").on(t.claimedAt).where(sql`status <> 'sent'`),
    index("email_deliveries_addressed_idx").on(t.sentAt).where(sql`sent_at is not null and "to" <> ''`),
  ],
);

/**
 * Actions of attendees on their own bookings and waitlist entries, and automatic ones: a thousand of these for each
 * action of a team, unless the detail says `byTeam`.
 */
export const attendeeActions = [
  "booking.held",
  "booking.confirmed",
  "booking.revived",
  "booking.released",
  "booking.expired",
  "booking.cancelled",
  "booking.cancelled-with-event",
  "waitlist.joined",
  "waitlist.left",
  "waitlist.offered",
  "waitlist.converted",
  "waitlist.offer-expired",
  "waitlist.closed-with-event",
] as const satisfies AuditAction[];

// Spelled out, as a partial index is only used by queries with the same condition.
export const isTeamAction = sql.raw(
  `(action not in (${attendeeActions.map((step) => `'${step}'`).join(", ")}) or detail ? 'byTeam')`,
);

/** Append-only. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: identity(),
    /** Null: Quorix itself. */
    actorId: foreignKey("actor_id").references(() => users.id),
    /** Such as `booking.confirmed`. */
    action: text("action").$type<StoredAuditAction>().notNull(),
    /** The organizer whose owners may read it. */
    organizerId: foreignKey("organizer_id").references(() => organizers.id),
    eventId: foreignKey("event_id").references(() => events.id),
    bookingId: foreignKey("booking_id").references(() => bookings.id),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    index("audit_log_by_booking_idx").on(t.bookingId, t.at),
    index("audit_log_by_event_idx").on(t.eventId, t.at),
    index("audit_log_by_organizer_idx").on(t.organizerId, t.at, t.id),
    index("audit_log_of_team_idx").on(t.organizerId, t.at, t.id).where(isTeamAction),
  ],
);

/** A run of a background function that gave up, kept until a superuser retries or dismisses it. */
export const failedRuns = pgTable(
  "failed_runs",
  {
    id: identity(),
    /** The run's id at Inngest. */
    runId: text("run_id").notNull(),
    functionId: text("function_id").notNull(),
    eventName: text("event_name").notNull(),
    eventData: jsonb("event_data").$type<Record<string, unknown>>().notNull(),
    /** The error's name and message, as far as they hold no address. */
    error: text("error").notNull(),
    failedAt: instant("failed_at").notNull().defaultNow(),
    /** When it was retried or dismissed. */
    settledAt: instant("settled_at"),
    settledBy: foreignKey("settled_by").references(() => users.id),
  },
  (t) => [
    uniqueIndex("failed_runs_run_key").on(t.runId),
    index("failed_runs_open_idx").on(t.failedAt, t.id).where(sql`settled_at is null`),
    index("failed_runs_settled_idx").on(t.settledAt).where(sql`settled_at is not null`),
  ],
);
