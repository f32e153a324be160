import { and, eq } from "drizzle-orm";
import { bookings, tickets, waitlistEntries } from "@/db/schema";
import { bookingCancelled } from "@/inngest/events";
import { cancellationDeadline } from "./cancellation-deadline";
import { freeSeats, itemsOf, moveSold } from "./inventory";
import type { LockedEvent } from "./locked-event";
import { type BookingRow, summaryOf } from "./reserve";
import type { CancelResult, ReleaseResult } from "./results";

export type CancelInput = { reference: string } & Cancellation;

type Cancellation = {
  /** The owner, or an organizer whose right to do so the caller has checked. */
  actor: { userId: number; isOrganizer?: boolean };
  reason?: string;
};

export async function cancel(locked: LockedEvent, bookingId: number, input: Cancellation): Promise<CancelResult> {
  const { tx, row: event, now } = locked;
  const [booking] = await tx.select().from(bookings).where(eq(bookings.id, bookingId));
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "cancelled" || booking.status === "expired") {
    return { ok: true, booking: summaryOf(booking), alreadyDone: true };
  }
  const closedAt = cancellationDeadline(event);
  const isBound = booking.status === "confirmed" && !input.actor.isOrganizer && event.status !== "cancelled";
  if (isBound && now >= closedAt) return { ok: false, code: "CANCELLATION_CLOSED", closedAt };

  const cancelled = await endBooking(locked, booking);
  const isRelease = booking.status === "pending";
  await locked.audit(isRelease ? "booking.released" : "booking.cancelled", {
    actorId: input.actor.userId,
    bookingId,
    detail: { ...(input.reason ? { reason: input.reason } : {}), ...(input.actor.isOrganizer ? { byTeam: true } : {}) },
  });
  if (!isRelease) await locked.announce(bookingCancelled, { bookingId });
  return { ok: true, booking: summaryOf(cancelled), alreadyDone: false };
}

export async function release(locked: LockedEvent, bookingId: number, userId: number): Promise<ReleaseResult> {
  const [booking] = await locked.tx.select().from(bookings).where(eq(bookings.id, bookingId));
  if (booking?.status === "confirmed") return { ok: false, code: "ALREADY_CONFIRMED" };
  return cancel(locked, bookingId, { actor: { userId } });
}

/** Cancels a pending or confirmed booking: tickets void, an open offer given up, seats free. */
export async function endBooking(locked: LockedEvent, booking: BookingRow): Promise<BookingRow> {
  const { tx, now } = locked;
  const [cancelled] = await tx
    .update(bookings)
    .set({ status: "cancelled", cancelledAt: now })
    .where(eq(bookings.id, booking.id))
    .returning();
  if (!cancelled) throw new Error(`booking ${booking.id} vanished under the row lock`);
  await tx.update(tickets).set({ status: "void" }).where(eq(tickets.bookingId, booking.id));
  await tx
    .update(waitlistEntries)
    .set({ status: "left", resolvedAt: now })
    .where(and(eq(waitlistEntries.bookingId, booking.id), eq(waitlistEntries.status, "offered")));
  await moveSold(locked, await itemsOf(locked, [booking.id]), -1);
  await freeSeats(locked, booking.numberOfTickets);
  return cancelled;
}
