import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { describe, expect, inject, test } from "vitest";
import { events, ticketTypes } from "@/db/schema";
import { listPlaceZones } from "@/lib/time/time-zone";
import { wallClock } from "@/lib/time/wall-clock";
import { createTestDatabase } from "@/test/database";
import { makeEvent, makeUser } from "@/test/factories";
import { connect } from "./connect";
import { migrateDatabase } from "./migrate";
import { declareWallClockWrites } from "./wall-clocks";

const at = (iso: string) => new Date(iso);
/** What this Node shows in Vancouver: how old its time zones are decides on winters. */
const inVancouver = (iso: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Vancouver", dateStyle: "short", timeStyle: "short" })
    .format(at(iso))
    .replace(" ", "T");

/** 19:00 in Vancouver, where clocks no longer go back in winter by newer rules. */
const evening = { startsAt: at("2127-01-09T03:00Z"), endsAt: at("2127-01-09T05:00Z"), timeZone: "America/Vancouver" };

describe("the day an event starts on", () => {
  test("is that of its wall clock, whatever the database holds for the zone's rules", async () => {
    const own = await createTestDatabase();
    const startsAtWall = "2127-01-09T00:30";
    const event = await makeEvent(own.db, { ...evening, startsAtWall });
    expect(event).toMatchObject({ startsOn: "2127-01-09", startsAtWall });
    await own.close();
  });

  test("is read from the instant if there is no wall clock", async () => {
    const own = await createTestDatabase();
    const event = await makeEvent(own.db, { ...evening, startsAtWall: null, endsAtWall: null });
    expect(event).toMatchObject({ startsOn: "2127-01-08", startsAtWall: null });
    await own.close();
  });
});

test("a wall clock is cleared if only its instant is written, and kept if both are", async () => {
  const own = await createTestDatabase();
  const window = { salesStartAt: at("2127-01-01T09:00Z"), salesEndAt: at("2127-01-02T09:00Z") };
  const event = await makeEvent(own.db, { ...evening, ...window, ticketTypes: [window] });
  const read = async () => {
    const [row] = await own.db.select().from(events).where(eq(events.id, event.id));
    const [type] = await own.db.select().from(ticketTypes).where(eq(ticketTypes.eventId, event.id));
    return { row, type };
  };
  const later = at("2127-01-10T03:00Z");
  await own.db.update(events).set({ availableTickets: 9 }).where(eq(events.id, event.id));
  expect((await read()).row).toMatchObject({
    startsAtWall: inVancouver("2127-01-09T03:00Z"),
    salesEndAtWall: inVancouver("2127-01-02T09:00Z"),
  });

  await own.db
    .update(events)
    .set({ startsAt: at("2127-01-09T04:00Z") })
    .where(eq(events.id, event.id));
  await own.db.update(ticketTypes).set({ salesEndAt: later }).where(eq(ticketTypes.eventId, event.id));
  expect((await read()).row).toMatchObject({ startsAtWall: null, endsAtWall: inVancouver("2127-01-09T05:00Z") });
  expect((await read()).type).toMatchObject({
    salesStartAtWall: inVancouver("2127-01-01T09:00Z"),
    salesEndAtWall: null,
  });

  await own.db.transaction(async (tx) => {
    await declareWallClockWrites(tx);
    await tx.update(events).set({ endsAt: later, timeZone: "Asia/Tokyo" }).where(eq(events.id, event.id));
  });
  expect((await read()).row).toMatchObject({ endsAtWall: inVancouver("2127-01-09T05:00Z") });
  expect((await read()).type).toMatchObject({ salesStartAtWall: inVancouver("2127-01-01T09:00Z") });

  await own.db.update(events).set({ timeZone: "Europe/Paris" }).where(eq(events.id, event.id));
  expect((await read()).row).toMatchObject({ endsAtWall: null, salesStartAtWall: null });
  expect((await read()).type).toMatchObject({ salesStartAtWall: null });
  await own.close();
});

test("PostgreSQL knows every place, and reads it alike", async () => {
  const own = await createTestDatabase({ max: 1 });
  // Long enough ago for every engine to know the rules of then.
  for (const moment of ["2019-01-15T12:00Z", "2019-07-15T12:00Z"]) {
    const rows = await own.db.execute<{ zone: string; shown: string }>(sql`
      select zone, to_char(${moment}::timestamptz at time zone zone, 'YYYY-MM-DD"T"HH24:MI') as shown
      from unnest(${`{${listPlaceZones().join(",")}}`}::text[]) as zone`);
    expect([...rows]).toEqual(listPlaceZones().map((zone) => ({ zone, shown: wallClock(at(moment), zone) })));
  }
  await own.close();
});

describe("a zone that is no place", () => {
  test.each(["BST", "EST", "+02:00", "GMT+1", "europe/berlin", "Etc/GMT+5"])(
    "%s is stored for no event",
    async (timeZone) => {
      const own = await createTestDatabase({ max: 1 });
      const insert = own.db.transaction(async (tx) => {
        await makeEvent(tx, { timeZone: "UTC" });
        await tx.update(events).set({ timeZone });
      });
      await expect(insert).rejects.toMatchObject({ constraint: "events_time_zone_is_place" });
      await own.close();
    },
  );

  test("is stored for no account", async () => {
    const own = await createTestDatabase({ max: 1 });
    await expect(makeUser(own.db, { timeZone: "BST" })).rejects.toMatchObject({
      constraint: "users_time_zone_is_place",
    });
    await own.close();
  });
});

/** A database as the version before left it. */
async function databaseBefore() {
  const folder = mkdtempSync(join(tmpdir(), "quorix-migrations-"));
  cpSync("db/migrations", folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const before = entries.findIndex(({ tag }: { tag: string }) => tag.endsWith("_wall_clocks"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, before) }));
  const url = new URL(inject("adminDatabaseUrl"));
  const name = `before_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)}`;
  await admin.end();
  url.pathname = `/${name}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  await migrate(drizzle(sql), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
  return { url: url.href, sql };
}

test("an older database gets its wall clocks, its places, and a list of zones that are not places", async () => {
  const { url, sql: old } = await databaseBefore();
  await old`insert into organizers (slug, name) values ('hall', 'Hall')`;
  await old`insert into users (name, email, time_zone) values ('A', 'a@quorix.test', 'Asia/Calcutta'), ('B', 'b@quorix.test', 'BST')`;
  const zones = ["America/Vancouver", "BST", "US/Pacific", "europe/berlin", "Asia/Calcutta", "UTC"];
  for (const [index, zone] of zones.entries()) {
    await old`insert into events (organizer_id, slug, name, category, starts_at, ends_at, time_zone, venue, city, country,
      currency, status, capacity, available_tickets, sales_end_at)
      values (1, ${`e${index}`}, 'E', 'music', '2127-07-04T22:00Z', '2127-07-05T01:00Z', ${zone}, 'V', 'C', 'DE', 'EUR',
      'published', 5, 5, '2127-07-04T20:00Z')`;
  }
  await old`insert into ticket_types (event_id, code, name, price, sales_start_at) values (1, 'c', 'T', 0, '2126-12-01T18:00Z')`;
  await old.end();

  const { unsettledZones } = await migrateDatabase(url);
  expect(unsettledZones).toMatchObject([{ slug: "e1", timeZone: "BST" }]);
  const { db, close } = connect(url, { max: 1 });
  const rows = await db.select().from(events).orderBy(events.id);
  expect(rows.map(({ timeZone, startsAtWall, startsOn }) => [timeZone, startsAtWall, startsOn])).toEqual([
    ["America/Vancouver", "2127-07-04T15:00", "2127-07-04"],
    // As it was always shown: this runtime takes BST for Bangladesh.
    ["BST", "2127-07-05T04:00", "2127-07-05"],
    ["America/Los_Angeles", "2127-07-04T15:00", "2127-07-04"],
    ["Europe/Berlin", "2127-07-05T00:00", "2127-07-05"],
    ["Asia/Kolkata", "2127-07-05T03:30", "2127-07-05"],
    ["UTC", "2127-07-04T22:00", "2127-07-04"],
  ]);
  expect(rows[0]).toMatchObject({ salesEndAtWall: "2127-07-04T13:00", salesStartAtWall: null });
  expect(await db.select().from(ticketTypes)).toMatchObject([{ salesStartAtWall: inVancouver("2126-12-01T18:00Z") }]);
  const accounts = await db.execute(sql`select time_zone as zone from users order by id`);
  expect([...accounts]).toEqual([{ zone: "Asia/Kolkata" }, { zone: null }]);

  // It is sold as ever: the rule does not stand in the way of its counters.
  await db.execute(sql`update events set available_tickets = 4 where time_zone = 'BST'`);
  const rules = await db.execute(
    sql`select convalidated as held from pg_constraint where conname like '%_time_zone_is_place'`,
  );
  expect([...rules]).toEqual([{ held: true }, { held: true }]);

  expect((await migrateDatabase(url)).unsettledZones).toHaveLength(1);
  await close();
});
