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
    /** Its zone is from before only places were: BST, EST. The organizer is asked to choose one. */
    isZoneUnsettled: boolean("is_zone_unsettled").notNull().default(false),
    /**
     * The wall clock that was typed: rules of zones change, and the instant is then another one. Null until one is
     * filled in, where the version before wrote the instant.
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
    /** Seats the public can take now. Written by lib/booking only. */
    availableTickets: integer("available_tickets").notNull(),
    /** Freed seats that are reserved for the waitlist. Written by lib/inventory only. */
    waitlistTickets: integer("waitlist_tickets").notNull().default(0),
    /** Null: from publication on. */
    salesStartAt: instant("sales_start_at"),
    /** Null: until the event starts. */
    salesEndAt: instant("sales_end_at"),
    maxTicketsPerBooking: integer("max_tickets_per_booking").notNull().default(10),
    holdMinutes: integer("hold_minutes").notNull().default(10),
    cancellationCutoffHours: integer("cancellation_cutoff_hours").notNull().default(24),
    waitlistEnabled: boolean("waitlist_enabled").notNull().default(true),
    /** A big on-sale: visitors are let in from a waiting room. */
    waitingRoom: boolean("waiting_room").notNull().default(false),
    /** Counts every save by an organizer: who saves names the version they changed. */
    version: integer("version").notNull().default(1),
    /** Who saved last. */
    savedBy: foreignKey("saved_by").references(() => users.id),
    /** What the editor of a draft holds, as it was typed: a draft may be incomplete. Null once it is published. */
    form: jsonb("form").$type<Record<string, unknown>>(),
    /** What an import knows this event by, so that the same file imports it once. */
    importKey: text("import_key"),
    /** What other files know it by, where its organizer said that they mean this event. */
    importAliases: text("import_aliases").array(),
    /** What its file said of it last: what differs from that was changed here. Null: imported before this was kept. */
    importContent: jsonb("import_content").$type<Record<string, string>>(),
    /** Of that content: a file that says the same again is soon recognised. */
    importHash: text("import_hash"),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
    /** What those who booked are told. */
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
    check(
      "events_time_zone_is_place",
      sql`${t.timeZone} ~ ${sql.raw(`'${TIME_ZONE_PATTERN}'`)} or ${t.isZoneUnsettled}`,
    ),
    index("events_upcoming_idx").on(t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_upcoming_by_city_idx").on(t.city, t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_upcoming_by_category_idx").on(t.category, t.startsAt, t.id).where(sql`status = 'published'`),
    index("events_featured_idx").on(t.startsAt, t.id).where(sql`status = 'published' and is_featured`),
    // Which events are on at an instant, however many came before.
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
    /** Seats in pending and confirmed bookings. Written by lib/booking only. */
    sold: integer("sold").notNull().default(0),
    salesStartAt: instant("sales_start_at"),
    salesEndAt: instant("sales_end_at"),
    /** As those of the event. */
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
