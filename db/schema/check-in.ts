import { index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
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

/** Every scan at a door and what came of it. Append-only; the id is made by the device, so that a scan syncs once. */
export const scans = pgTable(
  "scans",
  {
    id: uuid("id").primaryKey(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    /** Null where the code is no ticket's. */
    ticketId: foreignKey("ticket_id").references(() => tickets.id),
    outcome: scanOutcome("outcome").notNull(),
    /** Names the device for the people at the door. */
    device: text("device").notNull(),
    scannedBy: foreignKey("scanned_by")
      .notNull()
      .references(() => users.id),
    /** By the device's clock. */
    scannedAt: instant("scanned_at").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    index("scans_by_event_idx").on(t.eventId, t.recordedAt),
    index("scans_by_ticket_idx").on(t.ticketId, t.recordedAt),
  ],
);
