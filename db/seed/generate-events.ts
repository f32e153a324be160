import { addHours } from "date-fns";
import type { Sql } from "postgres";
import { eventSearchColumns } from "@/lib/search/vector";
import { toStoredWallClock } from "@/lib/time/stored-wall-clocks";
import { toInstant } from "@/lib/time/wall-clock";
import { copyRows } from "./copy-rows";
import { generateEvent } from "./generated-event";
import { loadRows } from "./load-rows";

const columns = {
  number: "bigint",
  organizer_id: "bigint",
  slug: "text",
  name: "text",
  summary: "text",
  description: "text",
  category: "text",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  starts_at_wall: "timestamp",
  ends_at_wall: "timestamp",
  time_zone: "text",
  venue: "text",
  address: "text",
  city: "text",
  country: "text",
  currency: "text",
  capacity: "int",
  ticket_types: "json",
  search: "tsvector",
  folding: "smallint",
};

/** Generated days are no more careful than people: a time that clocks skip is the one they go on with. */
function instantOf(wall: string, timeZone: string): Date {
  const read = toInstant(wall, timeZone);
  if (read.ok) return read.at;
  if (read.code === "SKIPPED") return instantOf(read.next, timeZone);
  throw new Error(`${wall} is no time`);
}

function* rowsOf(first: number, howMany: number, owners: { id: number }[]) {
  const today = new Date();
  for (let number = first; number < first + howMany; number += 1) {
    const event = generateEvent(number, owners, today);
    const { organizerId, slug, name, summary, description, category, startsLocal, hours, timeZone } = event;
    const { venue, address, city, country, currency, capacity, ticketTypes } = event;
    const startsAt = instantOf(startsLocal, timeZone);
    const endsAt = addHours(startsAt, hours);
    const clocks = [toStoredWallClock(startsAt, timeZone), toStoredWallClock(endsAt, timeZone)];
    const when = [startsAt.toISOString(), endsAt.toISOString(), ...clocks, timeZone];
    const where = [venue, address, city, country, currency];
    const types = JSON.stringify(ticketTypes);
    const { search, folding } = eventSearchColumns(event);
    const what = [organizerId, slug, name, summary, description, category];
    yield [number, ...what, ...when, ...where, capacity, types, search, folding];
  }
}

/** Adds published events until there are `total`, a million in a few minutes. Returns how many it added. */
export async function generateEvents(client: Sql, total: number): Promise<number> {
  const owners = await client<{ id: number }[]>`select id::int from organizers order by id`;
  const [there] = await client<{ last: number; howMany: number }[]>`
    select coalesce(max(id), 0)::int as last, count(*)::int as "howMany" from events`;
  const missing = total - (there?.howMany ?? 0);
  if (missing <= 0) return 0;
  // Ids only grow, so numbers that start after the last one have named no event yet.
  const first = (there?.last ?? 0) + 1;
  await client.begin(async (sql) => {
    const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    await sql.unsafe(`create temporary table given (${types.join(", ")}) on commit drop`);
    await copyRows(sql, "given", Object.keys(columns), rowsOf(first, missing, owners));
    await loadRows(sql, ["events", "ticket_types"], missing, async () => {
      // With the triggers off, the day it starts on is written here.
      await sql`
        insert into events (organizer_id, slug, name, summary, description, category, starts_at, ends_at,
          starts_at_wall, ends_at_wall, starts_on, time_zone, venue, address, city, country, currency, status, capacity,
          available_tickets, search, folding)
        select organizer_id, slug, name, summary, description, category, starts_at, ends_at,
          starts_at_wall, ends_at_wall, starts_at_wall::date, time_zone, venue, address, city, country, currency,
          'published', capacity, capacity, search, folding
        from given order by number`;
      await sql`
        insert into ticket_types (event_id, code, name, price, quota, position)
        select e.id, t.code, t.name, t.price, t.quota, t.position
        from given join events e using (slug) cross join lateral json_to_recordset(given.ticket_types)
          as t (code text, name text, price int, quota int, position int)`;
    });
    // Does the work of the triggers, which are off.
    await sql`analyze events, ticket_types`;
    await loadRows(sql, ["event_words"], missing, async () => {
      await sql`select write_event_words(array(select e.id from given join events e using (slug)))`;
    });
  });
  // What autovacuum would do in its own time: words are read from indexes alone only after it.
  await client`vacuum analyze events, ticket_types, event_words`;
  return missing;
}
