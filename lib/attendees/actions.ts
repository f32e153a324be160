"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { eventAccessFor } from "@/lib/access/access";
import { afterResponse } from "@/lib/after-response";
import { addGuest } from "@/lib/booking/add-guest";
import { cancel } from "@/lib/booking/cancel";
import { changeTicketType } from "@/lib/booking/change-ticket-type";
import { bookingManager } from "@/lib/booking/manager";
import { undoTicketTypeChange } from "@/lib/booking/undo-ticket-type-change";
import { updateEventTags } from "@/lib/events/tags";
import { relayOutbox } from "@/lib/outbox/relay";
import { checkLimit } from "@/lib/redis/rate-limit";
import { defineAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { resendFailures } from "@/texts/attendees";
import { isBookingOfEvent, listTicketTypeOptions } from "./booking-detail";
import { correctHolder } from "./correct-holder";
import { attendeeFailure } from "./messages";
import { resendBookingEmail } from "./resend";
import { bookingFields, cancelFields, guestFields, holderFields, resendFields, ticketTypeChangeFields } from "./schema";

const access = eventAccessFor("attendees.manage");

/** Updates this page and every page that shows availability. */
function refreshInventory(slug: string) {
  updateEventTags(slug);
  refresh();
}

export const addGuestAction = defineAction({
  input: guestFields,
  access,
  run: async ({ input: { slug, ...guest }, event, viewer }) => {
    const result = await addGuest(bookingManager, { eventId: event.id, actorId: viewer.id, ...guest });
    if (!result.ok) return attendeeFailure(result, await listTicketTypeOptions(event.id));
    refreshInventory(slug);
    return { ok: true, reference: result.booking.reference };
  },
});

/** Sends each booking's current email again; `sent` counts the bookings that have one. */
export const resendEmailsAction = defineAction({
  input: resendFields,
  access,
  run: async ({ input, event, viewer }) => {
    const by = { eventId: event.id, organizerId: event.organizerId, actorId: viewer.id };
    const requestHeaders = await headers();
    const outboxIds: string[] = [];
    let retryInMinutes: number | null = null;
    for (const reference of new Set(input.references)) {
      const limit = await checkLimit({ action: "booking-mail", address: reference }, requestHeaders);
      if (!limit.ok) retryInMinutes = limit.retryInMinutes;
      const outboxId = limit.ok ? await resendBookingEmail({ ...by, reference }) : null;
      if (outboxId) outboxIds.push(outboxId);
    }
    if (outboxIds.length === 0) return resendFailure(retryInMinutes);
    afterResponse(() => relayOutbox(outboxIds));
    refresh();
    return { ok: true, sent: outboxIds.length };
  },
});

function resendFailure(retryInMinutes: number | null) {
  return retryInMinutes === null
    ? failure("NOTHING_TO_SEND", resendFailures.nothingToSend)
    : failure("TOO_MANY_ATTEMPTS", resendFailures.limited(retryInMinutes));
}

/** Changes the name and email address on a ticket; `before` undoes it. */
export const correctTicketHolderAction = defineAction({
  input: holderFields,
  access,
  run: async ({ input: { ticketCode, name, email }, event, viewer }) => {
    const by = { eventId: event.id, organizerId: event.organizerId, actorId: viewer.id };
    const before = await correctHolder({ ...by, ticketCode, holder: { name, email } });
    if (!before) return attendeeFailure({ ok: false, code: "TICKETS_NOT_FOUND" });
    refresh();
    return { ok: true, before };
  },
});

/** Cancels a booking; the attendee is sent the reason. */
export const cancelAttendeeAction = defineAction({
  input: cancelFields,
  access,
  run: async ({ input: { slug, reference, reason }, event, viewer }) => {
    // For organizers, the manager finds a booking by its reference alone.
    if (!(await isBookingOfEvent(event.id, reference)))
      return attendeeFailure({ ok: false, code: "BOOKING_NOT_FOUND" });
    const actor = { userId: viewer.id, isOrganizer: true };
    const result = await cancel(bookingManager, { reference, actor, reason: reason || undefined });
    if (!result.ok) return attendeeFailure(result);
    refreshInventory(slug);
    return { ok: true };
  },
});

export const changeTicketTypeAction = defineAction({
  input: ticketTypeChangeFields,
  access,
  run: async ({ input: { slug, ...move }, event, viewer }) => {
    const result = await changeTicketType(bookingManager, { eventId: event.id, actorId: viewer.id, ...move });
    if (!result.ok) return attendeeFailure(result, await listTicketTypeOptions(event.id));
    refreshInventory(slug);
    return { ok: true, moved: result.moved };
  },
});

export const undoTicketTypeChangeAction = defineAction({
  input: bookingFields,
  access,
  run: async ({ input: { slug, reference }, event, viewer }) => {
    const result = await undoTicketTypeChange(bookingManager, { eventId: event.id, actorId: viewer.id, reference });
    if (!result.ok) return attendeeFailure(result, await listTicketTypeOptions(event.id));
    refreshInventory(slug);
    return { ok: true };
  },
});
