import "server-only";
import { bookingManager } from "@/lib/booking/manager";
import { findCheckoutView } from "@/lib/booking/queries";
import { raceDeadline, requestDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import { fulfil } from "@/lib/payments/fulfil";
import { findLatestPayment } from "@/lib/payments/latest";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";

/** Time that is left for the page after the provider was asked. */
const RESERVE_MS = 1_500;

/**
 * Asks the provider what became of the latest payment of the viewer's booking, and acts on it. Returns whether it answered
 * in time: what is known then is in the rows, and the notification and the sweep go on.
 */
export async function askAboutPayment(reference: string, userId: number): Promise<boolean> {
  const provider = paymentProvider();
  const payment = await findLatestPayment(reference, userId);
  if (payment?.provider !== "stripe" || payment.status === "captured") return true;
  const isOver = payment.status === "failed" || payment.status === "cancelled";
  if (isOver && payment.sessionId === null) return true;
  if (!provider) return false;
  const deps = { manager: bookingManager, provider };
  const work = fulfil(deps, payment).then(async (result) => {
    // Money that came too late has asked for its refund.
    if (result.ok && result.status === "captured") await settleBooking(deps, payment);
    return result.ok;
  });
  return raceDeadline(requestDeadline() - RESERVE_MS, work, () => {
    log.warn("payment.return.unanswered", { eventId: payment.eventId, paymentId: payment.paymentId });
    return false;
  });
}

export type PaymentReturn =
  | { to: "page"; path: string }
  /** `unanswered`: the provider could not be asked. */
  | { to: "wait"; state: "processing" | "unanswered" };

/** Where somebody goes who comes from the provider's page; null where the booking is not theirs. */
export async function returnFromPayment(
  reference: string,
  userId: number,
  now = new Date(),
): Promise<PaymentReturn | null> {
  const isAnswered = await askAboutPayment(reference, userId);
  const booking = await findCheckoutView(reference, userId);
  if (!booking) return null;
  // Also one that was cancelled because its money could not be taken: its page says so.
  if (booking.status === "confirmed" || booking.confirmedAt) return { to: "page", path: `/bookings/${reference}` };
  const { attempt, unpaid } = booking.payment;
  const isOverdue = booking.expiresAt !== null && booking.expiresAt <= now;
  if (booking.status === "pending" && attempt !== null) {
    if (!isAnswered) return { to: "wait", state: "unanswered" };
    if (attempt !== "open" || isOverdue) return { to: "wait", state: "processing" };
  }
  return { to: "page", path: `/checkout/${reference}${unpaid ? "?payment=left" : ""}` };
}
