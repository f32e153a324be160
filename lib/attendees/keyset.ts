import { and, asc, desc, type SQL, sql } from "drizzle-orm";

/** One of the columns a list is sorted by, and what the row that a page begins after has in it. */
export type SortKey = { column: SQL; type: "text" | "int" | "bigint" | "timestamptz" };
export type Anchor = (string | number)[];

/** Sorted the same way by every key, so that "after this row" is one comparison that an index can answer. */
export function orderBy(keys: readonly SortKey[], ascending: boolean): SQL[] {
  return keys.map(({ column }) => (ascending ? asc(column) : desc(column)));
}

/**
 * Rows beyond the anchor. The first `leading` keys stand in one table and one index: said of them alone as well, the
 * index is entered at the right place.
 */
export function afterAnchor(
  keys: readonly SortKey[],
  anchor: Anchor,
  ascending: boolean,
  leading = keys.length,
): SQL | undefined {
  const compare = (count: number, operator: string) => {
    const columns = keys.slice(0, count).map(({ column }) => column);
    const values = keys.slice(0, count).map(({ type }, at) => sql`${anchor[at]}::${sql.raw(type)}`);
    return sql`(${sql.join(columns, sql`, `)}) ${sql.raw(operator)} (${sql.join(values, sql`, `)})`;
  };
  const strictly = compare(keys.length, ascending ? ">" : "<");
  return leading === keys.length ? strictly : and(compare(leading, ascending ? ">=" : "<="), strictly);
}
