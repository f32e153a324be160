import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** A moment as a zone's clocks show it: `2026-05-03T14:00`. */
export function wall(at: SQLWrapper, timeZone: string): SQL {
  return sql`to_char(${at} at time zone ${timeZone}::text, 'YYYY-MM-DD"T"HH24:MI')`;
}

/** A bigint amount as a number, which it fits: the driver would hand it over as text. */
export function minor(amount: SQLWrapper): SQL {
  return sql`${amount}::float8`;
}
