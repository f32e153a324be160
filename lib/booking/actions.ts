"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { admissionFor } from "@/lib/waiting-room/admission";
import type { Reached, Refused } from "./answers";
import { formatChoice } from "./choice";
import { confirmFields, reserveFields } from "./form-data";
import { tooMany } from "./limits";
import { bookingManager } from "./manager";
import { checkoutView, eventForBooking, ticketTypeNames } from "./queries";
import { invalid, refused } from "./refused";
import type { ReserveInput } from "./reserve";
import { reserving } from "./reserving";
import { bookingSchema, confirmSchema, reserveSchema } from "./schema";

/** Holds the chosen tickets and goes to their checkout. */
export async function reserve(
  _previous: Reached | Refused | null,
  formData: FormData,
): Promise<Reached | Refused | null> {
  const parsed = reserveSchema.safeParse(reserveFields(formData));
  if (!parsed.success) return invalid("Choose your tickets again", parsed.error);
  const { slug, idempotencyKey = crypto.randomUUID() } = parsed.data;
  const items = parsed.data.items.filter((item) => item.quantity > 0);
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  if (items.length === 0) {
    return refused({ ok: false, code: "NO_TICKETS" }, { doing: "reserve", timeZone: "UTC", eventPath });
  }
  const answer = await reserving.run(slug, () => hold({ slug, items, idempotencyKey }, eventPath));
  if (!answer || !("isBusy" in answer)) return answer;
  const { retryAfterSeconds } = answer;
  const context = { doing: "reserve", timeZone: "UTC", eventPath, choice: formatChoice(items) } as const;
  return refused({ ok: false, code: "BUSY", retryAfterSeconds }, context);
}

type Wanted = { slug: string; items: ReserveInput["items"]; idempotencyKey: string };

async function hold({ slug, items, idempotencyKey }: Wanted, eventPath: string) {
  const choice = formatChoice(items);
  const viewer = await requireViewer(`${eventPath}?tickets=${choice}`);

  const event = await eventForBooking(slug);
  const context = { doing: "reserve", timeZone: event?.timeZone ?? "UTC", eventPath, choice } as const;
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
  const limited = await tooMany("reserve", { user: String(viewer.id), event: String(event.id) });
  if (limited) return refused(limited, context);
  const admission = await admissionFor({ event, userId: viewer.id, idempotencyKey });
  if (!admission.ok) return refused(admission, context);
  const result = await bookingManager.reserve({ eventId: event.id, userId: viewer.id, items, idempotencyKey });
  if (!result.ok) await admission.giveBack();
  if (result.ok) return reached(`/checkout/${result.booking.reference}`);
  if (result.code === "ALREADY_BOOKED" && result.status === "pending") {
    return reached(`/checkout/${result.reference}?held=before`);
  }
  return refused(result, { ...context, ticketTypes: await ticketTypeNames(event.id) });
}

/**
 * Where to go on. A script goes there by itself: a redirect would have the next page rendered within this answer, and
 * everybody in a rush would wait for everybody's checkout. A form that was sent without one is redirected.
 */
async function reached(path: string): Promise<Reached> {
  if ((await headers()).has("next-action")) return { ok: true, goTo: path };
  redirect(path as Route);
}

/** Turns a hold into a booking with tickets. */
export async function confirm(_previous: Refused | null, formData: FormData): Promise<Refused | null> {
  const fields = confirmFields(formData);
  const parsed = confirmSchema.safeParse(fields);
  const values = Object.fromEntries(Array.from(formData, ([name, value]) => [name, String(value)]));
  if (!parsed.success) return { ...invalid("Something is missing", parsed.error), values };
  const { reference, holders } = parsed.data;
  const viewer = await requireViewer(`/checkout/${reference}`);
  const limited = await tooMany("booking-step", { user: String(viewer.id) });
  if (limited) return { ...refused(limited, await contextOf(reference, viewer.id, "confirm")), values };

  const result = await bookingManager.confirm({ reference, userId: viewer.id, holders });
  // In the place of the checkout: one step back leads to the event, not to a checkout that only sends on.
  if (result.ok) redirect(`/bookings/${reference}`, "replace");
  return { ...refused(result, await contextOf(reference, viewer.id, "confirm")), values };
}

/** Gives a hold up before it is confirmed. */
export async function release(_previous: Refused | null, formData: FormData): Promise<Refused | null> {
  const parsed = bookingSchema.safeParse({ reference: formData.get("reference") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { reference } = parsed.data;
  const viewer = await requireViewer(`/checkout/${reference}`);
  const limited = await tooMany("booking-step", { user: String(viewer.id) });
  if (limited) return refused(limited, await contextOf(reference, viewer.id, "cancel"));

  const result = await bookingManager.release({ reference, userId: viewer.id });
  if (result.ok) redirect(`/checkout/${reference}`, "replace");
  if (result.code === "ALREADY_CONFIRMED") redirect(`/bookings/${reference}`, "replace");
  return refused(result, await contextOf(reference, viewer.id, "cancel"));
}

/** Cancels a confirmed booking, until its deadline. */
export async function cancelBooking(_previous: Refused | null, formData: FormData): Promise<Refused | null> {
  const parsed = bookingSchema.safeParse({ reference: formData.get("reference") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { reference } = parsed.data;
  const viewer = await requireViewer(`/bookings/${reference}/cancel`);
  const limited = await tooMany("booking-step", { user: String(viewer.id) });
  if (limited) return refused(limited, await contextOf(reference, viewer.id, "cancel"));

  const result = await bookingManager.cancel({ reference, actor: { userId: viewer.id } });
  if (result.ok) redirect(`/bookings/${reference}`, "replace");
  return refused(result, await contextOf(reference, viewer.id, "cancel"));
}

async function contextOf(reference: string, userId: number, doing: "confirm" | "cancel") {
  const booking = await checkoutView(reference, userId);
  return {
    doing,
    timeZone: booking?.event.timeZone ?? "UTC",
    eventPath: booking ? `/events/${booking.event.slug}` : "/events",
  };
}
