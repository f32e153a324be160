import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { payments } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { fulfil } from "@/lib/payments/fulfil";
import type { PaymentProvider } from "@/lib/payments/provider";
import { settleBooking } from "@/lib/payments/settle";

/**
 * Brings all of a booking's payments up to date with their provider, also those that had come to an end: refunds and
 * disputes may have been made there since. `isAnswered: false`: the provider did not answer for all of them.
 */
export async function askProvider(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  booking: { eventId: number; bookingId: number },
): Promise<{ isSettled: boolean; isAnswered: boolean }> {
  const known = await db
    .select({ eventId: payments.eventId, paymentId: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.eventId, booking.eventId),
        eq(payments.bookingId, booking.bookingId),
        eq(payments.provider, "stripe"),
        // One that was ended before it had a page is unknown there.
        or(isNotNull(payments.sessionId), inArray(payments.status, ["created", "authorized"])),
      ),
    )
    .orderBy(payments.id);
  let isAnswered = true;
  for (const key of known) isAnswered = (await fulfil(deps, key)).ok && isAnswered;
  const settled = await settleBooking(deps, booking);
  return { isSettled: settled.isSettled, isAnswered: isAnswered && settled.isAnswered };
}
