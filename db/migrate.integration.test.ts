import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { restoreOldDatabase } from "@/test/upgrade/restore";
import { migrateDatabase } from "./migrate";

test.each([
  ["events", "select from events order by id limit 1 for update", "waitlist_entries, ticket_types, bookings"],
  ["users", "select from users limit 1", "bookings, events, ticket_types"],
  ["tickets", "select from tickets limit 1", "users, bookings, events"],
])("a migration that waits for %s holds no table that whoever it waits for still reads", async (table, first, then) => {
  const url = await restoreOldDatabase();
  const [reader, watcher] = [1, 2].map(() => postgres(url, { max: 1, onnotice: () => {} }));
  if (!reader || !watcher) throw new Error("no connections");
  let migrated: Promise<unknown> | undefined;
  const read = reader.begin(async (tx) => {
    await tx.unsafe(first);
    migrated = migrateDatabase(url, { amountsWrittenWith: "HUF=0,COP=0,RSD=2" });
    migrated.catch(() => {});
    await vi.waitFor(async () => {
      const waiting = await watcher`
        select from pg_locks where not granted and relation = ${table}::regclass and mode = 'AccessExclusiveLock'
          and database = (select oid from pg_database where datname = current_database())`;
      expect(waiting).toHaveLength(1);
    }, 4_000);
    await tx`set local lock_timeout = 500`;
    await tx.unsafe(`select from ${then} limit 1`);
    return "read";
  });
  await expect(read).resolves.toBe("read");
  await expect(migrated).resolves.toMatchObject({ unsettledZones: expect.any(Array) });
  await Promise.all([reader.end(), watcher.end()]);
});

test("two processes that migrate at once take turns", async () => {
  const url = await restoreOldDatabase();
  const migrate = () => migrateDatabase(url, { amountsWrittenWith: "HUF=0,COP=0,RSD=2" });
  const done = { unsettledZones: expect.any(Array) };
  expect(await Promise.all([migrate(), migrate()])).toMatchObject([done, done]);
});
