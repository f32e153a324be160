import type { Sql } from "postgres";

const INDEX = /^CREATE INDEX IF NOT EXISTS "(\w+)"/m;

/**
 * Builds the indexes of a migration that says IF NOT EXISTS concurrently, so that their tables stay writable and the
 * migration finds them. PostgreSQL does this only outside a transaction, and leaves a broken index if it is stopped,
 * which is built again.
 */
export async function makeIndexesConcurrently(sql: Sql, statements: string[]): Promise<void> {
  // It waits for transactions that read or write meanwhile; none waits for it.
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
