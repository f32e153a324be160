import { and, eq } from "drizzle-orm";
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
