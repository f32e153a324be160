import "server-only";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { sql as client } from "@/db/client";
import type { Cell } from "@/lib/sheets/sheet";

/** Rows fetched at a time. Larger batches are hardly faster and need more memory. */
const BATCH_SIZE = 50;
const dialect = new PgDialect();

/**
 * The rows of a query in batches from a server-side cursor: a batch is fetched when the previous one has been written.
 * The cursor is closed when the reader stops.
 */
export async function* streamRows(query: SQL): AsyncGenerator<Cell[][]> {
  const { sql, params } = dialect.sqlToQuery(query);
  for await (const rows of client.unsafe(sql, params.map(toParameter)).values().cursor(BATCH_SIZE)) {
    yield rows.map((row: unknown[]) => row.map(toCell));
  }
}

function toParameter(value: unknown) {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new Error(`An export's query has a parameter of type ${typeof value}.`);
}

function toCell(value: unknown): Cell {
  return value === null || typeof value === "number" ? value : String(value);
}
