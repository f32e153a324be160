import { eq } from "drizzle-orm";
import { bookings } from "@/db/schema";
import { lapse } from "./inventory";
import type { LockedEvent } from "./locked-event";
import type { ExpireResult } from "./results";

/** Ends one hold if its time is up. */
export async function expire(locked: LockedEvent, bookingId: number): Promise<ExpireResult> {
  const [booking] = await locked.tx.select().from(bookings).where(eq(bookings.id, bookingId));
  const isUp = booking?.status === "pending" && booking.expiresAt !== null && booking.expiresAt <= locked.now;
  if (booking && isUp) await lapse(locked, [booking]);
  return { ok: true, expired: isUp === true };
}
