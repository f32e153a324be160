import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgDialect, type PgSession } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { backfillSearch } from "./backfill-search";
import { backfillTicketMoves } from "./backfill-ticket-moves";
import { backfillWallClocks } from "./backfill-wall-clocks";
import { checkEncoding } from "./check-database";
import { makeIndexesConcurrently } from "./concurrent-indexes";
import { connect } from "./connect";
import { explainDatabaseError } from "./database-setup-error";
import { missingMigrations } from "./migration-state";
import { checkStoredAmounts } from "./stored-amounts/check";
import { convertStoredAmounts } from "./stored-amounts/convert";
import { parseStatedDigits } from "./stored-amounts/stated-digits";
import { normalizeAccountTimeZones, type UnsettledZone, validateTimeZoneRules } from "./time-zone-rules";

const ADVISORY_LOCK = 7_145_001;

type Options = {
  /** The digits that amounts were written with, from AMOUNTS_WRITTEN_WITH. */
  amountsWrittenWith?: string;
  /** Of a conversion of amounts, in one statement. */
  batchSize?: number;
};

/** Polls for the lock: the other process's index builds would wait for a statement that waits here. */
async function acquireMigrationLock(sql: Sql) {
  for (;;) {
    const [turn] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${ADVISORY_LOCK}) as mine`;
    if (turn?.mine) return;
    await setTimeout(200);
  }
}

/**
 * Each migration in its own transaction; drizzle's `migrate` has one for all. There, a table locked by the first would
 * stay locked while the last waits for another: bookings would wait for both, or cause a deadlock.
 */
async function applyMigrations(sql: Sql) {
  const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
  // The same, whatever schema its type names.
  const session = drizzle(sql)._.session as unknown as PgSession;
  const missing = await missingMigrations(sql);
  const all = readMigrationFiles({ migrationsFolder });
  // Newer ones come last.
  for (const migration of missing.length > 0 ? all.slice(-missing.length) : []) {
    await makeIndexesConcurrently(sql, migration.sql);
    await new PgDialect().migrate([migration], session, { migrationsFolder });
  }
}

/**
 * Brings the database at `url` up to date. Safe while it serves: one process at a time by an advisory lock,
 * and a statement that cannot get its table lock in 5 s fails instead of queueing all traffic behind it.
 * Throws `MigrationStoppedError`, having changed nothing, if it needs input from the operator first, and a
 * `DatabaseSetupError` if it cannot migrate the database. Returns the events whose zone is not a place.
 */
export async function migrateDatabase(
  url: string,
  { amountsWrittenWith = "", batchSize = 1_000 }: Options = {},
): Promise<{ unsettledZones: UnsettledZone[] }> {
  const stated = parseStatedDigits(amountsWrittenWith);
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { lock_timeout: 5_000 } });
  try {
    await acquireMigrationLock(sql);
    await checkEncoding(sql, url);
    await checkStoredAmounts(sql, stated);
    await applyMigrations(sql);
    await convertStoredAmounts(sql, stated, batchSize);
    // After the prices in it were converted.
    await backfillTicketMoves(sql);
    const { db, close } = connect(url, { max: 1 });
    try {
      // First, as the previous version cannot write an account whose zone breaks the rule.
      await normalizeAccountTimeZones(db);
      // By this runtime's rules of zones, which the application goes by, and not by PostgreSQL's.
      await backfillWallClocks(db);
      await backfillSearch(db);
      return { unsettledZones: await validateTimeZoneRules(db) };
    } finally {
      await close();
    }
  } catch (error) {
    throw explainDatabaseError(error, url) ?? error;
  } finally {
    await sql.end();
  }
}
