"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { authorizeViewer } from "@/lib/auth/access";
import { cancel, release } from "@/lib/booking/cancel";
import { formatChoice } from "@/lib/booking/choice";
import { confirm } from "@/lib/booking/confirm";
import { bookingManager } from "@/lib/booking/manager";
import { eventForBooking, findCheckoutView, listTicketTypeNames } from "@/lib/booking/queries";
import { reservationLimiter } from "@/lib/booking/reservation-limiter";
import { type ReserveInput, reserve } from "@/lib/booking/reserve";
import type { Deadline } from "@/lib/deadline";
import { busyRefusal } from "@/lib/inventory/results";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { startPayment } from "@/lib/payments/start";
import { defineFormAction } from "@/lib/requests/define-action";
import { admissionFor } from "@/lib/waiting-room/admission";
import { invalidInput } from "@/texts/booking-results";
import type { CheckoutFailure, CheckoutRedirect } from "./action-state";
import { type AttemptedStep, checkoutFailure, invalidInputMessage, lateFailure, rateLimitFailure } from "./messages";
import { bookingReferenceSchema, confirmSchema, readConfirmFields, readReserveFields, reserveSchema } from "./schema";

type ReserveChoice = { slug: string; items: ReserveInput["items"] };

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;
const reserveContext = ({ slug, items }: ReserveChoice) =>
  ({ doing: "reserve", timeZone: "UTC", eventPath: eventPath(slug), choice: formatChoice(items) }) as const;

/** Holds the chosen tickets and goes to their checkout. */
export const reserveAction = defineFormAction({
  read: readReserveFields,
  input: reserveSchema,
  invalidMessage: invalidInputMessage(invalidInput.reserveTitle),
  access: async ({ input, deadline }) => {
    const { slug, items } = input;
    const { viewer } = await authorizeViewer(`${eventPath(slug)}?tickets=${formatChoice(items)}`, deadline);
    const event = await eventForBooking(slug);
    if (!event) return checkoutFailure({ ok: false, code: "EVENT_NOT_FOUND" }, reserveContext(input));
    return { ok: true, viewer, event } as const;
  },
  limit: ({ viewer, event }) => ({ action: "reserve", user: String(viewer.id), event: String(event.id) }),
  onLimited: rateLimitFailure("reserve"),
  run: async ({ input, viewer, event, deadline }): Promise<CheckoutRedirect | CheckoutFailure> => {
    const { items, idempotencyKey = crypto.randomUUID() } = input;
    const context = { ...reserveContext(input), timeZone: event.timeZone };
    const admission = await admissionFor({ event, userId: viewer.id, idempotencyKey });
    if (!admission.ok) return checkoutFailure(admission, context);
    const wanted = { eventId: event.id, userId: viewer.id, items, idempotencyKey };
    const result = await admission.spend(() => reserve(bookingManager, wanted, deadline));
    if (result.ok) return goToPage(`/checkout/${result.booking.reference}`);
    if (result.code === "ALREADY_BOOKED" && result.status === "pending") {
      return goToPage(`/checkout/${result.reference}?held=before`);
    }
    const ticketTypes = "ticketTypeCode" in result ? await listTicketTypeNames(event.id) : [];
    return checkoutFailure(result, { ...context, ticketTypes });
  },
  onDeadline: ({ input }, wasDone) => lateFailure(wasDone, reserveContext(input)),
  wrap: async ({ input, deadline }, act) => {
    const context = reserveContext(input);
    if (input.items.length === 0) return checkoutFailure({ ok: false, code: "NO_TICKETS" }, context);
    const result = await reservationLimiter.run(input.slug, deadline, act);
    return "isBusy" in result ? checkoutFailure(busyRefusal(result.retryAfterSeconds), context) : result;
  },
});

/**
 * The page to open next. The page's script navigates itself: with a redirect, Next.js would render the next page within
 * this response. Under load that slows every reservation, and where the page fails, the visitor would not learn that
 * the step succeeded. A form sent without scripts is redirected.
 */
async function goToPage(path: string, { inPlace = false } = {}): Promise<CheckoutRedirect> {
  if ((await headers()).has("next-action")) return { ok: true, goTo: path, inPlace };
  redirect(path as Route, inPlace ? "replace" : "push");
}

/** Shared by the steps after the reservation. */
const bookingStep = (doing: AttemptedStep, pageOf: (reference: string) => string) => ({
  access: ({ input, deadline }: { input: { reference: string }; deadline: Deadline }) =>
    authorizeViewer(pageOf(input.reference), deadline),
  late: (_: unknown, wasDone: "unknown" | "no") =>
    lateFailure(wasDone, { doing, timeZone: "UTC", eventPath: "/events" }),
  limit: ({ viewer }: { viewer: { id: number } }) => ({ action: "booking-step", user: String(viewer.id) }) as const,
  limited: rateLimitFailure(doing),
});

/** Turns a hold into a booking with tickets. */
export const confirmAction = defineFormAction({
  ...bookingStep("confirm", (reference) => `/checkout/${reference}`),
  read: readConfirmFields,
  input: confirmSchema,
  invalidMessage: invalidInputMessage(invalidInput.confirmTitle),
  run: async ({ input: { reference, holders }, viewer, deadline }): Promise<CheckoutRedirect | CheckoutFailure> => {
    const result = await confirm(bookingManager, { reference, userId: viewer.id, holders }, deadline);
    // Replaces the checkout in the history, so that Back leads to the event.
    if (result.ok) return goToPage(`/bookings/${reference}`, { inPlace: true });
    return stepFailure("confirm", result, reference, viewer.id);
  },
});

/** Leads to the provider's page, where the hold is paid for. */
export const startPaymentAction = defineFormAction({
  ...bookingStep("pay", (reference) => `/checkout/${reference}`),
  read: readConfirmFields,
  input: confirmSchema,
  invalidMessage: invalidInputMessage(invalidInput.confirmTitle),
  run: async ({ input: { reference, holders }, viewer, deadline }): Promise<CheckoutRedirect | CheckoutFailure> => {
    const provider = paymentProvider();
    const wanted = { reference, userId: viewer.id, holders };
    const started = provider
      ? await startPayment({ manager: bookingManager, provider }, wanted, deadline)
      : ({ ok: false, code: "PAYMENT_UNAVAILABLE" } as const);
    if (!started.ok) return stepFailure("pay", started, reference, viewer.id);
    if (started.status === "paid") return goToPage(`/bookings/${reference}`, { inPlace: true });
    return goToPage(started.url);
  },
});

/** Releases a hold. */
export const releaseAction = defineFormAction({
  ...bookingStep("cancel", (reference) => `/checkout/${reference}`),
  input: bookingReferenceSchema,
  invalidMessage: invalidInputMessage(invalidInput.outdatedTitle),
  run: async ({ input: { reference }, viewer, deadline }): Promise<CheckoutRedirect | CheckoutFailure> => {
    const result = await release(bookingManager, { reference, userId: viewer.id }, deadline);
    if (result.ok) return goToPage(`/checkout/${reference}`, { inPlace: true });
    if (result.code === "ALREADY_CONFIRMED") return goToPage(`/bookings/${reference}`, { inPlace: true });
    return stepFailure("cancel", result, reference, viewer.id);
  },
});

/** Cancels a confirmed booking, until the cancellation deadline. */
export const cancelBookingAction = defineFormAction({
  ...bookingStep("cancel", (reference) => `/bookings/${reference}/cancel`),
  input: bookingReferenceSchema,
  invalidMessage: invalidInputMessage(invalidInput.outdatedTitle),
  run: async ({ input: { reference }, viewer, deadline }): Promise<CheckoutRedirect | CheckoutFailure> => {
    const result = await cancel(bookingManager, { reference, actor: { userId: viewer.id } }, deadline);
    if (result.ok) return goToPage(`/bookings/${reference}`, { inPlace: true });
    return stepFailure("cancel", result, reference, viewer.id);
  },
});

async function stepFailure(
  doing: AttemptedStep,
  refusal: Parameters<typeof checkoutFailure>[0],
  reference: string,
  userId: number,
) {
  // The database did not answer, so it is not queried again.
  const isUnanswered = refusal.code === "UNKNOWN" || refusal.code === "BUSY";
  const booking = isUnanswered ? null : await findCheckoutView(reference, userId);
  return checkoutFailure(refusal, {
    doing,
    timeZone: booking?.event.timeZone ?? "UTC",
    eventPath: booking ? eventPath(booking.event.slug) : "/events",
  });
}
