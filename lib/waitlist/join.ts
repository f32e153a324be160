import { and, eq, inArray } from "drizzle-orm";
import { bookings, waitlistEntries } from "@/db/schema";
import { waitlistJoined } from "@/inngest/events";
import { lapse, reclaimLapsedHolds } from "@/lib/booking/inventory";
import type { LockedEvent, TicketTypeRow } from "@/lib/booking/locked-event";
import type { JoinWaitlistResult } from "@/lib/booking/results";
import { isTypeOnSale, quotaLeft, salesRefusal } from "@/lib/booking/sales";
import { positionOf } from "./position";

export type JoinWaitlistInput = {
  eventId: number;
  userId: number;
  quantity: number;
  acceptFewer: boolean;
  /** Null where every ticket type will do. */
  ticketTypeCode: string | null;
};

export async function joinWaitlist(locked: LockedEvent, input: JoinWaitlistInput): Promise<JoinWaitlistResult> {
  const { tx, row: event, now } = locked;
  const closed = salesRefusal(event, now);
  if (closed) return closed;
  if (!event.waitlistEnabled) return { ok: false, code: "WAITLIST_DISABLED" };
  if (input.quantity < 1) return { ok: false, code: "NO_TICKETS" };
  if (input.quantity > event.maxTicketsPerBooking) {
    return { ok: false, code: "TOO_MANY_TICKETS", limit: event.maxTicketsPerBooking };
  }

  const [active] = await tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.eventId, event.id),
        eq(bookings.userId, input.userId),
        inArray(bookings.status, ["pending", "confirmed"]),
      ),
    );
  if (active?.status === "pending" && active.expiresAt !== null && active.expiresAt <= now)
    await lapse(locked, active.id);
  else if (active) {
    const status = active.status === "confirmed" ? "confirmed" : "pending";
    return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status };
  }

  const [waiting] = await tx
    .select()
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, event.id),
        eq(waitlistEntries.userId, input.userId),
        eq(waitlistEntries.status, "waiting"),
      ),
    );
  if (waiting)
    return { ok: true, entryId: waiting.id, position: await positionOf(locked, waiting), alreadyWaiting: true };

  await reclaimLapsedHolds(locked);
  const types = await locked.ticketTypes();
  const wanted = input.ticketTypeCode === null ? null : types.find((type) => type.code === input.ticketTypeCode);
  if (wanted === undefined) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  if (wanted && !isTypeOnSale(wanted, now)) {
    return { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: wanted.code };
  }
  const left = Math.max(0, ...(wanted ? [wanted] : types).map((type) => publicSeats(locked, type)));
  if (left >= input.quantity) return { ok: false, code: "SEATS_AVAILABLE", left };

  const [entry] = await tx
    .insert(waitlistEntries)
    .values({
      eventId: event.id,
      userId: input.userId,
      ticketTypeId: wanted?.id ?? null,
      quantity: input.quantity,
      acceptFewer: input.acceptFewer,
      joinedAt: now,
    })
    .returning();
  if (!entry) throw new Error("INSERT … RETURNING answered no row");
  await locked.audit("waitlist.joined", { actorId: input.userId, detail: { entryId: entry.id } });
  await locked.announce(waitlistJoined, { entryId: entry.id });
  return { ok: true, entryId: entry.id, position: await positionOf(locked, entry), alreadyWaiting: false };
}

/** Seats of this type that the public could take now. */
function publicSeats(locked: LockedEvent, type: TicketTypeRow) {
  if (!isTypeOnSale(type, locked.now)) return 0;
  return Math.min(locked.row.availableTickets, quotaLeft(type));
}
