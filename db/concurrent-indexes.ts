import type { Sql } from "postgres";

const INDEX = /^CREATE INDEX IF NOT EXISTS "(\w+)"/m;

/**
 * Makes the indexes of a migration that says IF NOT EXISTS, while everybody goes on writing to their tables: the
 * migration then finds them there. PostgreSQL does so outside a transaction only, and leaves a broken index where it is
 * stopped, which is made anew.
 */
export async function makeIndexesConcurrently(sql: Sql, statements: string[]): Promise<void> {
  // It waits for everybody who reads or writes meanwhile, and nobody waits for it.
  await sql`set lock_timeout = 0`;
  for (const statement of statements) {
    const [, name] = INDEX.exec(statement) ?? [];
    if (!name) continue;
    const [broken] = await sql`
      select from pg_index join pg_class on pg_class.oid = indexrelid
      where relname = ${name} and relnamespace = 'public'::regnamespace and not indisvalid`;
    if (broken) await sql`drop index concurrently ${sql(name)}`;
    await sql.unsafe(statement.replace("CREATE INDEX", "CREATE INDEX CONCURRENTLY"));
  }
  await sql`set lock_timeout = 5000`;
}
