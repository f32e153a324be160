import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Names of events, by id. */
export async function eventNames(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: number; name: string }>(
    sql`select id::float8 as id, name from events where id = any(${`{${ids.join(",")}}`}::bigint[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
