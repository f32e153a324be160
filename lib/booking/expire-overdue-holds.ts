import { and, asc, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { log } from "@/lib/log";
import { expireHold } from "./holds";
import { bookingManager } from "./manager";

/** Looked up and handed over together: those of one event are ended in one transaction, many at a time. */
const PAGE_SIZE = 500;

/**
 * Ends holds whose own expiry was lost, the longest overdue first, until `until`. One that is locked, or always fails,
 * is passed over: those behind it have their turn in the same run.
 */
export async function expireOverdueHolds(
  until: number,
  pageSize = PAGE_SIZE,
): Promise<{ expired: number; left: number }> {
  const counts = { expired: 0, left: 0 };
  const now = new Date();
  let after: number | null = null;
  while (Date.now() < until) {
    const page: Hold[] = await findOverdueHolds({ now, after, limit: pageSize });
    const results = await Promise.allSettled(page.map((hold) => expireHold(bookingManager, hold)));
    for (const [at, result] of results.entries()) {
      if (result.status === "fulfilled" && result.value.ok) counts.expired += result.value.expired ? 1 : 0;
      else counts.left += 1;
      if (result.status === "fulfilled") continue;
      const error = result.reason instanceof Error ? result.reason.message : "unknown";
      log.error("hold-sweep.expiry.failed", { bookingId: page[at]?.bookingId, error });
    }
    after = page.at(-1)?.bookingId ?? null;
    if (page.length < pageSize) break;
  }
  return counts;
}

type Hold = { bookingId: number; eventId: number };

async function findOverdueHolds({
  now,
  after,
  limit,
}: {
  now: Date;
  after: number | null;
  limit: number;
}): Promise<Hold[]> {
  // Its time is read where it is kept: a Date would round it.
  const beyond = sql`(${bookings.expiresAt}, ${bookings.id}) > (select b.expires_at, b.id from bookings b where b.id = ${after})`;
  return db
    .select({ bookingId: bookings.id, eventId: bookings.eventId })
    .from(bookings)
    .where(and(eq(bookings.status, "pending"), lte(bookings.expiresAt, now), after === null ? undefined : beyond))
    .orderBy(asc(bookings.expiresAt), asc(bookings.id))
    .limit(limit);
}
