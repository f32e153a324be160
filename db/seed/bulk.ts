import { max, sql } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { events, organizers } from "@/db/schema";
import { type GeneratedEvent, generateEvent } from "./generated-event";

/** Events per statement: large enough to be fast, small enough to stay out of memory's way. */
const BATCH = 2_000;

/** One statement for both tables. Local times become instants in PostgreSQL, which knows every zone's clock changes. */
function insertBatch(db: Database, batch: GeneratedEvent[]) {
  return db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(batch)}::json) as given (
        "organizerId" bigint, slug text, name text, summary text, description text, category text, "startsLocal" timestamp,
        hours int, "timeZone" text, venue text, address text, city text, country text, currency text, capacity int,
        "ticketTypes" json
      )
    ), made as (
      insert into events (organizer_id, slug, name, summary, description, category, starts_at, ends_at, time_zone,
        venue, address, city, country, currency, status, capacity, available_tickets)
      select "organizerId", slug, name, summary, description, category, "startsLocal" at time zone "timeZone",
        ("startsLocal" at time zone "timeZone") + make_interval(hours => hours), "timeZone",
        venue, address, city, country, currency, 'published', capacity, capacity
      from given
      returning id, slug
    )
    insert into ticket_types (event_id, code, name, price, quota, position)
    select made.id, type.code, type.name, type.price, type.quota, type.position
    from given
    join made using (slug)
    cross join lateral json_to_recordset(given."ticketTypes")
      as type (code text, name text, price int, quota int, position int)`);
}

/** Adds published events until there are `total`. Returns how many it added. */
export async function generateEvents(db: Database, total: number): Promise<number> {
  const owners = await db.select({ id: organizers.id }).from(organizers).orderBy(organizers.id);
  const [last] = await db.select({ id: max(events.id) }).from(events);
  const missing = total - (await db.$count(events));
  const today = new Date();
  // Ids only grow, so numbers that start after the last one have named no event yet.
  const first = (last?.id ?? 0) + 1;
  for (let made = 0; made < missing; made += BATCH) {
    const size = Math.min(BATCH, missing - made);
    const batch = Array.from({ length: size }, (_, index) => generateEvent(first + made + index, owners, today));
    await insertBatch(db, batch);
  }
  return Math.max(0, missing);
}
