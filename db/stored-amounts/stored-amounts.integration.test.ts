import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { migrateDatabase } from "@/db/migrate";
import { undoTicketTypeChange } from "@/lib/booking/undo-ticket-type-change";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { currencyCodes } from "@/lib/money/currencies";
import { createCopyUrl, createEmptyDatabaseUrl } from "@/test/database-url";
import { restoreOldDatabase } from "@/test/upgrade/restore";
import { hasAmbiguousDigits } from "./stated-digits";

let url: string;
let sql: postgres.Sql;

let old: string;
beforeAll(async () => {
  old = await restoreOldDatabase();
});
beforeEach(async () => {
  url = await createCopyUrl(old);
  sql = postgres(url, { max: 2, onnotice: () => {} });
});
afterEach(() => sql.end());

const written = (amountsWrittenWith: string) => migrateDatabase(url, { amountsWrittenWith, batchSize: 2 });

/** Every amount stored in a currency, by where it is. */
async function amounts(currency: string) {
  const list = async (rows: postgres.PendingQuery<{ amount: string }[]>) =>
    (await rows).map(({ amount }) => Number(amount)).join(" ");
  return {
    types: await list(sql`
      select t.price::text as amount from ticket_types t join events e on e.id = t.event_id
      where e.currency = ${currency} order by t.id`),
    items: await list(sql`
      select i.unit_price::text as amount from booking_items i join bookings b on b.id = i.booking_id
      where b.currency = ${currency} order by i.id`),
    totals: await list(sql`
      select total_price::text as amount from bookings where currency = ${currency} order by id`),
    moves: await list(sql`
      select move->>2 as amount from audit_log a join bookings b on b.id = a.booking_id,
        jsonb_array_elements(a.detail->'before') with ordinality as m (move, nth)
      where a.action = 'booking.moved' and b.currency = ${currency} order by a.id, nth`),
  };
}

const HUF = { types: "4500 2900", items: "2900 2900 4500", totals: "8700 8700 4500", moves: "4500 4500" };
const COP = { types: "150000", items: "150000", totals: "600000", moves: "" };
const RSD = { types: "150000 90000", items: "150000 90000", totals: "390000", moves: "" };
const EUR = { types: "1250 800 0 1800 3500", moves: "1250 1250 0" };

const times = (factor: number, stored: typeof HUF) =>
  Object.fromEntries(
    Object.entries(stored).map(([where, text]) => [
      where,
      text === ""
        ? ""
        : text
            .split(" ")
            .map((amount) => Number(amount) * factor)
            .join(" "),
    ]),
  );

const conversions = () =>
  sql`select currency, written_with as "writtenWith", finished_at is not null as "isFinished"
    from amount_conversions order by currency`.then((rows) => [...rows]);

/** What of a database a stopped migration must leave alone. */
async function everything() {
  const [found] = await sql`select (select count(*) from drizzle.__drizzle_migrations)::int as migrations,
    (select count(*) from information_schema.columns where table_schema = 'public')::int as columns`;
  return { ...found, amounts: await Promise.all(["HUF", "COP", "RSD", "EUR"].map(amounts)) };
}

describe("a database with amounts in currencies whose digits were not ISO 4217's", () => {
  it("is left alone until the operator says how they were written; the message says what to state", async () => {
    const before = await everything();
    const stopped = await written("HUF=0").catch((error: unknown) => error);
    expect(stopped).toMatchObject({ name: "MigrationStoppedError" });
    const { message } = stopped as Error;
    expect(message).toContain("COP  1 ticket type, 1 booking item, 1 booking");
    expect(message).toContain("600000, is COP\u00a0600,000 if written with 0 digits, COP\u00a06,000 if written with 2");
    expect(message).toContain("RSD  2 ticket types, 2 booking items, 1 booking");
    expect(message).toContain("AMOUNTS_WRITTEN_WITH=COP=0,RSD=0");
    expect(message).not.toContain("HUF  ");
    expect(message).not.toMatch(/EUR|JPY|KWD/);
    expect(await everything()).toEqual(before);
  });

  it("lists what else holds an amount", async () => {
    const { message } = (await written("").catch((error: Error) => error as Error)) as Error;
    expect(message).toContain("HUF  2 ticket types, 3 booking items, 3 bookings, 1 entry of the audit log");
  });

  it("is what the command prints, without a stack, and fails with", () => {
    const run = (stated: string) =>
      spawnSync(process.execPath, ["--import", "tsx", "db/migrate-cli.ts"], {
        env: { ...process.env, DATABASE_URL: url, AMOUNTS_WRITTEN_WITH: stated },
        encoding: "utf8",
      });
    const stopped = run("");
    expect(stopped).toMatchObject({ status: 1, stdout: "" });
    expect(stopped.stderr).toMatch(/^Nothing was changed\. .*with 0 digits, HUF\u00a087 if written with 2\n/s);
    expect(stopped.stderr).not.toContain("    at ");
    expect(run("HUF=0,COP=0,RSD=2")).toMatchObject({ status: 0, stdout: expect.stringContaining("up to date") });
  });

  it.each([
    ["HUF", "is not like HUF=0"],
    ["huf=0", "is not like HUF=0"],
    ["HUF=1,COP=0,RSD=2", "No version wrote HUF with other digits than 0 or 2"],
    ["EUR=2", "names EUR, whose digits never changed"],
    ["HUF=0,HUF=2", "names HUF twice"],
  ])("refuses %s", async (text, message) => {
    const before = await everything();
    await expect(written(text)).rejects.toThrow(message);
    expect(await everything()).toEqual(before);
  });

  it("is converted as stated, once, and what had its digits is only noted", async () => {
    await written("HUF=0,COP=0,RSD=2");
    const converted = await everything();
    expect(await amounts("HUF")).toEqual(times(100, HUF));
    expect(await amounts("COP")).toEqual(times(100, COP));
    expect(await amounts("RSD")).toEqual(RSD);
    expect(await amounts("EUR")).toMatchObject(EUR);
    expect(await conversions()).toEqual([
      { currency: "COP", writtenWith: 0, isFinished: true },
      { currency: "HUF", writtenWith: 0, isFinished: true },
      { currency: "RSD", writtenWith: 2, isFinished: true },
    ]);
    await written("");
    await written("HUF=0,COP=0,RSD=0");
    expect(await everything()).toEqual(converted);
  });

  it("takes another number of digits for each currency", async () => {
    await sql`update events set currency = 'IQD' where currency = 'COP'`;
    await sql`update bookings set currency = 'IQD' where currency = 'COP'`;
    await written("HUF=2,IQD=0,RSD=0");
    expect(await amounts("HUF")).toEqual(HUF);
    expect(await amounts("IQD")).toEqual(times(1_000, COP));
    expect(await amounts("RSD")).toEqual(times(100, RSD));
  });

  it("sells and moves at the same prices afterwards, and a change of ticket type is undone to the paid price", async () => {
    await written("HUF=0,COP=0,RSD=2");
    const { db, close } = connect(url, { max: 2 });
    const manager = new BookingConcurrencyManager({ db, redis: null, now: () => new Date("2026-12-01T00:00:00Z") });
    const [moved] = await sql<{ reference: string; eventId: string; actorId: string }[]>`
      select b.reference, b.event_id as "eventId", a.actor_id as "actorId" from audit_log a
      join bookings b on b.id = a.booking_id where a.action = 'booking.moved' and b.currency = 'HUF'`;
    if (!moved) throw new Error("the fixture lacks a move");
    const input = { reference: moved.reference, eventId: Number(moved.eventId), actorId: Number(moved.actorId) };
    expect(await undoTicketTypeChange(manager, input)).toMatchObject({ ok: true, moved: 2 });
    const [booking] = await sql`select total_price::int as total from bookings where reference = ${moved.reference}`;
    // Two at 4,500 forint and one at 2,900.
    expect(booking).toEqual({ total: 1_190_000 });
    expect([...(await auditEventInventory(db)), ...(await auditTicketTypeInventory(db))]).toEqual([]);
    await close();
  });

  it("is stopped where an amount would not fit its column", async () => {
    await sql`update ticket_types set price = 30000000 where price = 150000 and event_id = 3`;
    const before = await everything();
    await expect(written("HUF=0,COP=0,RSD=2")).rejects.toThrow(
      /COP {2}ticket types: the highest is COP\u00a030,000,000, and COP\u00a021,474,836\.47 is the most that fits/,
    );
    expect(await everything()).toEqual(before);
    await written("HUF=0,COP=2,RSD=2");
    expect(await amounts("COP")).toMatchObject({ types: "30000000" });
  });
});

describe("a conversion that is interrupted", () => {
  /** Stops the conversion at the third booking in forint, after its types, its items and a part of its bookings. */
  async function interrupt() {
    await sql.unsafe(`
      create function stop_here() returns trigger language plpgsql as $$
      begin if old.total_price = 4500 then raise exception 'the power went'; end if; return new; end $$;
      create trigger stop_here before update on bookings for each row execute function stop_here()`);
    await expect(written("HUF=0,COP=0,RSD=2")).rejects.toThrow("the power went");
    await sql.unsafe("drop trigger stop_here on bookings; drop function stop_here");
  }

  it("goes on where it was, and converts no row twice", async () => {
    await interrupt();
    expect(await amounts("HUF")).toMatchObject({ types: "450000 290000", totals: "870000 870000 4500" });
    expect((await conversions()).filter(({ isFinished }) => !isFinished)).toHaveLength(2);
    await expect(written("HUF=2")).rejects.toThrow(/Amounts in HUF are being converted as written with 0 digits/);
    await expect(written("")).rejects.toThrow(/RSD {2}2 ticket types/);
    await written("RSD=2");
    expect(await amounts("HUF")).toEqual(times(100, HUF));
    expect(await amounts("COP")).toEqual(times(100, COP));
  });

  it("would convert rows twice without its notes of them", async () => {
    await interrupt();
    await sql`delete from converted_amounts`;
    await written("RSD=2");
    expect(await amounts("HUF")).toMatchObject({ types: "45000000 29000000" });
  });

  it("is never run by two at once", async () => {
    await Promise.all([written("HUF=0,COP=0,RSD=2"), written("HUF=0,COP=0,RSD=2"), written("HUF=0,COP=0,RSD=2")]);
    expect(await amounts("HUF")).toEqual(times(100, HUF));
  });
});

describe("a database without such amounts", () => {
  it("needs no statement, and notes nothing, whatever its drafts contain", async () => {
    for (const currency of ["HUF", "COP", "RSD"]) {
      await sql`update bookings set currency = 'EUR' where currency = ${currency}`;
      await sql`update events set currency = 'EUR' where currency = ${currency} and status <> 'draft'`;
    }
    const drafts = await sql`select form from events where status = 'draft' order by id`;
    await written("");
    expect(await conversions()).toEqual([]);
    expect([...(await sql`select form from events where status = 'draft' order by id`)]).toEqual([...drafts]);
  });

  it("may store them later", async () => {
    await written("HUF=0,COP=0,RSD=2");
    await sql`update events set currency = 'PKR' where currency = 'COP'`;
    await written("");
    expect((await conversions()).map(({ currency }) => currency)).toEqual(["COP", "HUF", "RSD"]);
  });

  it("is a new one, too", async () => {
    const empty = await createEmptyDatabaseUrl();
    await migrateDatabase(empty);
    await migrateDatabase(empty);
    const fresh = postgres(empty, { max: 1 });
    expect([...(await fresh`select currency from amount_conversions`)]).toEqual([]);
    await fresh.end();
  });
});

it("the migration notes the currencies that are asked about", () => {
  const file = readdirSync("db/migrations").find((name) => name.endsWith("_amount_conversions.sql"));
  const migration = readFileSync(`db/migrations/${file}`, "utf8");
  const noted = [...migration.matchAll(/'([A-Z]{3})'/g)].map(([, code]) => code);
  expect(noted).toEqual(currencyCodes.filter(hasAmbiguousDigits));
});
