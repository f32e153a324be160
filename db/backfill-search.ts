import { sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { eventSearchColumns, holderSearchColumns, type SearchColumns, userSearchColumns } from "@/lib/search/vector";
import type { Queryable, Transaction } from "./connect";
import { events, tickets, users } from "./schema/index";

const PAGE = 500;

/** Folds one page of the rows after that id. Returns the last id of the page, or null at the end. */
type FoldPage = (tx: Transaction, after: number) => Promise<number | null>;

/** For a table, the searched columns, and the function that folds them. */
function createPageFolder<Row extends Record<string, unknown>>(
  table: PgTable & Record<keyof Row | "id" | "folding", PgColumn>,
  names: (keyof Row & string)[],
  search: (row: Row) => SearchColumns,
): FoldPage {
  const columns = names.map((name) => sql`${table[name]} as ${sql.identifier(name)}`);
  return async (tx, after) => {
    // Skips locked rows until the next time, so that no booking waits for this.
    const rows = await tx.execute<Record<string, unknown> & { id: number }>(sql`
      select ${table.id}::float8 as id, ${sql.join(columns, sql`, `)} from ${table}
      where ${table.id} > ${after} and ${table.folding} <> ${FOLDING_VERSION}
      order by ${table.id} limit ${PAGE} for no key update skip locked`);
    const folded = rows.map((row) => ({ id: row.id, ...search(row as Row) }));
    await tx.execute(sql`
      update ${table} set search = f.search, folding = f.folding
      from json_to_recordset(${JSON.stringify(folded)}::json) as f (id bigint, search tsvector, folding smallint)
      where ${table.id} = f.id`);
    return folded.at(-1)?.id ?? null;
  };
}

const tables = [
  createPageFolder(events, ["name", "summary", "venue", "city"], eventSearchColumns),
  createPageFolder(users, ["name", "email"], userSearchColumns),
  createPageFolder(tickets, ["holderName", "holderEmail"], holderSearchColumns),
];

/**
 * Folds the rows that the previous version, bulk statements or older rules have written. Page by page, so that it can run
 * while the application serves, and be stopped and repeated.
 */
export async function backfillSearch(db: Queryable) {
  for (const foldPage of tables) {
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      after = await db.transaction((tx) => foldPage(tx, from));
    }
  }
}
