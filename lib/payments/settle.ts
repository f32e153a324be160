import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { payments } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { fulfil } from "./fulfil";
import type { PaymentProvider } from "./provider";
import { executeRefund, findRequestedRefunds } from "./refund";

/**
 * Makes a booking’s open payments and requested refunds agree with the provider. `isSettled: false`: the provider did
 * not answer for all of them, or has not decided yet; the sweep asks again. `isAnswered: false`: it did not answer.
 * `includesEnded`: also asks about payments that had come to an end, as refunds and disputes may have been made since.
 */
export async function settleBooking(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  booking: { eventId: number; bookingId: number },
  { includesEnded = false } = {},
): Promise<{ isSettled: boolean; isAnswered: boolean }> {
  const isOpen = inArray(payments.status, ["created", "authorized"]);
  const asked = await db
    .select({ eventId: payments.eventId, paymentId: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.eventId, booking.eventId),
        eq(payments.bookingId, booking.bookingId),
        eq(payments.provider, "stripe"),
        // One that was ended before it had a page is unknown there.
        includesEnded ? or(isNotNull(payments.sessionId), isOpen) : isOpen,
      ),
    )
    .orderBy(payments.id);
  const results: { isSettled: boolean; isAnswered: boolean }[] = [];
  for (const key of asked) {
    const result = await fulfil(deps, key);
    results.push({ isSettled: result.ok && result.status !== "waiting", isAnswered: result.ok });
  }
  // After the payments, as one that came too late asks for a refund.
  for (const refund of await findRequestedRefunds(booking)) {
    const result = await executeRefund(deps.provider, refund);
    results.push({ isSettled: result.ok && result.status !== "pending", isAnswered: result.ok });
  }
  return {
    isSettled: results.every(({ isSettled }) => isSettled),
    isAnswered: results.every(({ isAnswered }) => isAnswered),
  };
}
