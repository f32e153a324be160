import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import postgres, { type Sql } from "postgres";
import { DatabaseSetupError, explainDatabaseError, parseConnectionNames, tableGrants } from "./database-setup-error";
import { missingMigrations } from "./migration-state";
import * as schema from "./schema";

/** Refuses a database that cannot store names in every script. */
export async function checkEncoding(sql: Sql, url: string) {
  const [row] = await sql<{ encoding: string }[]>`select current_setting('server_encoding') as encoding`;
  if (row?.encoding === "UTF8") return;
  const { database } = parseConnectionNames(url);
  throw new DatabaseSetupError(
    `The database "${database}" is encoded in ${row?.encoding}, which cannot hold every name. ` +
      `Use one in UTF-8: CREATE DATABASE "${database}_utf8" ENCODING 'UTF8' TEMPLATE template0;`,
  );
}

async function checkMigrations(sql: Sql, url: string) {
  const missing = await missingMigrations(sql);
  const last = missing.at(-1);
  if (!last) return;
  const { database } = parseConnectionNames(url);
  const lacks = missing.length === 1 ? `a migration (${last})` : `${missing.length} migrations (up to ${last})`;
  throw new DatabaseSetupError(
    `The database "${database}" lacks ${lacks}. Run npm run db:migrate with its direct address in DATABASE_URL, then this again.`,
  );
}

/** Checks reading and inserting for each table; other rights are granted, or missing, together with these. */
async function checkRights(sql: Sql) {
  const tables = Object.values(schema).filter((one) => is(one, PgTable));
  const lacking = await sql<{ name: string; role: string }[]>`
    select name, current_user as role from unnest(${tables.map(getTableName)}::text[]) as name
    where not coalesce(has_table_privilege(to_regclass(quote_ident(name)), 'SELECT'), false)
       or not coalesce(has_table_privilege(to_regclass(quote_ident(name)), 'INSERT'), false)`;
  const [first] = lacking;
  if (!first) return;
  const others = lacking.length > 1 ? ` and ${lacking.length - 1} other tables` : "";
  throw new DatabaseSetupError(
    `The role "${first.role}" may not read or write ${first.name}${others}. Their owner runs: ${tableGrants(first.role)}`,
  );
}

/**
 * Throws a `DatabaseSetupError` if this build cannot work with the database at `url`, a `DatabaseUnreachableError` if none
 * answers. One that a newer build has migrated is accepted: the old version keeps serving during a deployment.
 */
export async function checkDatabase(url: string) {
  // A transaction pooler may be in between.
  const sql = postgres(url, { max: 1, prepare: false, connect_timeout: 5, onnotice: () => {} });
  try {
    await checkEncoding(sql, url);
    await checkMigrations(sql, url);
    await checkRights(sql);
  } catch (error) {
    throw explainDatabaseError(error, url) ?? error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
