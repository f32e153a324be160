import { bigint, char, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Currencies whose stored amounts may have been written with other digits than `lib/money/currencies.ts` gives them.
 * Noted once, by the migration that made this table. `db/stored-amounts/` converts them.
 */
export const amountConversions = pgTable("amount_conversions", {
  currency: char("currency", { length: 3 }).primaryKey(),
  /** Digits behind the point, as the operator stated them; null until then. */
  writtenWith: smallint("written_with"),
  finishedAt: instant("finished_at"),
});

/** Converted rows, each noted in the statement that converts it, so that an interrupted conversion can continue. */
export const convertedAmounts = pgTable(
  "converted_amounts",
  {
    table: text("table_name").notNull(),
    rowId: bigint("row_id", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.table, t.rowId] })],
);
