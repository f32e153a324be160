import { sql } from "drizzle-orm";
import { boolean, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { tickets } from "./bookings";
import { foreignKey, instant } from "./columns";
import { events } from "./events";
import { users } from "./users";

export const scanOutcome = pgEnum("scan_outcome", [
  "admitted",
  "already_in",
  "void",
  "other_event",
  "unknown",
  "undone",
]);

/**
 * Every scan with its result. The device makes the id, so that a scan syncs once. A row does not change, except for an
 * admission that an earlier one replaces: it becomes `already_in`, and a conflict.
 */
export const scans = pgTable(
  "scans",
  {
    id: uuid("id").primaryKey(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    /** Null if the code belongs to no ticket. */
    ticketId: foreignKey("ticket_id").references(() => tickets.id),
    outcome: scanOutcome("outcome").notNull(),
    /** The device's name, for the team. */
    device: text("device").notNull(),
    scannedBy: foreignKey("scanned_by")
      .notNull()
      .references(() => users.id),
    /** By the device's clock, corrected where it is wrong. */
    scannedAt: instant("scanned_at").notNull(),
    /** The device's clock was wrong, and the time was corrected. */
    isTimeCorrected: boolean("is_time_corrected").notNull().default(false),
    /** It let in a person who, as it turned out, should not have been. */
    isConflict: boolean("is_conflict").notNull().default(false),
    /** When and by whom a conflict was marked as looked at. */
    settledAt: instant("settled_at"),
    settledBy: foreignKey("settled_by").references(() => users.id),
    /** Of an `undone` row: the scan that it undoes. */
    undoes: uuid("undoes"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    index("scans_by_event_idx").on(t.eventId, t.recordedAt),
    index("scans_by_ticket_idx").on(t.ticketId, t.recordedAt),
    index("scans_undoes_idx").on(t.undoes).where(sql`undoes is not null`),
    index("scans_open_conflicts_idx").on(t.eventId, t.scannedAt).where(sql`is_conflict and settled_at is null`),
  ],
);
