import type { Sql } from "postgres";
import { copyRows } from "./copy-rows";
import { loadRows } from "./load-rows";
import * as loaded from "./loaded-bookings";

const columns = {
  users: ["id", "name", "email", "email_verified_at", "created_at", "search", "folding"],
  events: ["id", "organizer_id", "slug", "name", "category", "starts_at", "ends_at", "time_zone", "venue", "city"],
  ticketTypes: ["id", "event_id", "code", "name", "price"],
  bookings: [
    "id",
    "reference",
    "event_id",
    "user_id",
    "status",
    "number_of_tickets",
    "total_price",
    "currency",
    "source",
  ],
  items: ["booking_id", "ticket_type_id", "quantity", "unit_price"],
  audit: ["actor_id", "action", "organizer_id", "event_id", "booking_id", "at"],
  outbox: ["id", "name", "data", "created_at", "dispatched_at"],
};
columns.events.push("country", "currency", "status", "capacity", "available_tickets");
columns.bookings.push("idempotency_key", "booked_at", "expires_at", "confirmed_at", "cancelled_at");

/** The tables a reservation writes to, and so those whose size could slow it down. */
const FILLED = ["bookings", "booking_items", "audit_log", "outbox"];

/**
 * Adds so many bookings of past events by 100,000 people, with the audit and outbox rows that a reservation leaves;
 * ten million in some minutes. No tickets: a reservation does not look at them.
 */
export async function loadBookings(client: Sql, howMany: number) {
  const [first] = await client<{ organizer: number; person: number; event: number; type: number; booking: number }[]>`
    select (select min(id) from organizers)::int as organizer,
      (select coalesce(max(id), 0) from users)::int + 1 as person,
      (select coalesce(max(id), 0) from events)::int + 1 as event,
      (select coalesce(max(id), 0) from ticket_types)::int + 1 as type,
      (select coalesce(max(id), 0) from bookings)::int + 1 as booking`;
  if (!first?.organizer) throw new Error("The demo's organizers are missing.");
  const ids = { ...first, now: Date.now() };
  await client.begin(async (sql) => {
    await copyRows(sql, "users", columns.users, loaded.people(ids));
    await copyRows(sql, "events", columns.events, loaded.events(howMany, ids));
    await copyRows(sql, "ticket_types", columns.ticketTypes, loaded.ticketTypes(howMany, ids));
    await loadRows(sql, FILLED, howMany, async () => {
      await copyRows(sql, "bookings", columns.bookings, loaded.bookings(howMany, ids));
      await copyRows(sql, "booking_items", columns.items, loaded.bookingItems(howMany, ids));
      await copyRows(sql, "audit_log", columns.audit, loaded.auditLog(howMany, ids));
      await copyRows(sql, "outbox", columns.outbox, loaded.outbox(howMany, ids));
      await sql`
        with taken as (
          select event_id, sum(number_of_tickets)::int as seats from bookings
          where id >= ${ids.booking} and status in ('pending', 'confirmed') group by event_id
        ), counted as (
          update events set available_tickets = capacity - taken.seats from taken where events.id = taken.event_id
        )
        update ticket_types set sold = taken.seats from taken where ticket_types.event_id = taken.event_id`;
    });
    // COPY takes the ids it is given: the sequences have to follow.
    for (const table of ["users", "events", "ticket_types", "bookings"]) {
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql(table)}))`;
    }
  });
  for (const table of [...FILLED, "users", "events", "ticket_types", "event_words"]) {
    await client`vacuum analyze ${client(table)}`;
  }
}
