import { and, asc, desc, type SQL, sql } from "drizzle-orm";

/** A column that a list is sorted by. An anchor holds the values of the row that a page begins after. */
export type SortKey = { column: SQL; type: "text" | "int" | "bigint" | "timestamptz" };
export type Anchor = (string | number)[];

/** All keys in the same direction, so that "after the anchor" is one row comparison, which an index answers. */
export function orderBy(keys: readonly SortKey[], ascending: boolean): SQL[] {
  return keys.map(({ column }) => (ascending ? asc(column) : desc(column)));
}

/**
 * Rows beyond the anchor. The first `leading` keys are the columns of one index: a second comparison of these alone lets
 * the index scan start at the anchor.
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
  const beyond = compare(keys.length, ascending ? ">" : "<");
  return leading === keys.length ? beyond : and(compare(leading, ascending ? ">=" : "<="), beyond);
}
