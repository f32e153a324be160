import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, failedRuns, outbox } from "@/db/schema";
import { isUndispatched, isUnsent } from "./background";

/** Counting stops here, and the page shows "1,000 or more". */
export const COUNT_LIMIT = 1_000;

export type Overview = {
  failedRuns: number;
  undispatched: number;
  unsentEmails: number;
  unknownPayments: number;
  /** PostgreSQL's estimates, which are cheap at any size. */
  users: number;
  events: number;
  bookings: number;
};

const estimateRowCount = (table: string) =>
  sql`(select greatest(reltuples, 0)::bigint from pg_class where oid = ${table}::regclass)::int`;

/** The numbers of the admin overview, in one query. */
export async function readOverview(now = new Date()): Promise<Overview> {
  const [overview] = await db.execute<Overview>(sql`
    select
      (select count(*)::int from (select 1 from ${failedRuns} where ${failedRuns.settledAt} is null limit ${COUNT_LIMIT}) f) as "failedRuns",
      (select count(*)::int from (select 1 from ${outbox} where ${isUndispatched(now)} limit ${COUNT_LIMIT}) o) as "undispatched",
      (select count(*)::int from (select 1 from ${emailDeliveries} where ${isUnsent(now)} limit ${COUNT_LIMIT}) m) as "unsentEmails",
      (select count(*)::int from (select 1 from provider_events
        where unknown_payment is not null and reviewed_at is null limit ${COUNT_LIMIT}) p) as "unknownPayments",
      ${estimateRowCount("users")} as "users", ${estimateRowCount("events")} as "events", ${estimateRowCount("bookings")} as "bookings"`);
  if (!overview) throw new Error("a row of counts was not returned");
  return overview;
}
