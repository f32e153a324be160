import type { TransactionSql } from "postgres";

type Definition = { table: string; name: string; definition: string };

/** From about so many rows on, building indexes again is faster than keeping them up to date. */
const INDEX_REBUILD_ROWS = 100_000;

/**
 * Loads `rows` rows into these tables with their triggers off; many of them bare of indexes and foreign keys, too. For
 * fewer the indexes stay: until every transaction that is open now has ended, in other databases of the server, too,
 * PostgreSQL may not use one that is built anew (findings/new-index-waits-for-other-databases.sh).
 */
export async function loadRows(sql: TransactionSql, tables: string[], rows: number, load: () => Promise<void>) {
  await (rows < INDEX_REBUILD_ROWS ? withoutTriggers : withoutIndexes)(sql, tables, load);
}

async function withoutTriggers(sql: TransactionSql, tables: string[], load: () => Promise<void>) {
  for (const table of tables) await sql`alter table ${sql(table)} disable trigger user`;
  await load();
  for (const table of tables) await sql`alter table ${sql(table)} enable trigger user`;
}

/**
 * Takes indexes, foreign keys and triggers off these tables, loads them, and puts everything back, which is many times
 * faster than keeping each up to date row by row. All in the caller's transaction: nobody sees a table without them.
 */
async function withoutIndexes(sql: TransactionSql, tables: string[], load: () => Promise<void>) {
  await sql`set local maintenance_work_mem = '512MB'`;
  const keys = await sql<Definition[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid::regclass::text in ${sql(tables)}`;
  const indexes = await sql<Definition[]>`
    select tablename as table, indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename in ${sql(tables)}
      and not exists (select from pg_constraint where conindid = (quote_ident(schemaname) || '.' || quote_ident(indexname))::regclass)`;
  for (const { table, name } of keys) await sql`alter table ${sql(table)} drop constraint ${sql(name)}`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await withoutTriggers(sql, tables, load);
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql(table)} add constraint ${sql(name)} ${sql.unsafe(definition)}`;
  }
}
