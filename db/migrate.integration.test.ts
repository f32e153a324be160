import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { restoreOldDatabase } from "@/test/upgrade/restore";
import { migrateDatabase } from "./migrate";

test("a migration that waits for a booking to end holds no table that the booking still needs", async () => {
  const url = await restoreOldDatabase();
  const [booking, watcher] = [1, 2].map(() => postgres(url, { max: 1, onnotice: () => {} }));
  if (!booking || !watcher) throw new Error("no connections");
  let migrated: Promise<unknown> | undefined;
  const read = booking.begin(async (tx) => {
    await tx`select from events order by id limit 1 for update`;
    migrated = migrateDatabase(url, { amountsWrittenWith: "HUF=0,COP=0,RSD=2" });
    migrated.catch(() => {});
    await vi.waitFor(async () => {
      const waiting = await watcher`
        select from pg_locks where not granted and relation = 'events'::regclass and mode = 'AccessExclusiveLock'`;
      expect(waiting).toHaveLength(1);
    }, 4_000);
    // What the version before reads under its row lock.
    await tx`set local lock_timeout = 500`;
    await tx`select from waitlist_entries, ticket_types, bookings limit 1`;
    return "read";
  });
  await expect(read).resolves.toBe("read");
  await expect(migrated).resolves.toMatchObject({ unsettledZones: expect.any(Array) });
  await Promise.all([booking.end(), watcher.end()]);
});
