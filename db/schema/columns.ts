import { bigint, customType, smallint, timestamp } from "drizzle-orm/pg-core";

/** Internal key. Never leaves the server: public addresses use slugs, references and codes. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const foreignKey = (name: string) => bigint(name, { mode: "number" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What the clocks of a place show, `2027-07-04T19:00`, beside the instant that it was when it was written. */
export const wallTime = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp",
  fromDriver: (shown) => shown.slice(0, 16).replace(" ", "T"),
});

export const createdAt = () => instant("created_at").notNull().defaultNow();

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What a row is found by, and the rules it was folded by (see lib/search/fold.ts). Written with every change of what it
 * is made from: there is a default in the database alone, for the version before, and what it wrote is folded by
 * db/backfill-search.ts.
 */
export function searchColumns() {
  const search = tsvector("search").notNull();
  const folding = smallint("folding").notNull();
  // Not chained, as then the types would let a row be written without.
  search.default("");
  folding.default(0);
  return { search, folding };
}
