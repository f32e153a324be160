import { and, asc, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { log } from "@/lib/log";
import { expireHold } from "./holds";
import { bookingManager } from "./manager";

/** Holds per batch: those of one event are expired in one transaction. */
const PAGE_SIZE = 500;

/**
 * Expires holds whose own expiry job was lost, the longest overdue first, until `until`. A hold that is locked, or whose
 * expiry fails, is skipped, so that it does not block the others.
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
  // Compared in the database, as a Date would lose its microseconds.
  const beyond = sql`(${bookings.expiresAt}, ${bookings.id}) > (select b.expires_at, b.id from bookings b where b.id = ${after})`;
  return db
    .select({ bookingId: bookings.id, eventId: bookings.eventId })
    .from(bookings)
    .where(
      and(
        eq(bookings.status, "pending"),
        eq(bookings.isPaying, false),
        lte(bookings.expiresAt, now),
        after === null ? undefined : beyond,
      ),
    )
    .orderBy(asc(bookings.expiresAt), asc(bookings.id))
    .limit(limit);
}
