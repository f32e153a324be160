"use server";

import { and, eq, sql } from "drizzle-orm";
import { refresh } from "next/cache";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { eventAccessFor } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { parseAmount } from "@/lib/event-editing/amount";
import { chargeStep } from "@/lib/event-editing/charge-error";
import { formatMoney } from "@/lib/money/format";
import { toStripeAmount } from "@/lib/money/provider-amount";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { settleBooking } from "@/lib/payments/settle";
import { markHandedBack, recordVenuePayment, refundByTeam, retryRefund } from "@/lib/payments/team";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { paymentFailures, paymentResults, refundForm } from "@/texts/organizer-payments";
import { paymentFailure } from "./messages";
import { markReviewed } from "./review";
import { bookingOfTeam, refundFields, refundOfTeam, reviewFields } from "./schema";

const access = eventAccessFor("payments.manage");

/** The page whose form was sent without scripts. */
function page({ slug = "", reference = "", from }: Record<string, string>) {
  const event = `/organize/events/${encodeURIComponent(slug)}`;
  return from === "payments" ? `${event}/payments` : `${event}/attendees/${encodeURIComponent(reference)}`;
}

const done = (message: string) => {
  refresh();
  return { ok: true as const, message };
};

async function findBooking(eventId: number, reference: string) {
  const [booking] = await db
    .select({
      id: bookings.id,
      currency: bookings.currency,
      /** Whether a refund goes back through the provider. */
      isPaidOnline: sql<boolean>`exists (select from payments p where p.event_id = bookings.event_id
        and p.booking_id = bookings.id and p.provider = 'stripe' and p.captured_amount > p.refunded_amount)`,
    })
    .from(bookings)
    .where(and(eq(bookings.eventId, eventId), eq(bookings.reference, reference)));
  return booking ?? null;
}
const notFound = () => paymentFailure({ ok: false, code: "BOOKING_NOT_FOUND" });

/** Records what is left to pay for a booking as paid at the venue. */
export const recordPaymentAction = defineFormAction({
  page,
  input: bookingOfTeam,
  access,
  run: async ({ input: { reference }, event, viewer }) => {
    if (!(await findBooking(event.id, reference))) return notFound();
    const result = await recordVenuePayment(bookingManager, { reference, actorId: viewer.id });
    if (!result.ok) return paymentFailure(result);
    return done(paymentResults.recorded(formatMoney(result.amount, result.currency)));
  },
});

/** Refunds everything or an amount, without cancelling. The same form refunds once. */
export const refundAction = defineFormAction({
  page,
  input: refundFields,
  access,
  run: async ({ input, event, viewer }) => {
    const { reference, key, note } = input;
    const booking = await findBooking(event.id, reference);
    if (!booking) return notFound();
    const { currency } = booking;
    const amount = input.how === "all" ? input.left : parseAmount(input.amount ?? "", currency);
    if (!amount) return amountFailure(refundForm.errors.amount);
    if (booking.isPaidOnline && toStripeAmount(amount, currency) === null) {
      return amountFailure(refundForm.errors.step(formatMoney(chargeStep(currency) ?? amount, currency)));
    }
    const result = await refundByTeam(bookingManager, { reference, actorId: viewer.id, amount, note, key });
    if (!result.ok) return paymentFailure(result);
    return done(paymentResults.refunded(formatMoney(result.amount, currency)));
  },
});

const amountFailure = (problem: string) =>
  failure("INVALID", paymentFailures.invalid, { fieldErrors: { amount: problem } });

/** Marks a refund of money from the venue as handed back. */
export const markHandedBackAction = defineFormAction({
  page,
  input: refundOfTeam,
  access,
  run: async ({ input, event, viewer }) => {
    const refundId = decodeOpaqueId(input.refund, "refund");
    const isDone = refundId !== null && (await markHandedBack({ eventId: event.id, refundId, actorId: viewer.id }));
    return isDone ? done(paymentResults.handedBack) : failure("ALREADY_DONE", paymentFailures.alreadyDone);
  },
});

/** Asks for a failed refund once more. */
export const retryRefundAction = defineFormAction({
  page,
  input: refundOfTeam,
  access,
  run: async ({ input, event, viewer }) => {
    const refundId = decodeOpaqueId(input.refund, "refund");
    if (refundId === null) return failure("ALREADY_DONE", paymentFailures.alreadyDone);
    const again = await retryRefund({ eventId: event.id, refundId, actorId: viewer.id });
    if (again === "REFUNDED_OTHERWISE") return failure("REFUNDED_OTHERWISE", paymentFailures.refundedOtherwise);
    if (!again) return failure("ALREADY_DONE", paymentFailures.alreadyDone);
    const provider = paymentProvider();
    if (provider) await settleBooking({ manager: bookingManager, provider }, again);
    return done(paymentResults.refundRetried);
  },
});

/** Asks the provider about everything that it knows of a booking. */
export const askProviderAction = defineFormAction({
  page,
  input: bookingOfTeam,
  access,
  run: async ({ input: { reference }, event }) => {
    const booking = await findBooking(event.id, reference);
    if (!booking) return notFound();
    const provider = paymentProvider();
    if (!provider) return failure("NO_PROVIDER", paymentFailures.noProvider);
    const deps = { manager: bookingManager, provider };
    const { isSettled, isAnswered } = await settleBooking(
      deps,
      { eventId: event.id, bookingId: booking.id },
      { includesEnded: true },
    );
    if (!isAnswered) return failure("UNAVAILABLE", paymentFailures.unavailable);
    return done(isSettled ? paymentResults.upToDate : paymentResults.stillWaiting);
  },
});

/** Takes something off the list of what needs a person. */
export const markReviewedAction = defineFormAction({
  page,
  input: reviewFields,
  access,
  run: async ({ input, event, viewer }) => {
    const of = input.payment ? "payment" : "refund";
    const id = decodeOpaqueId(input[of], of);
    const by = { eventId: event.id, organizerId: event.organizerId, actorId: viewer.id };
    const isDone = id !== null && (await markReviewed({ ...by, of, id }));
    return isDone ? done(paymentResults.reviewed) : failure("ALREADY_DONE", paymentFailures.alreadyDone);
  },
});
