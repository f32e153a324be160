import { inArray, sql } from "drizzle-orm";
import { connect, type Transaction } from "@/db/connect";
import { events, outbox } from "@/db/schema";
import { seedAttendeeBookings } from "./attendee-bookings";
import { seedCheckIns } from "./check-ins";
import { demoEvents } from "./demo-events";
import { generateEvents } from "./generate-events";
import { insertEvents, insertOrganizers } from "./insert-events";
import { finishRefunds } from "./pay-online";
import { insertPeople, type Person } from "./people";
import { seededChoices } from "./random";
import { seedSales } from "./sales";
import { openSeedBookings } from "./seed-bookings";

const INVENTED_PEOPLE = 150;
const ADVISORY_LOCK = 7_145_002;

/** Returns people one after the other, with another first one for every event. */
function newcomers(people: Person[], eventNumber: number) {
  let next = eventNumber * 37;
  const last = next + people.length;
  return () => {
    const person = next < last ? people[next++ % people.length] : undefined;
    if (!person) throw new Error("everybody has a booking for this event already");
    return person;
  };
}

async function writeDemo(tx: Transaction) {
  const now = new Date();
  const people = await insertPeople(tx, now, INVENTED_PEOPLE);
  const organizerIds = await insertOrganizers(tx, people, now);
  const inserted = await insertEvents(tx, organizerIds, now);

  const announced: string[] = [];
  const office = openSeedBookings(tx, (ids) => announced.push(...ids));
  for (const [number, event] of inserted.entries()) {
    const demand = demoEvents.find((spec) => spec.slug === event.slug)?.demand;
    if (!demand) continue;
    const newcomer = newcomers(people.invented, number);
    await seedSales({ tx, seedBookings: office, event, newcomer, choose: seededChoices(number), now }, demand);
  }
  await finishRefunds(tx);
  await seedAttendeeBookings(office, inserted, people.attendee, now);
  await seedCheckIns(tx, people.door);
  // Nobody gets emails about demo data.
  await tx.update(outbox).set({ dispatchedAt: now }).where(inArray(outbox.id, announced));
}

/**
 * Fills an empty, migrated database with the demo, and any up to `events` events with generated ones. The demo is
 * one transaction: it is there as a whole or not at all, and no relay sees its announcements before they are done.
 * Returns how many events it made.
 */
export async function seedDemo(options: { url: string; events?: number }): Promise<{ events: number }> {
  const isTrial = process.env.NODE_ENV === "development" || process.env.NODE_ENV === "test";
  if (!isTrial && process.env.QUORIX_LOCAL_DATABASE !== "true") {
    throw new Error(
      "Demo data has accounts with a public password: it is not for a production database. For another one, set NODE_ENV=development.",
    );
  }
  const { db, sql: client, close } = connect(options.url, { max: 1 });
  try {
    const made = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
      if ((await tx.$count(events)) > 0) return 0;
      await writeDemo(tx);
      return demoEvents.length;
    });
    if (made === 0) console.log("There are events already, so no demo data was added.");
    const generated = options.events ? await generateEvents(client, options.events) : 0;
    return { events: made + generated };
  } finally {
    await close();
  }
}
