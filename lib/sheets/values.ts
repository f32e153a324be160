import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { listOffsets } from "@/lib/time/offsets";

/** No exported time is older. */
const OLDEST = Date.UTC(2020, 0, 1);

/** A moment as a wall clock, `2026-05-03T14:00`, by the runtime's zone rules as on pages, not by the database's. */
export function toWallClockText(at: SQLWrapper, timeZone: string): SQL {
  const [first, ...later] = listOffsets(OLDEST, Date.now(), timeZone).map(({ from, minutes }) => ({
    from: new Date(from).toISOString(),
    shift: `${minutes} minutes`,
  }));
  if (!first) throw new Error(`${timeZone} has no offset`);
  const cases = later
    .toReversed()
    .map(({ from, shift }) => sql`when ${at} >= ${from}::timestamptz then ${shift}::interval`);
  const shift =
    cases.length > 0
      ? sql`case ${sql.join(cases, sql` `)} else ${first.shift}::interval end`
      : sql`${first.shift}::interval`;
  return sql`to_char((${at} at time zone 'UTC') + ${shift}, 'YYYY-MM-DD"T"HH24:MI')`;
}

/** A bigint amount as a number: the driver would return text. */
export function toMinorUnits(amount: SQLWrapper): SQL {
  return sql`${amount}::float8`;
}
