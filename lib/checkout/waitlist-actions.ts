"use server";

import { authorizeViewer } from "@/lib/auth/access";
import { formatWaitlistChoice } from "@/lib/booking/choice";
import { bookingManager } from "@/lib/booking/manager";
import { eventForBooking, listTicketTypeNames } from "@/lib/booking/queries";
import type { Deadline } from "@/lib/deadline";
import { defineFormAction } from "@/lib/requests/define-action";
import type { ActionSuccess } from "@/lib/requests/result";
import { isAdmitted } from "@/lib/waiting-room/admission";
import { joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { updateWaitlistEntry } from "@/lib/waitlist/update-entry";
import type { CheckoutFailure } from "./action-state";
import { type AttemptedStep, checkoutFailure, invalidInputMessage, lateFailure, rateLimitFailure } from "./messages";
import { joinSchema, leaveSchema, readJoinFields, updateEntrySchema } from "./waitlist-schema";

export type JoinSuccess = ActionSuccess<{ position: number; alreadyWaiting: boolean }>;
export type ChangeSuccess = ActionSuccess<{ position: number }>;

type ActionRequest<Input> = { input: Input; deadline: Deadline };

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;
const messageContextFor = (doing: AttemptedStep, slug: string, timeZone = "UTC") => ({
  doing,
  timeZone,
  eventPath: eventPath(slug),
});

/** Whoever is signed in, and the event. Others are sent to sign in, and come back to the event's page with `query`. */
async function accessEvent(
  doing: AttemptedStep,
  { input: { slug }, deadline }: ActionRequest<{ slug: string }>,
  query = "",
) {
  const { viewer } = await authorizeViewer(eventPath(slug) + query, deadline);
  const event = await eventForBooking(slug);
  if (!event) return checkoutFailure({ ok: false, code: "EVENT_NOT_FOUND" }, messageContextFor(doing, slug));
  return { ok: true, viewer, event, context: messageContextFor(doing, slug, event.timeZone) } as const;
}

const lateFailureFor = (doing: AttemptedStep) => (asked: ActionRequest<{ slug: string }>, wasDone: "unknown" | "no") =>
  lateFailure(wasDone, messageContextFor(doing, asked.input.slug));

const joinLimit = ({ viewer, event }: { viewer: { id: number }; event: { id: number } }) =>
  ({ action: "join-waitlist", user: String(viewer.id), event: String(event.id) }) as const;

/** Takes a place in line. */
export const joinWaitlistAction = defineFormAction({
  read: readJoinFields,
  input: joinSchema,
  invalidMessage: invalidInputMessage("Choose how many tickets you wait for"),
  access: (asked) => accessEvent("join", asked, `?waitlist=${formatWaitlistChoice(asked.input)}`),
  limit: joinLimit,
  onLimited: rateLimitFailure("join"),
  run: async ({
    input: { slug, ...choice },
    viewer,
    event,
    context,
    deadline,
  }): Promise<JoinSuccess | CheckoutFailure> => {
    // The waitlist is served from seats that come free: with seats left, it must not be a way around the queue for them.
    if (!(await isAdmitted(event)))
      return checkoutFailure({ ok: false, code: "ADMISSION_NEEDED", reason: "none" }, context);
    const result = await joinWaitlist(bookingManager, { eventId: event.id, userId: viewer.id, ...choice }, deadline);
    if (result.ok) return { ok: true, position: result.position, alreadyWaiting: result.alreadyWaiting };
    return checkoutFailure(result, { ...context, ticketTypes: await ticketTypeNamesFor(result, event.id) });
  },
  onDeadline: lateFailureFor("join"),
});

/** Keeps a place in line, for another ticket type or for any. */
export const updateWaitlistEntryAction = defineFormAction({
  read: readJoinFields,
  input: updateEntrySchema,
  invalidMessage: invalidInputMessage("Choose what to wait for"),
  access: (asked) => accessEvent("change-wish", asked),
  limit: joinLimit,
  onLimited: rateLimitFailure("change-wish"),
  run: async ({ input, viewer, event, context, deadline }): Promise<ChangeSuccess | CheckoutFailure> => {
    const wish = { eventId: event.id, userId: viewer.id, ticketTypeCode: input.ticketTypeCode };
    const result = await updateWaitlistEntry(bookingManager, wish, deadline);
    if (result.ok) return { ok: true, position: result.position };
    return checkoutFailure(result, { ...context, ticketTypes: await ticketTypeNamesFor(result, event.id) });
  },
  onDeadline: lateFailureFor("change-wish"),
});

/** Gives a place in line up. */
export const leaveWaitlistAction = defineFormAction({
  input: leaveSchema,
  invalidMessage: invalidInputMessage("This page is out of date"),
  access: (asked) => accessEvent("leave", asked),
  run: async ({ viewer, event, context, deadline }): Promise<ActionSuccess | CheckoutFailure> => {
    const result = await leaveWaitlist(bookingManager, { eventId: event.id, userId: viewer.id }, deadline);
    return result.ok ? { ok: true } : checkoutFailure(result, context);
  },
  onDeadline: lateFailureFor("leave"),
});

/** The names of ticket types, where a refusal is about one. */
async function ticketTypeNamesFor(refusal: object, eventId: number) {
  return "ticketTypeCode" in refusal ? await listTicketTypeNames(eventId) : [];
}
