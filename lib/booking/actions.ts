"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { type Deadline, requestDeadline } from "@/lib/deadline";
import { admissionFor } from "@/lib/waiting-room/admission";
import type { Reached, Refused } from "./answers";
import { cancel, release as releaseHold } from "./cancel";
import { formatChoice } from "./choice";
import { confirm as confirmBooking } from "./confirm";
import { confirmFields, reserveFields } from "./form-data";
import { inTime } from "./in-time";
import { tooMany } from "./limits";
import { bookingManager } from "./manager";
import { checkoutView, eventForBooking, ticketTypeNames } from "./queries";
import { invalid, refused } from "./refused";
import type { ReserveInput } from "./reserve";
import { reserve as reserveSeats } from "./reserve";
import { reserving } from "./reserving";
import { bookingSchema, confirmSchema, reserveSchema } from "./schema";

type Answer = Reached | Refused | null;

/** Holds the chosen tickets and goes to their checkout. */
export async function reserve(_previous: Answer, formData: FormData): Promise<Answer> {
  const deadline = requestDeadline();
  const parsed = reserveSchema.safeParse(reserveFields(formData));
  if (!parsed.success) return invalid("Choose your tickets again", parsed.error);
  const { slug, idempotencyKey = crypto.randomUUID() } = parsed.data;
  const items = parsed.data.items.filter((item) => item.quantity > 0);
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  if (items.length === 0) {
    return refused({ ok: false, code: "NO_TICKETS" }, { doing: "reserve", timeZone: "UTC", eventPath });
  }
  const context = { doing: "reserve", timeZone: "UTC", eventPath, choice: formatChoice(items) } as const;
  return inTime(deadline, context, () =>
    reserving.run(slug, deadline, () => hold({ slug, items, idempotencyKey }, eventPath, deadline)),
  );
}

type Wanted = { slug: string; items: ReserveInput["items"]; idempotencyKey: string };

async function hold({ slug, items, idempotencyKey }: Wanted, eventPath: string, deadline: Deadline) {
  const choice = formatChoice(items);
  const viewer = await requireViewer(`${eventPath}?tickets=${choice}`, deadline);

  const event = await eventForBooking(slug);
  const context = { doing: "reserve", timeZone: event?.timeZone ?? "UTC", eventPath, choice } as const;
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
  const limited = await tooMany("reserve", { user: String(viewer.id), event: String(event.id) });
  if (limited) return refused(limited, context);
  const admission = await admissionFor({ event, userId: viewer.id, idempotencyKey });
  if (!admission.ok) return refused(admission, context);
  const input = { eventId: event.id, userId: viewer.id, items, idempotencyKey };
  const result = await admission.spend(() => reserveSeats(bookingManager, input, deadline));
  if (result.ok) return reached(`/checkout/${result.booking.reference}`);
  if (result.code === "ALREADY_BOOKED" && result.status === "pending") {
    return reached(`/checkout/${result.reference}?held=before`);
  }
  const ticketTypes = "ticketTypeCode" in result ? await ticketTypeNames(event.id) : [];
  return refused(result, { ...context, ticketTypes });
}

/**
 * Where to go on. A script goes there by itself: a redirect would have the next page rendered within this answer. In a rush
 * everybody would wait for everybody's checkout, and who is booked would not hear of it while that page cannot be read. A
 * form that was sent without one is redirected.
 */
async function reached(path: string, { inPlace = false } = {}): Promise<Reached> {
  if ((await headers()).has("next-action")) return { ok: true, goTo: path, inPlace };
  redirect(path as Route, inPlace ? "replace" : "push");
}

/** Turns a hold into a booking with tickets. */
export async function confirm(_previous: Answer, formData: FormData): Promise<Answer> {
  const deadline = requestDeadline();
  const fields = confirmFields(formData);
  const parsed = confirmSchema.safeParse(fields);
  const values = Object.fromEntries(Array.from(formData, ([name, value]) => [name, String(value)]));
  if (!parsed.success) return { ...invalid("Something is missing", parsed.error), values };
  const { reference, holders } = parsed.data;
  const answer = await step("confirm", { reference, signInFor: `/checkout/${reference}`, deadline }, async (userId) => {
    const result = await confirmBooking(bookingManager, { reference, userId, holders }, deadline);
    // In the place of the checkout: one step back leads to the event, not to a checkout that only sends on.
    return result.ok ? reached(`/bookings/${reference}`, { inPlace: true }) : result;
  });
  return answer.ok ? answer : { ...answer, values };
}

/** Gives a hold up before it is confirmed. */
export async function release(_previous: Answer, formData: FormData): Promise<Answer> {
  const deadline = requestDeadline();
  const parsed = bookingSchema.safeParse({ reference: formData.get("reference") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { reference } = parsed.data;
  return step("cancel", { reference, signInFor: `/checkout/${reference}`, deadline }, async (userId) => {
    const result = await releaseHold(bookingManager, { reference, userId }, deadline);
    if (result.ok) return reached(`/checkout/${reference}`, { inPlace: true });
    return result.code === "ALREADY_CONFIRMED" ? reached(`/bookings/${reference}`, { inPlace: true }) : result;
  });
}

/** Cancels a confirmed booking, until its deadline. */
export async function cancelBooking(_previous: Answer, formData: FormData): Promise<Answer> {
  const deadline = requestDeadline();
  const parsed = bookingSchema.safeParse({ reference: formData.get("reference") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { reference } = parsed.data;
  return step("cancel", { reference, signInFor: `/bookings/${reference}/cancel`, deadline }, async (userId) => {
    const result = await cancel(bookingManager, { reference, actor: { userId } }, deadline);
    return result.ok ? reached(`/bookings/${reference}`, { inPlace: true }) : result;
  });
}

type Step = { reference: string; signInFor: string; deadline: Deadline };

/** What every step of a booking after its reservation has in common. */
function step(
  doing: "confirm" | "cancel",
  { reference, signInFor, deadline }: Step,
  decide: (userId: number) => Promise<Reached | Parameters<typeof refused>[0]>,
): Promise<Reached | Refused> {
  const context = { doing, timeZone: "UTC", eventPath: "/events" } as const;
  return inTime(deadline, context, async () => {
    const viewer = await requireViewer(signInFor, deadline);
    const result = (await tooMany("booking-step", { user: String(viewer.id) })) ?? (await decide(viewer.id));
    if (result.ok) return result;
    // The database that did not answer is not asked for more.
    if (result.code === "UNKNOWN" || result.code === "BUSY") return refused(result, context);
    return refused(result, await contextOf(reference, viewer.id, doing));
  });
}

async function contextOf(reference: string, userId: number, doing: "confirm" | "cancel") {
  const booking = await checkoutView(reference, userId);
  return {
    doing,
    timeZone: booking?.event.timeZone ?? "UTC",
    eventPath: booking ? `/events/${booking.event.slug}` : "/events",
  };
}
