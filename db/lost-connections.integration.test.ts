import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestDatabase } from "@/test/database";
import { connect, type Transaction } from "./connect";
import { isConnectionLost } from "./errors";

const pidOf = async (tx: Transaction) =>
  (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;

const sleep = sql`select pg_sleep(20)`;

test.each([
  ["while a statement runs", async (tx: Transaction) => void (await tx.execute(sleep))],
  [
    "with several statements on their way",
    async (tx: Transaction) => void (await Promise.all([tx.execute(sleep), tx.execute(sql`select 1`)])),
  ],
  ["in a savepoint", (tx: Transaction) => tx.transaction(async (saved) => void (await saved.execute(sleep)))],
  ["between two statements", async () => {}],
])("a pool outlives the end of its only connection %s", async (_, work) => {
  const admin = await createTestDatabase({ max: 1 });
  const { db, close } = connect(admin.url, { max: 1 });
  for (let round = 0; round < 5; round += 1) {
    const lost = await db
      .transaction(async (tx) => {
        const pid = await pidOf(tx);
        // Awaited below: that it fails before is no accident.
        const working = work(tx).then(() => tx.execute(sql`select 1`));
        await Promise.allSettled([working, admin.sql`select pg_terminate_backend(${pid}, 10000)`]);
        await working;
        await tx.execute(sql`select 1`);
      })
      .catch((error: unknown) => error);
    expect(isConnectionLost(lost)).toBe(true);
    expect(await db.transaction((tx) => pidOf(tx))).toBeGreaterThan(0);
  }
  await Promise.all([close(), admin.close()]);
});

test("an error that only looks like a lost connection rolls back as any other", async () => {
  const { db, close } = await createTestDatabase({ max: 1 });
  const failure = db.transaction(async (tx) => {
    await tx.execute(sql`create table of_no_use (id int)`);
    throw Object.assign(new Error("somebody else's connection"), { code: "ECONNRESET" });
  });
  await expect(failure).rejects.toThrow("somebody else's connection");
  const tables = await db.execute(sql`select 1 from pg_tables where tablename = 'of_no_use'`);
  expect(tables).toHaveLength(0);
  await close();
});
