import type { Sql } from "postgres";
import journal from "./migrations/meta/_journal.json";

/** Names of the migrations that this build has and the database has not; none where a newer build has migrated it. */
export async function missingMigrations(sql: Sql): Promise<string[]> {
  const [exists] = await sql<{ table: string | null }[]>`select to_regclass('drizzle.__drizzle_migrations') as table`;
  if (!exists?.table) return journal.entries.map((entry) => entry.tag);
  const [last] = await sql<{ when: string | null }[]>`
    select max(created_at) as when from drizzle.__drizzle_migrations`;
  const applied = Number(last?.when ?? 0);
  return journal.entries.filter((entry) => entry.when > applied).map((entry) => entry.tag);
}
