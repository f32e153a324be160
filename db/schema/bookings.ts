import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, foreignKey, identity, instant, searchColumns } from "./columns";
import { events, ticketTypes } from "./events";
import { users } from "./users";

export const bookingStatus = pgEnum("booking_status", ["pending", "confirmed", "cancelled", "expired"]);
export const bookingSource = pgEnum("booking_source", ["checkout", "waitlist", "organizer"]);

export type IntendedHolder = { ticketTypeId: number; name: string; email?: string };

export const bookings = pgTable(
  "bookings",
  {
    id: identity(),
    /** Public name of the booking, random. */
    reference: text("reference").notNull(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id),
    status: bookingStatus("status").notNull(),
    numberOfTickets: integer("number_of_tickets").notNull(),
    /** Minor units of `currency`. Wider than a price: ten seats at three million rupiah do not fit an integer. */
    totalPrice: bigint("total_price", { mode: "number" }).notNull(),
    currency: char("currency", { length: 3 }).notNull(),
    source: bookingSource("source").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    bookedAt: instant("booked_at").notNull(),
    expiresAt: instant("expires_at"),
    confirmedAt: instant("confirmed_at"),
    cancelledAt: instant("cancelled_at"),
    /** An attempt to pay for it is open: until that has ended, the hold does not expire. Written by lib/inventory only. */
    isPaying: boolean("is_paying").notNull().default(false),
    /** Who the tickets are for, as typed before paying. */
    intendedHolders: jsonb("intended_holders").$type<IntendedHolder[]>(),
  },
  (t) => [
    uniqueIndex("bookings_reference_key").on(t.reference),
    uniqueIndex("bookings_idempotency_key").on(t.userId, t.idempotencyKey),
    uniqueIndex("bookings_one_active_per_user_and_event_key")
      .on(t.eventId, t.userId)
      .where(sql`status in ('pending', 'confirmed')`),
    index("bookings_by_user_idx").on(t.userId, t.bookedAt, t.id),
    // With the columns that are summed, so that an event's totals are read from the index alone.
    index("bookings_by_event_idx").on(t.eventId, t.status, t.bookedAt, t.numberOfTickets, t.totalPrice),
    index("bookings_by_event_and_time_idx").on(t.eventId, t.bookedAt, t.id),
    // For searches by prefix; this operator class serves LIKE under every collation.
    index("bookings_by_event_and_reference_idx").on(t.eventId, t.reference.op("text_pattern_ops")),
    index("bookings_by_event_and_size_idx").on(t.eventId, t.numberOfTickets, t.id),
    // Most come from the checkout, and are found without an index.
    index("bookings_by_event_and_source_idx")
      .on(t.eventId, t.source, t.bookedAt, t.id)
      .where(sql`source <> 'checkout'`),
    index("bookings_holds_idx").on(t.eventId, t.expiresAt).where(sql`status = 'pending'`),
    index("bookings_holds_by_expiry_idx").on(t.expiresAt).where(sql`status = 'pending'`),
    // Finds what is to be cleared after an event.
    index("bookings_intended_holders_idx").on(t.eventId).where(sql`intended_holders is not null`),
    check("bookings_amounts", sql`${t.numberOfTickets} > 0 and ${t.totalPrice} >= 0`),
    check("bookings_hold_has_expiry", sql`${t.status} <> 'pending' or ${t.expiresAt} is not null`),
    check("bookings_confirmed_has_time", sql`${t.status} <> 'confirmed' or ${t.confirmedAt} is not null`),
  ],
);

export const bookingItems = pgTable(
  "booking_items",
  {
    id: identity(),
    bookingId: foreignKey("booking_id")
      .notNull()
      .references(() => bookings.id),
    ticketTypeId: foreignKey("ticket_type_id")
      .notNull()
      .references(() => ticketTypes.id),
    quantity: integer("quantity").notNull(),
    /** Minor units, as it was when the seats were taken. */
    unitPrice: integer("unit_price").notNull(),
    /** The tax that the price includes: in hundredths of a percent, and the amount it makes. */
    taxRate: integer("tax_rate").notNull().default(0),
    taxAmount: bigint("tax_amount", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    uniqueIndex("booking_items_one_per_type_key").on(t.bookingId, t.ticketTypeId),
    index("booking_items_by_type_idx").on(t.ticketTypeId),
    check("booking_items_quantity", sql`${t.quantity} > 0 and ${t.unitPrice} >= 0`),
    check("booking_items_tax", sql`${t.taxRate} >= 0 and ${t.taxAmount} >= 0`),
  ],
);

export const ticketStatus = pgEnum("ticket_status", ["valid", "void"]);

export const tickets = pgTable(
  "tickets",
  {
    id: identity(),
    bookingId: foreignKey("booking_id")
      .notNull()
      .references(() => bookings.id),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    ticketTypeId: foreignKey("ticket_type_id")
      .notNull()
      .references(() => ticketTypes.id),
    /** What the QR code says, random. */
    code: text("code").notNull(),
    holderName: text("holder_name").notNull(),
    holderEmail: text("holder_email"),
    status: ticketStatus("status").notNull().default("valid"),
    checkedInAt: instant("checked_in_at"),
    checkedInBy: foreignKey("checked_in_by").references(() => users.id),
    createdAt: createdAt(),
    /** When it last changed: check-in devices fetch the changes since their last request. */
    changedAt: instant("changed_at")
      .notNull()
      .defaultNow()
      .$onUpdate(() => sql`now()`),
    ...searchColumns(),
  },
  (t) => [
    uniqueIndex("tickets_code_key").on(t.code),
    index("tickets_by_booking_idx").on(t.bookingId),
    index("tickets_by_event_idx").on(t.eventId, t.status),
    index("tickets_by_event_and_change_idx").on(t.eventId, t.changedAt),
    // Counts checked-in tickets without reading one.
    index("tickets_inside_idx")
      .on(t.eventId, t.ticketTypeId)
      .where(sql`status = 'valid' and checked_in_at is not null`),
    // The ticket's fingerprint on check-in devices: half of its code's SHA-256, as the code itself would open the door.
    index("tickets_by_fingerprint_idx").on(t.eventId, sql`substring(sha256(code::bytea) from 1 for 16)`),
    index("tickets_by_event_and_code_idx").on(t.eventId, t.code.op("text_pattern_ops")),
    // Names in the order of any alphabet, whatever the database's own collation is.
    index("tickets_by_event_and_holder_idx").on(t.eventId, sql`holder_name collate "und-x-icu"`, t.id),
    index("tickets_by_event_and_entry_idx").on(t.eventId, t.checkedInAt, t.bookingId).where(sql`status = 'valid'`),
    index("tickets_words_idx").using("gin", t.search),
  ],
);

/** What the last change of a booking's ticket types has changed, to undo it. */
export const ticketMoves = pgTable(
  "ticket_moves",
  {
    ticketId: foreignKey("ticket_id")
      .primaryKey()
      .references(() => tickets.id),
    /** A type without sold tickets may be deleted; the change can then not be undone. */
    fromTypeId: foreignKey("from_type_id")
      .notNull()
      .references(() => ticketTypes.id, { onDelete: "cascade" }),
    /** What the booking paid for one of that type. Minor units. */
    unitPrice: integer("unit_price").notNull(),
  },
  (t) => [index("ticket_moves_by_type_idx").on(t.fromTypeId)],
);
