import { and, asc, eq, inArray } from "drizzle-orm";
import { bookings, operationRecipients } from "@/db/schema";
import { bookingReleased } from "@/inngest/events";
import type { EndBatchResult } from "@/lib/booking/results";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";

/** Cancelled under one row lock: few enough that a checkout waiting for the lock gets an answer within its timeout. */
const BATCH_SIZE = 250;

export type CancelEventBookingsInput = { eventId: number; operationId: string; actorId: number };

/**
 * Cancels a batch of a cancelled event's bookings and holds. People with a confirmed booking become recipients in the
 * same transaction, so that a crash can neither lose nor repeat one. They get the event's email instead of one about
 * the booking, which is why the cancellation of the booking is not announced.
 */
export async function cancelEventBookings(
  manager: BookingConcurrencyManager,
  input: CancelEventBookingsInput,
): Promise<EndBatchResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => cancelBatch(unit, input), { readsOverdue: false });
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function cancelBatch(
  unit: ExclusiveUnitOfWork,
  { operationId, actorId }: CancelEventBookingsInput,
): Promise<EndBatchResult> {
  const { tx, event } = unit;
  if (event.status !== "cancelled") throw new Error(`event ${event.id} is not cancelled`);
  const active = await tx
    .select({ id: bookings.id, userId: bookings.userId, confirmedAt: bookings.confirmedAt })
    .from(bookings)
    .where(and(eq(bookings.eventId, event.id), inArray(bookings.status, ["pending", "confirmed"])))
    .orderBy(asc(bookings.userId))
    .limit(BATCH_SIZE);
  if (active.length === 0) return { ok: true, ended: 0 };

  await unit.load(...active.map(({ id: bookingId }) => ({ bookingId })));
  for (const { id } of active) {
    const booking = unit.booking(id);
    if (!booking) throw new Error(`booking ${id} vanished under the row lock`);
    const isHold = booking.status === "pending";
    unit.cancel(booking, { reason: "event_cancelled", requestedBy: actorId, operationId });
    if (isHold) unit.announce(bookingReleased, { bookingId: id });
    unit.audit("booking.cancelled-with-event", { actorId, bookingId: id });
  }
  // No seats stay reserved for the waitlist.
  unit.releaseToPublic();
  const confirmed = active.filter((booking) => booking.confirmedAt !== null);
  if (confirmed.length > 0) {
    await tx
      .insert(operationRecipients)
      .values(confirmed.map(({ id, userId }) => ({ operationId, userId, bookingId: id })))
      .onConflictDoNothing();
  }
  return { ok: true, ended: active.length };
}
