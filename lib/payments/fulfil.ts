import { bookingConfirmed, paymentRefused } from "@/inngest/events";
import { secureSeats, takeBooking } from "@/lib/booking/confirm";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LoadedBooking } from "@/lib/inventory/load";
import type { LoadedPayment, PaymentDetails, RefundReason } from "@/lib/inventory/load-payments";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { log } from "@/lib/log";
import { readProviderState } from "./checkout-page";
import type { PaymentKey, PaymentProvider, ProviderPayment, ProviderReference, ProviderResult } from "./provider";
import { findPaymentRow, type PaymentRow, storeCheck, storeFee, storeProviderState } from "./rows";

export type FulfilResult =
  /** `waiting`: nobody has paid yet, or the bank has not answered. */
  | { ok: true; status: "waiting" | "captured" | "failed" | "cancelled" }
  /** The provider or the database did not answer. Nothing is lost: the sweep asks again. */
  | { ok: false; code: "UNAVAILABLE" }
  | { ok: false; code: "NOT_FOUND" };

/** What is to be done at the provider after a decision under the row lock. */
type NextStep = "wait" | "look-again" | "end" | "capture" | "release" | "done";

/** More than any payment needs: authorize, capture, and an answer that changed in between. */
const MAX_STEPS = 6;

/**
 * Makes a payment and its booking agree with the provider. The return page, the webhook and the sweep all call it, in
 * any order and any number of times. Each round asks the provider, decides under the event's row lock, and does at the
 * provider what was decided: nothing is asked while a lock or a connection is held. A crash between two steps leaves
 * rows from which the next call goes on.
 */
export async function fulfil(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  key: PaymentKey,
): Promise<FulfilResult> {
  const row = await findPaymentRow(key);
  if (row?.provider !== "stripe") return { ok: false, code: "NOT_FOUND" };
  let seen = await readProviderState(deps.provider, row);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (!seen.ok) return notSettled(key, seen);
    const state = seen.value;
    if (row.status === "captured") {
      await storeProviderState(row, state);
      await storeFee(row, state);
      return { ok: true, status: "captured" };
    }
    const decided = await deps.manager.decide(
      key.eventId,
      { bookingId: row.bookingId, userId: row.userId, payments: "read" },
      (unit) => decideFulfilment(unit, key.paymentId, state, step > 0),
    );
    if (!decided) return { ok: false, code: "NOT_FOUND" };
    if (typeof decided === "object" && "code" in decided) return { ok: false, code: "UNAVAILABLE" };
    const { next, status } = decided;
    // Afterwards, as refunds need the payment that they are of to be captured.
    await storeProviderState(row, state);
    if (next === "wait") await storeCheck(key);
    if (next === "done" || next === "wait") return { ok: true, status: next === "wait" ? "waiting" : status };
    seen = await act(deps.provider, row, state, next);
  }
  throw new Error(`payment ${key.paymentId} of event ${key.eventId} does not settle`);
}

function act(
  provider: PaymentProvider,
  row: PaymentRow,
  state: ProviderPayment,
  next: "look-again" | "end" | "capture" | "release",
): Promise<ProviderResult<ProviderPayment>> {
  const reference = { sessionId: state.sessionId ?? row.sessionId ?? "", intentId: state.intentId };
  if (next === "look-again") return provider.readPayment(reference);
  if (next === "capture") return captureOrFail(provider, reference);
  // The buyer may have paid since it was decided to end the attempt: that is decided about anew, and never undone here.
  return next === "end" ? provider.closePage(reference) : provider.cancel(reference);
}

/** A capture that is refused for good ends the payment as failed. The authorization is released, if there still is one. */
async function captureOrFail(
  provider: PaymentProvider,
  reference: ProviderReference,
): Promise<ProviderResult<ProviderPayment>> {
  // A fresh key, as a provider repeats an earlier error under the same one. An intent is captured once whatever the key.
  const captured = await provider.capture(reference, crypto.randomUUID());
  if (captured.ok || captured.code === "UNAVAILABLE") return captured;
  const released = await provider.cancel(reference);
  if (!released.ok || released.value.status !== "cancelled") return released;
  return { ok: true, value: { ...released.value, status: "failed", failureReason: captured.reason } };
}

/**
 * Decides what becomes of a payment and its booking, given the provider's state of it. Records it, and says what is to be
 * done at the provider. `isReadAgain`: the state was read after an earlier decision.
 */
function decideFulfilment(
  unit: EventUnitOfWork,
  paymentId: number,
  state: ProviderPayment,
  isReadAgain: boolean,
): { next: NextStep; status: "captured" | "failed" | "cancelled" } {
  const payment = unit.payments.find(paymentId);
  const booking = payment && unit.booking(payment.bookingId);
  if (!payment || !booking) throw new Error(`payment ${paymentId} was not read under the row lock`);
  const details = detailsOf(state);
  if (payment.status === "captured") return { next: "done", status: "captured" };
  switch (state.status) {
    case "open":
      // Why the card was declined, for the checkout that the buyer may go back to.
      if (details.failureReason) unit.payments.note(payment, { failureReason: details.failureReason });
      // Authorized by another call since this was read: ending it now would take a paid booking from its buyer.
      if (payment.status === "authorized" && !isReadAgain) return { next: "look-again", status: "cancelled" };
      return { next: isWanted(unit, booking, payment) ? "wait" : "end", status: "cancelled" };
    case "processing":
      unit.payments.note(payment, details);
      return { next: "wait", status: "cancelled" };
    case "authorized":
      return { next: authorize(unit, booking, payment, state, details), status: "captured" };
    case "captured":
      capture(unit, booking, payment, state, details);
      return { next: "done", status: "captured" };
    default:
      end(unit, booking, payment, state.status, details);
      return { next: "done", status: state.status };
  }
}

function detailsOf(state: ProviderPayment): PaymentDetails {
  const { intentId, method, fee, feeCurrency, failureReason, captureBefore } = state;
  return { intentId, method, fee, feeCurrency, failureReason, captureBefore };
}

/** Whether the booking still waits for this attempt. */
function isWanted({ now }: EventUnitOfWork, booking: Readonly<LoadedBooking>, payment: Readonly<LoadedPayment>) {
  const isInTime = booking.expiresAt !== null && booking.expiresAt > now;
  return payment.status === "created" && booking.status === "pending" && isInTime;
}

const fits = (payment: Readonly<LoadedPayment>, { amount, currency }: ProviderPayment) =>
  payment.amount === amount && payment.currency === currency;

/** Money is reserved: the booking is confirmed before it is taken, so that nobody is charged without seats. */
function authorize(
  unit: EventUnitOfWork,
  booking: Readonly<LoadedBooking>,
  payment: Readonly<LoadedPayment>,
  state: ProviderPayment,
  details: PaymentDetails,
): NextStep {
  if (payment.status === "authorized" && booking.status === "confirmed") return "capture";
  const isReceivable = payment.status === "created" && fits(payment, state);
  const isForSale = booking.status === "pending" || booking.status === "expired";
  if (!isReceivable || !isForSale || unit.event.status === "cancelled") return "release";
  if (!secureSeats(unit, booking, { isPaid: true })) {
    unit.payments.note(payment, { ...details, failureReason: "no_seats" });
    return "release";
  }
  takeBooking(unit, booking, booking.userId);
  unit.payments.authorize(payment, details);
  return "capture";
}

/** Money was taken: the booking gets its tickets, or all of it goes back. */
function capture(
  unit: EventUnitOfWork,
  booking: Readonly<LoadedBooking>,
  payment: Readonly<LoadedPayment>,
  state: ProviderPayment,
  details: PaymentDetails,
) {
  const { eventId, id: bookingId } = booking;
  const isConfirmedByIt = payment.status === "authorized" && booking.status === "confirmed";
  const isForSale = booking.status === "pending" || booking.status === "expired";
  const isTaken =
    isConfirmedByIt ||
    (isForSale &&
      fits(payment, state) &&
      unit.event.status !== "cancelled" &&
      secureSeats(unit, booking, { isPaid: true }));
  if (isTaken && !isConfirmedByIt) takeBooking(unit, booking, booking.userId);
  unit.payments.capture(booking, payment, { ...details, amount: state.capturedAmount });
  if (isTaken) {
    unit.issueTickets(booking, booking.intendedHolders ?? []);
    unit.announce(bookingConfirmed, { bookingId });
    return;
  }
  const reason = whyUnused(unit, booking, payment, state);
  const refunded = state.refunds.reduce((sum, { status, amount }) => sum + (status === "failed" ? 0 : amount), 0);
  unit.payments.refund(payment, { reason, key: `unused:${payment.id}`, amount: state.capturedAmount - refunded });
  if (unit.isOverdue(booking)) unit.expireHolds([booking]);
  unit.announce(paymentRefused, { eventId, paymentId: payment.id });
}

function whyUnused(
  { event }: EventUnitOfWork,
  { status }: Readonly<LoadedBooking>,
  payment: Readonly<LoadedPayment>,
  state: ProviderPayment,
): RefundReason {
  if (event.status === "cancelled") return "event_cancelled";
  if (status === "confirmed") return "paid_twice";
  if (status === "cancelled") return "booking_cancelled";
  return fits(payment, state) ? "no_seats" : "amount_differs";
}

/** The attempt is over without money. A booking that was confirmed by its authorization loses its seats again. */
function end(
  unit: EventUnitOfWork,
  booking: Readonly<LoadedBooking>,
  payment: Readonly<LoadedPayment>,
  status: "failed" | "cancelled",
  details: PaymentDetails,
) {
  if (payment.status !== "created" && payment.status !== "authorized") return;
  const wasConfirmedByIt = payment.status === "authorized" && booking.status === "confirmed";
  unit.payments.end(booking, payment, status, details);
  if (wasConfirmedByIt) {
    unit.cancel(booking);
    unit.audit("booking.cancelled", { actorId: null, bookingId: booking.id, detail: { paymentFailed: true } });
    unit.announce(paymentRefused, { eventId: booking.eventId, paymentId: payment.id });
  } else if (unit.isOverdue(booking)) {
    unit.expireHolds([booking]);
  }
}

async function notSettled(
  { eventId, paymentId }: PaymentKey,
  seen: { code: "UNAVAILABLE" | "REFUSED"; reason: string },
): Promise<FulfilResult> {
  await storeCheck({ eventId, paymentId });
  log.warn("payment.provider.unavailable", { eventId, paymentId, code: seen.code, reason: seen.reason });
  return { ok: false, code: "UNAVAILABLE" };
}
