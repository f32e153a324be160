import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { auditLog, bookingItems, bookings, operationRecipients, tickets } from "@/db/schema";
import { bookingReleased } from "@/inngest/events";
import { type Items, recordSeats, recordSold } from "./inventory";
import type { LockedEvent } from "./locked-event";
import type { EndedResult } from "./results";

/** Ended under one row lock: few enough that a checkout which waits for the row is told so within its time limit. */
const BATCH = 250;

/**
 * Cancels some of a cancelled event's bookings and releases some of its holds. Whoever had a confirmed booking is noted
 * as a recipient in the same transaction, so that a crash can neither lose nor repeat anybody; they get the event's
 * mail instead of one about the booking, which is why that is not announced.
 */
export async function cancelEventBookings(
  locked: LockedEvent,
  { operationId, actorId }: { operationId: string; actorId: number },
): Promise<EndedResult> {
  const { tx, row: event, now } = locked;
  if (event.status !== "cancelled") throw new Error(`event ${event.id} is not cancelled`);
  const active = tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.eventId, event.id), inArray(bookings.status, ["pending", "confirmed"])))
    .orderBy(asc(bookings.userId))
    .limit(BATCH);
  const ended = await tx
    .update(bookings)
    .set({ status: "cancelled", cancelledAt: now })
    .where(inArray(bookings.id, active))
    .returning({
      id: bookings.id,
      userId: bookings.userId,
      seats: bookings.numberOfTickets,
      confirmedAt: bookings.confirmedAt,
    });
  if (ended.length === 0) return { ok: true, ended: 0 };

  const ids = ended.map((booking) => booking.id);
  await tx.update(tickets).set({ status: "void" }).where(inArray(tickets.bookingId, ids));
  recordSold(locked, await itemsOf(locked, ids), -1);
  // Nobody is owed anything any more: what was kept for the waitlist comes free as well.
  recordSeats(locked, {
    available: ended.reduce((seats, booking) => seats + booking.seats, event.waitlistTickets),
    waitlist: -event.waitlistTickets,
  });
  for (const { id, confirmedAt } of ended) {
    if (confirmedAt === null) locked.recordAnnouncement(bookingReleased, { bookingId: id });
  }
  await locked.save();
  const confirmed = ended.filter((booking) => booking.confirmedAt !== null);
  if (confirmed.length > 0) {
    await tx
      .insert(operationRecipients)
      .values(confirmed.map(({ id, userId }) => ({ operationId, userId, bookingId: id })))
      .onConflictDoNothing();
  }
  await tx.insert(auditLog).values(
    ids.map((bookingId) => ({
      action: "booking.cancelled-with-event" as const,
      ...{ actorId, bookingId, organizerId: event.organizerId, eventId: event.id, at: now },
    })),
  );
  return { ok: true, ended: ended.length };
}

async function itemsOf(locked: LockedEvent, bookingIds: number[]): Promise<Items> {
  return locked.tx
    .select({ ticketTypeId: bookingItems.ticketTypeId, quantity: sql<number>`sum(${bookingItems.quantity})::int` })
    .from(bookingItems)
    .where(inArray(bookingItems.bookingId, bookingIds))
    .groupBy(bookingItems.ticketTypeId);
}
