import type { TransactionSql } from "postgres";

type Definition = { table: string; name: string; definition: string };

/**
 * Takes indexes, foreign keys and triggers off these tables, loads them, and puts everything back, which is many times
 * faster than keeping each up to date row by row. All in the caller's transaction: nobody sees a table without them.
 */
export async function whileBare(sql: TransactionSql, tables: string[], load: () => Promise<void>) {
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
  for (const table of tables) await sql`alter table ${sql(table)} disable trigger user`;
  await load();
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql(table)} add constraint ${sql(name)} ${sql.unsafe(definition)}`;
  }
  for (const table of tables) await sql`alter table ${sql(table)} enable trigger user`;
}
