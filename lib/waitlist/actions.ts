"use server";

import { requireViewer } from "@/lib/auth/viewer";
import type { Refused } from "@/lib/booking/answers";
import { formatWaitlistChoice } from "@/lib/booking/choice";
import { inTime } from "@/lib/booking/in-time";
import { tooMany } from "@/lib/booking/limits";
import { bookingManager } from "@/lib/booking/manager";
import { eventForBooking, ticketTypeNames } from "@/lib/booking/queries";
import { invalid, refused } from "@/lib/booking/refused";
import { requestDeadline } from "@/lib/deadline";
import { isAdmitted } from "@/lib/waiting-room/admission";
import { changeWish as changeWishNow } from "./change-wish";
import { joinWaitlist as joinWaitlistNow } from "./join";
import { leaveWaitlist as leaveWaitlistNow } from "./leave";
import { joinFields, joinSchema, leaveSchema, wishSchema } from "./schema";

export type Joined = { ok: true; position: number; alreadyWaiting: boolean };
export type Changed = { ok: true; position: number };
export type Left = { ok: true };

/** Takes a place in line. */
export async function joinWaitlist(
  _previous: Joined | Refused | null,
  formData: FormData,
): Promise<Joined | Refused | null> {
  const deadline = requestDeadline();
  const parsed = joinSchema.safeParse(joinFields(formData));
  if (!parsed.success) return invalid("Choose how many tickets you wait for", parsed.error);
  const { slug, ...choice } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  return inTime(deadline, { doing: "join", timeZone: "UTC", eventPath }, async () => {
    const viewer = await requireViewer(`${eventPath}?waitlist=${formatWaitlistChoice(choice)}`, deadline);

    const event = await eventForBooking(slug);
    const context = { doing: "join", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
    if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
    const limited = await tooMany("join-waitlist", { user: String(viewer.id), event: String(event.id) });
    if (limited) return refused(limited, context);
    // The waitlist is served from seats that come free: with seats left, it must not be a way around the queue for them.
    if (!(await isAdmitted(event))) return refused({ ok: false, code: "ADMISSION_NEEDED", reason: "none" }, context);
    const result = await joinWaitlistNow(bookingManager, { eventId: event.id, userId: viewer.id, ...choice }, deadline);
    if (result.ok) return { ok: true, position: result.position, alreadyWaiting: result.alreadyWaiting };
    return refused(result, { ...context, ticketTypes: await namesFor(result, event.id) });
  });
}

/** Keeps a place in line, for another ticket type or for any. */
export async function changeWish(
  _previous: Changed | Refused | null,
  formData: FormData,
): Promise<Changed | Refused | null> {
  const deadline = requestDeadline();
  const parsed = wishSchema.safeParse(joinFields(formData));
  if (!parsed.success) return invalid("Choose what to wait for", parsed.error);
  const { slug, ticketTypeCode } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  return inTime(deadline, { doing: "change-wish", timeZone: "UTC", eventPath }, async () => {
    const viewer = await requireViewer(eventPath, deadline);

    const event = await eventForBooking(slug);
    const context = { doing: "change-wish", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
    if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
    const limited = await tooMany("join-waitlist", { user: String(viewer.id), event: String(event.id) });
    if (limited) return refused(limited, context);
    const result = await changeWishNow(
      bookingManager,
      { eventId: event.id, userId: viewer.id, ticketTypeCode },
      deadline,
    );
    if (result.ok) return { ok: true, position: result.position };
    return refused(result, { ...context, ticketTypes: await namesFor(result, event.id) });
  });
}

/** Gives a place in line up. */
export async function leaveWaitlist(
  _previous: Left | Refused | null,
  formData: FormData,
): Promise<Left | Refused | null> {
  const deadline = requestDeadline();
  const parsed = leaveSchema.safeParse({ slug: formData.get("slug") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { slug } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  return inTime(deadline, { doing: "leave", timeZone: "UTC", eventPath }, async () => {
    const viewer = await requireViewer(eventPath, deadline);

    const event = await eventForBooking(slug);
    const context = { doing: "leave", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
    if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
    const result = await leaveWaitlistNow(bookingManager, { eventId: event.id, userId: viewer.id }, deadline);
    return result.ok ? { ok: true } : refused(result, context);
  });
}

/** The names of ticket types, where a refusal is about one. */
async function namesFor(refusal: object, eventId: number) {
  return "ticketTypeCode" in refusal ? await ticketTypeNames(eventId) : [];
}
