"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signedIn } from "@/lib/auth/access";
import { cancel, release } from "@/lib/booking/cancel";
import { formatChoice } from "@/lib/booking/choice";
import { confirm } from "@/lib/booking/confirm";
import { bookingManager } from "@/lib/booking/manager";
import { checkoutView, eventForBooking, ticketTypeNames } from "@/lib/booking/queries";
import { type ReserveInput, reserve } from "@/lib/booking/reserve";
import { reserving } from "@/lib/booking/turnstile";
import type { Deadline } from "@/lib/deadline";
import { busy } from "@/lib/inventory/results";
import { defineFormAction } from "@/lib/requests/define-action";
import { admissionFor } from "@/lib/waiting-room/admission";
import type { Reached, Refused } from "./answers";
import { type Doing, invalid, refused, refusedLate, tooOften } from "./messages";
import { bookingSchema, confirmFields, confirmSchema, reserveFields, reserveSchema } from "./schema";

type Chosen = { slug: string; items: ReserveInput["items"] };

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;
const reserveContext = ({ slug, items }: Chosen) =>
  ({ doing: "reserve", timeZone: "UTC", eventPath: eventPath(slug), choice: formatChoice(items) }) as const;

/** Holds the chosen tickets and goes to their checkout. */
export const reserveAction = defineFormAction({
  read: reserveFields,
  input: reserveSchema,
  invalid: invalid("Choose your tickets again"),
  access: async ({ input, deadline }) => {
    const { slug, items } = input;
    const { viewer } = await signedIn(`${eventPath(slug)}?tickets=${formatChoice(items)}`, deadline);
    const event = await eventForBooking(slug);
    if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, reserveContext(input));
    return { ok: true, viewer, event } as const;
  },
  limit: ({ viewer, event }) => ({ action: "reserve", user: String(viewer.id), event: String(event.id) }),
  limited: tooOften("reserve"),
  run: async ({ input, viewer, event, deadline }): Promise<Reached | Refused> => {
    const { items, idempotencyKey = crypto.randomUUID() } = input;
    const context = { ...reserveContext(input), timeZone: event.timeZone };
    const admission = await admissionFor({ event, userId: viewer.id, idempotencyKey });
    if (!admission.ok) return refused(admission, context);
    const wanted = { eventId: event.id, userId: viewer.id, items, idempotencyKey };
    const result = await admission.spend(() => reserve(bookingManager, wanted, deadline));
    if (result.ok) return reached(`/checkout/${result.booking.reference}`);
    if (result.code === "ALREADY_BOOKED" && result.status === "pending") {
      return reached(`/checkout/${result.reference}?held=before`);
    }
    const ticketTypes = "ticketTypeCode" in result ? await ticketTypeNames(event.id) : [];
    return refused(result, { ...context, ticketTypes });
  },
  late: ({ input }, wasDone) => refusedLate(wasDone, reserveContext(input)),
  around: async ({ input, deadline }, act) => {
    const context = reserveContext(input);
    if (input.items.length === 0) return refused({ ok: false, code: "NO_TICKETS" }, context);
    const result = await reserving.run(input.slug, deadline, act);
    return "isBusy" in result ? refused(busy(result.retryAfterSeconds), context) : result;
  },
});

/**
 * Where to go on. A script goes there by itself: a redirect would have the next page rendered within this answer. In a rush
 * everybody would wait for everybody's checkout, and who is booked would not hear of it while that page cannot be read. A
 * form that was sent without one is redirected.
 */
async function reached(path: string, { inPlace = false } = {}): Promise<Reached> {
  if ((await headers()).has("next-action")) return { ok: true, goTo: path, inPlace };
  redirect(path as Route, inPlace ? "replace" : "push");
}

/** What every step of a booking after its reservation has in common. */
const step = (doing: Doing, pageOf: (reference: string) => string) => ({
  access: ({ input, deadline }: { input: { reference: string }; deadline: Deadline }) =>
    signedIn(pageOf(input.reference), deadline),
  late: (_: unknown, wasDone: "unknown" | "no") =>
    refusedLate(wasDone, { doing, timeZone: "UTC", eventPath: "/events" }),
  limit: ({ viewer }: { viewer: { id: number } }) => ({ action: "booking-step", user: String(viewer.id) }) as const,
  limited: tooOften(doing),
});

/** Turns a hold into a booking with tickets. */
export const confirmAction = defineFormAction({
  ...step("confirm", (reference) => `/checkout/${reference}`),
  read: confirmFields,
  input: confirmSchema,
  invalid: invalid("Something is missing"),
  run: async ({ input: { reference, holders }, viewer, deadline }): Promise<Reached | Refused> => {
    const result = await confirm(bookingManager, { reference, userId: viewer.id, holders }, deadline);
    // In the place of the checkout: one step back leads to the event, not to a checkout that only sends on.
    if (result.ok) return reached(`/bookings/${reference}`, { inPlace: true });
    return refusedStep("confirm", result, reference, viewer.id);
  },
});

/** Gives a hold up before it is confirmed. */
export const releaseAction = defineFormAction({
  ...step("cancel", (reference) => `/checkout/${reference}`),
  input: bookingSchema,
  invalid: invalid("This page is out of date"),
  run: async ({ input: { reference }, viewer, deadline }): Promise<Reached | Refused> => {
    const result = await release(bookingManager, { reference, userId: viewer.id }, deadline);
    if (result.ok) return reached(`/checkout/${reference}`, { inPlace: true });
    if (result.code === "ALREADY_CONFIRMED") return reached(`/bookings/${reference}`, { inPlace: true });
    return refusedStep("cancel", result, reference, viewer.id);
  },
});

/** Cancels a confirmed booking, until its deadline. */
export const cancelBookingAction = defineFormAction({
  ...step("cancel", (reference) => `/bookings/${reference}/cancel`),
  input: bookingSchema,
  invalid: invalid("This page is out of date"),
  run: async ({ input: { reference }, viewer, deadline }): Promise<Reached | Refused> => {
    const result = await cancel(bookingManager, { reference, actor: { userId: viewer.id } }, deadline);
    if (result.ok) return reached(`/bookings/${reference}`, { inPlace: true });
    return refusedStep("cancel", result, reference, viewer.id);
  },
});

async function refusedStep(doing: Doing, refusal: Parameters<typeof refused>[0], reference: string, userId: number) {
  // The database that did not answer is not asked for more.
  const isUnanswered = refusal.code === "UNKNOWN" || refusal.code === "BUSY";
  const booking = isUnanswered ? null : await checkoutView(reference, userId);
  return refused(refusal, {
    doing,
    timeZone: booking?.event.timeZone ?? "UTC",
    eventPath: booking ? eventPath(booking.event.slug) : "/events",
  });
}
