import { bigint, customType, smallint, timestamp } from "drizzle-orm/pg-core";

/** Internal key. Never leaves the server: public addresses use slugs, references and codes. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const foreignKey = (name: string) => bigint(name, { mode: "number" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A local time, `2027-07-04T19:00`, beside the instant it meant when it was written. */
export const wallTime = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp",
  fromDriver: (shown) => shown.slice(0, 16).replace(" ", "T"),
});

export const createdAt = () => instant("created_at").notNull().defaultNow();

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The searched text of a row, and the version of the rules it was folded by (see lib/search/fold.ts). Written with every
 * change of its sources. The default exists only in the database, for the previous version, whose rows
 * db/backfill-search.ts folds.
 */
export function searchColumns() {
  const search = tsvector("search").notNull();
  const folding = smallint("folding").notNull();
  // Not chained, as then the types would allow rows without it.
  search.default("");
  folding.default(0);
  return { search, folding };
}
