import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database, Queryable } from "@/db/connect";
import { createBarrier } from "./barrier";

/** The number of connections to this database that wait for a lock. */
export async function countLockWaiters(db: Queryable): Promise<number> {
  const [row] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? 0;
}

/** Waits until so many connections wait, for the interleaving that a test needs. */
export const expectLockWaiters = (db: Queryable, waiting: number) =>
  expect.poll(() => countLockWaiters(db), { timeout: 10_000 }).toBe(waiting);

/**
 * Stops inserts or updates that fulfil the condition (of the rows `new` and `old`) before they are made, with all that
 * their transactions hold by then, until `open` is called.
 */
export async function blockWrites(db: Database, kind: "insert" | "update", table: string, condition: string) {
  const gate = Math.floor(Math.random() * 2 ** 31);
  await db.execute(
    sql.raw(`create function wait_at_${gate}() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(${gate}); return new; end $$`),
  );
  await db.execute(
    sql.raw(`create trigger gate_${gate} before ${kind} on ${table}
      for each row when (${condition}) execute function wait_at_${gate}()`),
  );
  const closed = createBarrier(2);
  const opened = createBarrier(2);
  const holding = db.transaction(async (tx) => {
    await tx.execute(sql.raw(`select pg_advisory_xact_lock(${gate})`));
    await closed();
    await opened();
  });
  await closed();
  return {
    async open() {
      await opened();
      await holding;
    },
  };
}
