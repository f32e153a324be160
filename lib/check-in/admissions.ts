import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { scans } from "@/db/schema";

export const isUndone = sql`exists (select from ${scans} undo where undo.undoes = ${scans.id})`;

/** The admissions of a ticket that stand, the first one first: one, or one for each day of an event over several. */
export function standingAdmissions(queryable: Queryable, ticketId: number) {
  return queryable
    .select({ id: scans.id, at: scans.scannedAt, by: scans.scannedBy })
    .from(scans)
    .where(and(eq(scans.ticketId, ticketId), eq(scans.outcome, "admitted"), sql`not ${isUndone}`))
    .orderBy(asc(scans.scannedAt));
}
