import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { peopleQuery } from "@/lib/search/vector";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { makeEvent, makePeople, makeUser } from "@/test/factories";
import { backfillSearch } from "./backfill-search";
import { bookings, events, tickets, users } from "./schema/index";

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase({ max: 3 });
});
afterAll(() => own.close());

/** Writes users as the previous version does, which has no search columns. */
async function oldUsers(names: string[]): Promise<number[]> {
  const rows = await own.db.execute<{ id: number }>(sql`
    insert into users (name, email)
    select name, gen_random_uuid() || '@quorix.test' from json_array_elements_text(${JSON.stringify(names)}::json) as name
    returning id::int`);
  return rows.map(({ id }) => id);
}

async function usersFound(words: string) {
  const query = sql`${users.search} @@ ${peopleQuery(words)}::tsquery`;
  return (await own.db.select({ id: users.id }).from(users).where(query).orderBy(users.id)).map(({ id }) => id);
}

test("pages of users written by others are found afterwards, those in between as well", async () => {
  const names = Array.from({ length: 1_200 }, (_, at) => (at % 100 === 0 ? "Søren Müller" : `Nobody ${at}`));
  const old = await oldUsers(names.slice(0, 700));
  const folded = await makePeople(own.db, [{ name: "Søren Müller", email: "soren@quorix.test" }]);
  const late = await oldUsers(names.slice(700));
  const before = await usersFound("soren mueller");
  expect(before).toEqual(folded);
  await backfillSearch(own.db);
  const wanted = [...old, ...late].filter((_, at) => at % 100 === 0);
  expect(await usersFound("soren mueller")).toEqual([...wanted, ...folded].toSorted((a, b) => a - b));
  expect(await own.db.$count(users, eq(users.folding, FOLDING_VERSION))).toBe(await own.db.$count(users));
});

test("tickets are found, and do not count as changed for check-in devices", async () => {
  const event = await makeEvent(own.db);
  const user = await makeUser(own.db);
  const now = new Date();
  const [booking] = await own.db
    .insert(bookings)
    .values({
      ...{ eventId: event.id, userId: user.id, reference: "OLD", idempotencyKey: "old", currency: "EUR" },
      ...{
        status: "confirmed",
        source: "checkout",
        numberOfTickets: 2,
        totalPrice: 0,
        bookedAt: now,
        confirmedAt: now,
      },
    })
    .returning({ id: bookings.id });
  await own.db.execute(sql`
    insert into tickets (booking_id, event_id, ticket_type_id, code, holder_name, holder_email, changed_at)
    select ${booking?.id}, ${event.id}, ${event.ticketTypes[0]?.id}, md5(name), name, mail, '2026-01-01T00:00Z'
    from (values ('Łukasz Żółć', 'lz@quorix.test'), ('山田 "花子" \\', null)) as given (name, mail)`);
  await backfillSearch(own.db);
  for (const [words, name] of [
    ["lukasz", "Łukasz Żółć"],
    ["lz@quo", "Łukasz Żółć"],
    ["花子", '山田 "花子" \\'],
  ] as const) {
    const found = await own.db
      .select({ holderName: tickets.holderName, folding: tickets.folding, changedAt: tickets.changedAt })
      .from(tickets)
      .where(sql`${tickets.search} @@ ${peopleQuery(words)}::tsquery`);
    expect(found).toEqual([{ holderName: name, folding: FOLDING_VERSION, changedAt: new Date("2026-01-01T00:00Z") }]);
  }
});

test("events are, and their words with them", async () => {
  const event = await makeEvent(own.db, { name: "Ærø Jazz" });
  await own.db.update(events).set({ search: "", folding: 0 }).where(eq(events.id, event.id));
  await backfillSearch(own.db);
  const found = await own.db.execute<{ word: string }>(
    sql`select word from event_words where event_id = ${event.id} and word in ('aero', 'jazz') order by word`,
  );
  expect(found.map(({ word }) => word)).toEqual(["aero", "jazz"]);
});

test("rows folded by other rules are folded again, and folded rows are not touched", async () => {
  const [older = 0, newest = 0] = await makePeople(own.db, [
    { name: "Zoë Older", email: "older@quorix.test" },
    { name: "Zoë Newest", email: "newest@quorix.test" },
  ]);
  await own.db
    .update(users)
    .set({ search: "'nothing':1A" })
    .where(inArray(users.id, [older, newest]));
  await own.db
    .update(users)
    .set({ folding: FOLDING_VERSION + 1 })
    .where(eq(users.id, older));
  await backfillSearch(own.db);
  expect(await usersFound("zoe")).toEqual([older]);
  expect(await usersFound("nothing")).toEqual([newest]);
});

test("a locked row is left for the next time", async () => {
  const [locked = 0, free = 0] = await oldUsers(["Åse Locked", "Åse Free"]);
  await own.db.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, locked)).for("no key update");
    await backfillSearch(own.db);
    expect(await usersFound("ase")).toEqual([free]);
  });
  await backfillSearch(own.db);
  expect(await usersFound("ase")).toEqual([locked, free]);
});
