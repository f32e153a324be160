"use server";

import { requireViewer } from "@/lib/auth/viewer";
import type { Refused } from "@/lib/booking/answers";
import { formatWaitlistChoice } from "@/lib/booking/choice";
import { tooMany } from "@/lib/booking/limits";
import { bookingManager } from "@/lib/booking/manager";
import { eventForBooking, ticketTypeNames } from "@/lib/booking/queries";
import { invalid, refused } from "@/lib/booking/refused";
import { isAdmitted } from "@/lib/waiting-room/admission";
import { joinFields, joinSchema, leaveSchema, wishSchema } from "./schema";

export type Joined = { ok: true; position: number; alreadyWaiting: boolean };
export type Changed = { ok: true; position: number };
export type Left = { ok: true };

/** Takes a place in line. */
export async function joinWaitlist(
  _previous: Joined | Refused | null,
  formData: FormData,
): Promise<Joined | Refused | null> {
  const parsed = joinSchema.safeParse(joinFields(formData));
  if (!parsed.success) return invalid("Choose how many tickets you wait for", parsed.error);
  const { slug, ...choice } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  const viewer = await requireViewer(`${eventPath}?waitlist=${formatWaitlistChoice(choice)}`);

  const event = await eventForBooking(slug);
  const context = { doing: "join", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
  const limited = await tooMany("join-waitlist", { user: String(viewer.id), event: String(event.id) });
  if (limited) return refused(limited, context);
  // The waitlist is served from seats that come free: with seats left, it must not be a way around the queue for them.
  if (!(await isAdmitted(event))) return refused({ ok: false, code: "ADMISSION_NEEDED", reason: "none" }, context);
  const result = await bookingManager.joinWaitlist({ eventId: event.id, userId: viewer.id, ...choice });
  if (result.ok) return { ok: true, position: result.position, alreadyWaiting: result.alreadyWaiting };
  return refused(result, { ...context, ticketTypes: await ticketTypeNames(event.id) });
}

/** Keeps a place in line, for another ticket type or for any. */
export async function changeWish(
  _previous: Changed | Refused | null,
  formData: FormData,
): Promise<Changed | Refused | null> {
  const parsed = wishSchema.safeParse(joinFields(formData));
  if (!parsed.success) return invalid("Choose what to wait for", parsed.error);
  const { slug, ticketTypeCode } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  const viewer = await requireViewer(eventPath);

  const event = await eventForBooking(slug);
  const context = { doing: "change-wish", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
  const limited = await tooMany("join-waitlist", { user: String(viewer.id), event: String(event.id) });
  if (limited) return refused(limited, context);
  const result = await bookingManager.changeWish({ eventId: event.id, userId: viewer.id, ticketTypeCode });
  if (result.ok) return { ok: true, position: result.position };
  return refused(result, { ...context, ticketTypes: await ticketTypeNames(event.id) });
}

/** Gives a place in line up. */
export async function leaveWaitlist(
  _previous: Left | Refused | null,
  formData: FormData,
): Promise<Left | Refused | null> {
  const parsed = leaveSchema.safeParse({ slug: formData.get("slug") });
  if (!parsed.success) return invalid("This page is out of date", parsed.error);
  const { slug } = parsed.data;
  const eventPath = `/events/${encodeURIComponent(slug)}`;
  const viewer = await requireViewer(eventPath);

  const event = await eventForBooking(slug);
  const context = { doing: "leave", timeZone: event?.timeZone ?? "UTC", eventPath } as const;
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, context);
  const result = await bookingManager.leaveWaitlist({ eventId: event.id, userId: viewer.id });
  return result.ok ? { ok: true } : refused(result, context);
}
