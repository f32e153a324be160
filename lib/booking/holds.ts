import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExpireResult } from "./results";

/** When a pending booking's hold expires; null where it has none. */
export async function readHoldExpiry(bookingId: number): Promise<Date | null> {
  const [hold] = await db
    .select({ expiresAt: bookings.expiresAt })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.status, "pending")));
  return hold?.expiresAt ?? null;
}

/** Expires a hold if it is overdue. `eventId` saves a query where it is known. */
export async function expireHold(
  manager: BookingConcurrencyManager,
  { bookingId, eventId }: { bookingId: number; eventId?: number },
): Promise<ExpireResult> {
  const found = eventId === undefined ? await manager.findBooking({ id: bookingId }) : { eventId, status: "pending" };
  if (found && "ok" in found) return found;
  if (found?.status !== "pending") return { ok: true, expired: false };
  const result = await manager.decide(found.eventId, { bookingId }, (unit): ExpireResult => {
    const booking = unit.booking(bookingId);
    if (booking?.status !== "pending") return { ok: true, expired: false };
    if (!unit.isOverdue(booking)) {
      const { expiresAt, isPaying, eventId: heldEventId } = booking;
      return { ok: true, expired: false, expiresAt, paying: isPaying ? { eventId: heldEventId, bookingId } : null };
    }
    unit.expireHolds([booking]);
    return { ok: true, expired: true };
  });
  return result ?? { ok: true, expired: false };
}
