import { eq, sql } from "drizzle-orm";
import { connect, type Database, type Transaction } from "@/db/connect";
import { events, organizers } from "@/db/schema";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { userSearchColumns } from "@/lib/search/vector";
import { inventedPeople } from "./people";
import { type BigEvent, insertBigEvent } from "./scale-event";
import { fillOtherEvents } from "./scale-others";

/** Where the organizer's pages are measured: `npm run bench -- admin` looks for these slugs. */
export const scaleSlug = "the-long-weekender";
const MAIN_EVENT: BigEvent = {
  slug: scaleSlug,
  name: "The Long Weekender",
  startsInDays: 60,
  soldOverDays: 90,
  bookings: 50_000,
  waiting: 10_000,
  isOver: false,
};
/** Over, with people checked in, so that there is a pace to compare with. */
const EARLIER_EVENT: BigEvent = {
  slug: "the-long-weekender-last-year",
  name: "The Long Weekender, last year",
  startsInDays: -300,
  soldOverDays: 120,
  bookings: 5_000,
  waiting: 0,
  isOver: true,
};
const PEOPLE = MAIN_EVENT.bookings + MAIN_EVENT.waiting;
const PEOPLE_PER_STATEMENT = 20_000;

async function insertPeople(tx: Transaction) {
  for (let from = 0; from < PEOPLE; from += PEOPLE_PER_STATEMENT) {
    const people = inventedPeople(Math.min(PEOPLE_PER_STATEMENT, PEOPLE - from), from).map(({ name, email }) => {
      const person = { name, email: email.replace("@example.com", "@scale.example.com") };
      return { ...person, ...userSearchColumns(person) };
    });
    await tx.execute(sql`
      insert into users (name, email, email_verified_at, created_at, search, folding)
      select name, email, now(), now() - interval '200 days', search, folding
      from json_to_recordset(${JSON.stringify(people)}::json)
        as given (name text, email text, search tsvector, folding smallint)`);
  }
  // Numbered from 1, so that the other statements can deal them out.
  await tx.execute(sql`
    create temporary table scale_people on commit drop as
    select row_number() over (order by id)::int as n, id, name, email, search from users
    where email like '%@scale.example.com'`);
  await tx.execute(sql`create unique index on scale_people (n)`);
  await tx.execute(sql`analyze scale_people`);
}

async function isSeeded(db: Database) {
  const [event] = await db.select({ id: events.id }).from(events).where(eq(events.slug, MAIN_EVENT.slug));
  return event !== undefined;
}

/**
 * Adds one event with 50,000 bookings and 10,000 people waiting, an earlier one, and some to all others. Written in bulk, past the booking
 * manager, which would take half an hour; so the inventory is counted again before it is committed.
 */
export async function seedScale(url: string): Promise<{ bookings: number; waiting: number }> {
  const { db, close } = connect(url, { max: 1 });
  try {
    if (await isSeeded(db)) return { bookings: 0, waiting: 0 };
    await db.transaction(async (tx) => {
      const [owner] = await tx.select({ id: organizers.id }).from(organizers).orderBy(organizers.id).limit(1);
      if (!owner) throw new Error("The demo's organizers are missing.");
      await insertPeople(tx);
      await fillOtherEvents(tx);
      for (const event of [EARLIER_EVENT, MAIN_EVENT]) await insertBigEvent(tx, event, owner.id);
      const drift = [...(await auditEventInventory(tx)), ...(await auditTicketTypeInventory(tx))];
      if (drift.length > 0) throw new Error(`The seeded inventory differs: ${JSON.stringify(drift)}`);
    });
    // What autovacuum would do in its own time: totals are read from indexes alone only after it.
    await db.execute(sql`vacuum analyze`);
    return { bookings: MAIN_EVENT.bookings + EARLIER_EVENT.bookings, waiting: MAIN_EVENT.waiting };
  } finally {
    await close();
  }
}
