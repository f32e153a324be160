import { and, asc, eq, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";

/** Until when a pending booking holds its seats; null when it holds none any more. */
export async function heldUntil(bookingId: number): Promise<Date | null> {
  const [hold] = await db
    .select({ expiresAt: bookings.expiresAt })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.status, "pending")));
  return hold?.expiresAt ?? null;
}

/** Holds that ran out and were not expired yet, the longest overdue first. */
export async function overdueHolds(limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.status, "pending"), lte(bookings.expiresAt, new Date())))
    .orderBy(asc(bookings.expiresAt))
    .limit(limit);
  return rows.map((row) => row.id);
}
