import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, foreignKey, identity, instant, searchColumns, wallTime } from "./columns";
import { organizers } from "./organizers";
import { TIME_ZONE_PATTERN } from "./time-zone-pattern";
import { users } from "./users";

export const eventStatus = pgEnum("event_status", ["draft", "published", "cancelled"]);
/** Where tickets are paid for. */
export const paymentMethod = pgEnum("payment_method", ["venue", "online"]);

export const events = pgTable(
  "events",
  {
    id: identity(),
    organizerId: foreignKey("organizer_id")
      .notNull()
      .references(() => organizers.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    /** Markdown. */
    description: text("description").notNull().default(""),
    category: text("category").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** A place, by its IANA name. Dates are shown, and searched, in this zone. */
    timeZone: text("time_zone").notNull(),
    /** Its zone is from before zones had to be places: BST, EST. The organizer is asked to choose one. */
    isZoneUnsettled: boolean("is_zone_unsettled").notNull().default(false),
    /**
     * The local time that was typed: when rules of zones change, it means another instant. Null until it is filled in, if
     * the previous version wrote the instant.
     */
    startsAtWall: wallTime("starts_at_wall"),
    endsAtWall: wallTime("ends_at_wall"),
    salesStartAtWall: wallTime("sales_start_at_wall"),
    salesEndAtWall: wallTime("sales_end_at_wall"),
    /** The day it starts, in its own zone. Written by the trigger `wall_clocks`, from the wall clock. */
    startsOn: date("starts_on", { mode: "string" }).notNull().default("1970-01-01"),
    venue: text("venue").notNull(),
    address: text("address").notNull().default(""),
    city: text("city").notNull(),
    /** ISO 3166-1 alpha-2. */
    country: char("country", { length: 2 }).notNull(),
    /** ISO 4217. */
    currency: char("currency", { length: 3 }).notNull(),
    coverImage: text("cover_image"),
    isFeatured: boolean("is_featured").notNull().default(false),
    status: eventStatus("status").notNull().default("draft"),
    capacity: integer("capacity").notNull(),
    /** Seats the public can take now. Written by lib/inventory only. */
    availableTickets: integer("available_tickets").notNull(),
    /** Freed seats that are reserved for the waitlist. Written by lib/inventory only. */
    waitlistTickets: integer("waitlist_tickets").notNull().default(0),
    /** Null: from publication on. */
    salesStartAt: instant("sales_start_at"),
    /** Null: until the event starts. */
    salesEndAt: instant("sales_end_at"),
    maxTicketsPerBooking: integer("max_tickets_per_booking").notNull().default(10),
    holdMinutes: integer("hold_minutes").notNull().default(10),
    paymentMethod: paymentMethod("payment_method").notNull().default("venue"),
    /** How long a hold lasts at least from when its owner begins to pay. */
    paymentMinutes: integer("payment_minutes").notNull().default(15),
    cancellationCutoffHours: integer("cancellation_cutoff_hours").notNull().default(24),
    waitlistEnabled: boolean("waitlist_enabled").notNull().default(true),
    /** A big on-sale: visitors are admitted from a waiting room. */
    waitingRoom: boolean("waiting_room").notNull().default(false),
    /** Counts every save by an organizer; each save names the version that it is based on. */
    version: integer("version").notNull().default(1),
    /** Who saved last. */
    savedBy: foreignKey("saved_by").references(() => users.id),
    /** The values of a draft's editor, as typed: a draft may be incomplete. Null once it is published. */
    form: jsonb("form").$type<Record<string, unknown>>(),
    /** The key of an imported event, so that the same file imports it once. */
    importKey: text("import_key"),
    /** Its keys in other files, where the organizer said that they mean this event. */
    importAliases: text("import_aliases").array(),
    /** Its last content in the file: differences from it were made here. Null: imported before this was stored. */
    importContent: jsonb("import_content").$type<Record<string, string>>(),
    /** A hash of that content, to recognise an unchanged file quickly. */
    importHash: text("import_hash"),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
    /** The reason that attendees are sent. */
    cancellationReason: text("cancellation_reason"),
    ...searchColumns(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("events_slug_key").on(t.slug),
    check(
      "events_counters_not_negative",
      sql`${t.capacity} >= 0 and ${t.availableTickets} >= 0 and ${t.waitlistTickets} >= 0`,
    ),
    check("events_counters_within_capacity", sql`${t.availableTickets} + ${t.waitlistTickets} <= ${t.capacity}`),
    check("events_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
    check(
      "events_limits",
      sql`${t.maxTicketsPerBooking} > 0 and ${t.holdMinutes} > 0 and ${t.cancellationCutoffHours} >= 0`,
    ),
    check("events_payment_minutes", sql`${t.paymentMinutes} > 0`),
    check(
      "events_time_zone_is_place",
      sql`${t.timeZone} ~ ${sql.raw(`'${TIME_ZONE_PATTERN}'`)} or ${t.isZoneUnsettled}`,
    ),
    index("events_upcoming_idx").on(t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_upcoming_by_city_idx").on(t.city, t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_upcoming_by_category_idx").on(t.category, t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_featured_idx").on(t.startsAt, t.id).where(sql`status = 'published' and is_featured`),
    // Finds the events that run at an instant, however many are over.
    index("events_on_at_idx").using("spgist", sql`tstzrange(starts_at, ends_at)`).where(sql`status = 'published'`),
    index("events_by_organizer_idx").on(t.organizerId, t.startsAt, t.id),
    uniqueIndex("events_import_key").on(t.organizerId, t.importKey),
    index("events_search_idx").using("gin", t.search),
  ],
);

export const ticketTypes = pgTable(
  "ticket_types",
  {
    id: identity(),
    eventId: foreignKey("event_id")
      .notNull()
      .references(() => events.id),
    /** Public name of the row, random. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** Minor units of the event's currency. */
    price: integer("price").notNull(),
    /** Null: only the event's capacity limits it. */
    quota: integer("quota"),
    /** Seats in pending and confirmed bookings. Written by lib/inventory only. */
    sold: integer("sold").notNull().default(0),
    salesStartAt: instant("sales_start_at"),
    salesEndAt: instant("sales_end_at"),
    /** Like those of the event. */
    salesStartAtWall: wallTime("sales_start_at_wall"),
    salesEndAtWall: wallTime("sales_end_at_wall"),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("ticket_types_code_key").on(t.code),
    index("ticket_types_by_event_idx").on(t.eventId, t.position),
    check("ticket_types_price_not_negative", sql`${t.price} >= 0`),
    check("ticket_types_sold_within_quota", sql`${t.sold} >= 0 and (${t.quota} is null or ${t.sold} <= ${t.quota})`),
  ],
);
