import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { foreignKey, identity, instant } from "./columns";
import { events, ticketTypes } from "./events";
import { users } from "./users";

export const waitlistStatus = pgEnum("waitlist_status", ["waiting", "offered", "converted", "expired", "left"]);

export const waitlistEntries = pgTable(
  "waitlist_entries",
  {
    id: identity(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id),
    /** Null for any type. */
    ticketTypeId: foreignKey("ticket_type_id").references(() => ticketTypes.id),
    quantity: integer("quantity").notNull(),
    acceptFewer: boolean("accept_fewer").notNull().default(false),
    status: waitlistStatus("status").notNull().default("waiting"),
    joinedAt: instant("joined_at").notNull(),
    /** When it stopped waiting: offered, converted, expired or left. */
    resolvedAt: instant("resolved_at"),
    bookingId: foreignKey("booking_id").references(() => bookings.id),
    /** When its owner was asked what to do, because the ticket type is no longer sold. Null while it can be served. */
    typeClosedAt: instant("type_closed_at"),
  },
  (t) => [
    uniqueIndex("waitlist_entries_one_open_per_user_and_event_key")
      .on(t.eventId, t.userId)
      .where(sql`status in ('waiting', 'offered')`),
    index("waitlist_entries_in_line_idx").on(t.eventId, t.status, t.joinedAt, t.id),
    index("waitlist_entries_by_user_idx").on(t.userId, t.joinedAt),
    index("waitlist_entries_over_idx")
      .on(t.eventId, t.resolvedAt, t.id)
      .where(sql`status in ('converted', 'expired', 'left')`),
    index("waitlist_entries_by_booking_idx").on(t.bookingId),
    index("waitlist_entries_by_type_idx").on(t.ticketTypeId),
    check("waitlist_entries_quantity", sql`${t.quantity} > 0`),
  ],
);

export const waitlistOutcome = pgEnum("waitlist_outcome", ["converted", "offered", "skipped"]);

/** A conversion run's grant to an entry, or why it gave nothing, if the reason has changed. */
export const waitlistDecisions = pgTable(
  "waitlist_decisions",
  {
    id: identity(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    entryId: foreignKey("entry_id")
      .notNull()
      .references(() => waitlistEntries.id),
    runId: uuid("run_id").notNull(),
    outcome: waitlistOutcome("outcome").notNull(),
    seats: integer("seats").notNull(),
    /** A sentence for the organizer. */
    reason: text("reason").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** The member of the team who made the offer manually; null where a run decided. */
    decidedBy: foreignKey("decided_by").references(() => users.id),
  },
  (t) => [
    index("waitlist_decisions_by_event_idx").on(t.eventId, t.decidedAt, t.id),
    index("waitlist_decisions_by_entry_idx").on(t.entryId, t.decidedAt),
  ],
);
