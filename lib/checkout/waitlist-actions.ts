"use server";

import { signedIn } from "@/lib/auth/access";
import { formatWaitlistChoice } from "@/lib/booking/choice";
import { bookingManager } from "@/lib/booking/manager";
import { eventForBooking, ticketTypeNames } from "@/lib/booking/queries";
import type { Deadline } from "@/lib/deadline";
import { defineFormAction } from "@/lib/requests/define-action";
import type { ActionSuccess } from "@/lib/requests/result";
import { isAdmitted } from "@/lib/waiting-room/admission";
import { changeWish } from "@/lib/waitlist/change-wish";
import { joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import type { Refused } from "./answers";
import { type Doing, invalid, refused, refusedLate, tooOften } from "./messages";
import { joinFields, joinSchema, leaveSchema, wishSchema } from "./waitlist-schema";

export type Joined = ActionSuccess<{ position: number; alreadyWaiting: boolean }>;
export type Changed = ActionSuccess<{ position: number }>;

type Asked<Input> = { input: Input; deadline: Deadline };

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;
const contextOf = (doing: Doing, slug: string, timeZone = "UTC") => ({ doing, timeZone, eventPath: eventPath(slug) });

/** Whoever is signed in, and the event. Others are sent to sign in, and come back to the event's page with `query`. */
async function atEvent(doing: Doing, { input: { slug }, deadline }: Asked<{ slug: string }>, query = "") {
  const { viewer } = await signedIn(eventPath(slug) + query, deadline);
  const event = await eventForBooking(slug);
  if (!event) return refused({ ok: false, code: "EVENT_NOT_FOUND" }, contextOf(doing, slug));
  return { ok: true, viewer, event, context: contextOf(doing, slug, event.timeZone) } as const;
}

const late = (doing: Doing) => (asked: Asked<{ slug: string }>, wasDone: "unknown" | "no") =>
  refusedLate(wasDone, contextOf(doing, asked.input.slug));

const joinLimit = ({ viewer, event }: { viewer: { id: number }; event: { id: number } }) =>
  ({ action: "join-waitlist", user: String(viewer.id), event: String(event.id) }) as const;

/** Takes a place in line. */
export const joinWaitlistAction = defineFormAction({
  read: joinFields,
  input: joinSchema,
  invalid: invalid("Choose how many tickets you wait for"),
  access: (asked) => atEvent("join", asked, `?waitlist=${formatWaitlistChoice(asked.input)}`),
  limit: joinLimit,
  limited: tooOften("join"),
  run: async ({ input: { slug, ...choice }, viewer, event, context, deadline }): Promise<Joined | Refused> => {
    // The waitlist is served from seats that come free: with seats left, it must not be a way around the queue for them.
    if (!(await isAdmitted(event))) return refused({ ok: false, code: "ADMISSION_NEEDED", reason: "none" }, context);
    const result = await joinWaitlist(bookingManager, { eventId: event.id, userId: viewer.id, ...choice }, deadline);
    if (result.ok) return { ok: true, position: result.position, alreadyWaiting: result.alreadyWaiting };
    return refused(result, { ...context, ticketTypes: await namesFor(result, event.id) });
  },
  late: late("join"),
});

/** Keeps a place in line, for another ticket type or for any. */
export const changeWishAction = defineFormAction({
  read: joinFields,
  input: wishSchema,
  invalid: invalid("Choose what to wait for"),
  access: (asked) => atEvent("change-wish", asked),
  limit: joinLimit,
  limited: tooOften("change-wish"),
  run: async ({ input, viewer, event, context, deadline }): Promise<Changed | Refused> => {
    const wish = { eventId: event.id, userId: viewer.id, ticketTypeCode: input.ticketTypeCode };
    const result = await changeWish(bookingManager, wish, deadline);
    if (result.ok) return { ok: true, position: result.position };
    return refused(result, { ...context, ticketTypes: await namesFor(result, event.id) });
  },
  late: late("change-wish"),
});

/** Gives a place in line up. */
export const leaveWaitlistAction = defineFormAction({
  input: leaveSchema,
  invalid: invalid("This page is out of date"),
  access: (asked) => atEvent("leave", asked),
  run: async ({ viewer, event, context, deadline }): Promise<ActionSuccess | Refused> => {
    const result = await leaveWaitlist(bookingManager, { eventId: event.id, userId: viewer.id }, deadline);
    return result.ok ? { ok: true } : refused(result, context);
  },
  late: late("leave"),
});

/** The names of ticket types, where a refusal is about one. */
async function namesFor(refusal: object, eventId: number) {
  return "ticketTypeCode" in refusal ? await ticketTypeNames(eventId) : [];
}
