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
import { invalidInput } from "@/texts/booking-results";
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

/** The viewer and the event. Visitors are sent to sign in, and come back to the event's page with `query`. */
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

const lateFailureFor =
  (doing: AttemptedStep) => (request: ActionRequest<{ slug: string }>, wasDone: "unknown" | "no") =>
    lateFailure(wasDone, messageContextFor(doing, request.input.slug));

const joinLimit = ({ viewer, event }: { viewer: { id: number }; event: { id: number } }) =>
  ({ action: "join-waitlist", user: String(viewer.id), event: String(event.id) }) as const;

/** Joins the waitlist. */
export const joinWaitlistAction = defineFormAction({
  read: readJoinFields,
  input: joinSchema,
  invalidMessage: invalidInputMessage(invalidInput.joinTitle),
  access: (request) => accessEvent("join", request, `?waitlist=${formatWaitlistChoice(request.input)}`),
  limit: joinLimit,
  onLimited: rateLimitFailure("join"),
  run: async ({
    input: { slug, ...choice },
    viewer,
    event,
    context,
    deadline,
  }): Promise<JoinSuccess | CheckoutFailure> => {
    // While seats are left, the waitlist must not bypass the waiting room.
    if (!(await isAdmitted(event)))
      return checkoutFailure({ ok: false, code: "ADMISSION_NEEDED", reason: "none" }, context);
    const result = await joinWaitlist(bookingManager, { eventId: event.id, userId: viewer.id, ...choice }, deadline);
    if (result.ok) return { ok: true, position: result.position, alreadyWaiting: result.alreadyWaiting };
    return checkoutFailure(result, { ...context, ticketTypes: await ticketTypeNamesFor(result, event.id) });
  },
  onDeadline: lateFailureFor("join"),
});

/** Changes the ticket type of a waitlist entry, which keeps its position. */
export const updateWaitlistEntryAction = defineFormAction({
  read: readJoinFields,
  input: updateEntrySchema,
  invalidMessage: invalidInputMessage(invalidInput.updateEntryTitle),
  access: (request) => accessEvent("updateEntry", request),
  limit: joinLimit,
  onLimited: rateLimitFailure("updateEntry"),
  run: async ({ input, viewer, event, context, deadline }): Promise<ChangeSuccess | CheckoutFailure> => {
    const change = { eventId: event.id, userId: viewer.id, ticketTypeCode: input.ticketTypeCode };
    const result = await updateWaitlistEntry(bookingManager, change, deadline);
    if (result.ok) return { ok: true, position: result.position };
    return checkoutFailure(result, { ...context, ticketTypes: await ticketTypeNamesFor(result, event.id) });
  },
  onDeadline: lateFailureFor("updateEntry"),
});

/** Leaves the waitlist. */
export const leaveWaitlistAction = defineFormAction({
  input: leaveSchema,
  invalidMessage: invalidInputMessage(invalidInput.outdatedTitle),
  access: (request) => accessEvent("leave", request),
  run: async ({ viewer, event, context, deadline }): Promise<ActionSuccess | CheckoutFailure> => {
    const result = await leaveWaitlist(bookingManager, { eventId: event.id, userId: viewer.id }, deadline);
    return result.ok ? { ok: true } : checkoutFailure(result, context);
  },
  onDeadline: lateFailureFor("leave"),
});

/** The names of ticket types, where the refusal is about one. */
async function ticketTypeNamesFor(refusal: object, eventId: number) {
  return "ticketTypeCode" in refusal ? await listTicketTypeNames(eventId) : [];
}
