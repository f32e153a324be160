import { index, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, foreignKey, instant } from "./columns";
import { events } from "./events";
import { organizers } from "./organizers";
import { users } from "./users";

export const operationKind = pgEnum("operation_kind", ["event_cancellation", "event_change", "message"]);

/** Long work that an organizer started for many people, done in the background and resumed where it stopped. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: operationKind("kind").notNull(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    startedBy: foreignKey("started_by")
      .notNull()
      .references(() => users.id),
    /** Its task, by kind: the message, or the changes. */
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    /** When the list of its recipients was complete. */
    listedAt: instant("listed_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [index("operations_by_event_idx").on(t.eventId, t.createdAt)],
);

export const recipientStatus = pgEnum("operation_recipient_status", ["left", "done", "failed", "skipped"]);

/** One recipient of an operation, and its status. */
export const operationRecipients = pgTable(
  "operation_recipients",
  {
    operationId: uuid("operation_id")
      .notNull()
      .references(() => operations.id, { onDelete: "cascade" }),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id),
    bookingId: foreignKey("booking_id").references(() => bookings.id),
    status: recipientStatus("status").notNull().default("left"),
    /** Why it failed or was skipped, for the team. */
    reason: text("reason"),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.operationId, t.userId] }),
    index("operation_recipients_by_status_idx").on(t.operationId, t.status, t.userId),
  ],
);

/** People who want no messages from an organizer. Emails about a booking itself are still sent. */
export const messageOptouts = pgTable(
  "message_optouts",
  {
    organizerId: foreignKey("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizerId, t.userId] })],
);
