import { waitlistJoined } from "@/inngest/events";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { isTypeOnSale, quotaLeft, salesRefusal } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import type { JoinWaitlistResult } from "./results";

export type JoinWaitlistInput = {
  eventId: number;
  userId: number;
  quantity: number;
  acceptFewer: boolean;
  /** Null for any ticket type. */
  ticketTypeCode: string | null;
};

/** Adds a user to the event's waitlist. Idempotent: a repeated request returns their position. */
export async function joinWaitlist(
  manager: BookingConcurrencyManager,
  input: JoinWaitlistInput,
  deadline?: Deadline,
): Promise<JoinWaitlistResult> {
  const { eventId, userId } = input;
  const result = await manager.decide(eventId, { userId, waitlist: "join" }, (unit) => decide(unit, input), {
    deadline,
  });
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

function decide(unit: EventUnitOfWork, input: JoinWaitlistInput): JoinWaitlistResult {
  const { event, now, types } = unit;
  const { userId, quantity, acceptFewer, ticketTypeCode } = input;
  const closed = salesRefusal(event, now);
  if (closed) return closed;
  if (!event.waitlistEnabled) return { ok: false, code: "WAITLIST_DISABLED" };
  if (quantity < 1) return { ok: false, code: "NO_TICKETS" };
  if (quantity > event.maxTicketsPerBooking) {
    return { ok: false, code: "TOO_MANY_TICKETS", limit: event.maxTicketsPerBooking };
  }

  const active = unit.activeBookingFor(userId);
  if (active && !unit.isOverdue(active)) {
    return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status: active.status };
  }
  if (active) unit.expireHolds([active]);

  const waiting = unit.waitlist.entryFor(userId);
  if (waiting?.status === "waiting") {
    return { ok: true, entryId: waiting.id, position: unit.waitlist.positionOf(waiting), alreadyWaiting: true };
  }

  unit.expireOverdueHolds();
  const requested = ticketTypeCode === null ? null : types.find((type) => type.code === ticketTypeCode);
  if (requested === undefined) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  if (requested && !isTypeOnSale(requested, now)) {
    return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: requested.code };
  }
  const left = Math.max(0, ...(requested ? [requested] : types).map((type) => publicSeats(unit, type)));
  if (left >= quantity) return { ok: false, code: "SEATS_AVAILABLE", left };

  const entry = unit.waitlist.add({ userId, ticketTypeId: requested?.id ?? null, quantity, acceptFewer });
  unit.audit("waitlist.joined", { actorId: userId, detail: { entryId: entry.id } });
  unit.announce(waitlistJoined, { entryId: entry.id });
  return { ok: true, entryId: entry.id, position: unit.waitlist.positionOf(entry), alreadyWaiting: false };
}

/** Seats of this type available to the public now. */
function publicSeats({ event, now }: EventUnitOfWork, type: Readonly<TicketTypeRow>) {
  if (!isTypeOnSale(type, now)) return 0;
  return Math.min(event.availableTickets, quotaLeft(type));
}
