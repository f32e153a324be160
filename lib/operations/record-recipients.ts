import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operations } from "@/db/schema";
import { bookingManager } from "@/lib/booking/manager";
import { closeWaitlist } from "@/lib/waitlist/close";
import { audienceQuery } from "./audience";
import { cancelEventBookings } from "./cancel-event-bookings";
import { isSameTimeAndPlace, operationDetailSchemas } from "./detail";
import type { Operation } from "./operation";

const PAGE_SIZE = 1_000;

/** The event's row lock timed out; retry in a moment. */
export class EventBusyError extends Error {}

/**
 * Records the next batch of an operation's recipients. For a cancelled event it also cancels their bookings. Idempotent,
 * also after a crash at any point. `next`: the cursor for the next batch, or null when all are recorded.
 */
export async function recordRecipients(operation: Operation, after: number): Promise<{ next: number | null }> {
  const next =
    operation.kind === "event_cancellation"
      ? await cancelBookingsBatch(operation)
      : await recordRecipientsPage(operation, after);
  if (next !== null) return { next };
  await db
    .update(operations)
    .set({ listedAt: new Date() })
    .where(and(eq(operations.id, operation.id), isNull(operations.listedAt)));
  return { next: null };
}

async function cancelBookingsBatch({ id, eventId, startedBy }: Operation): Promise<number | null> {
  const input = { eventId, operationId: id, actorId: startedBy };
  const bookings = await cancelEventBookings(bookingManager, input);
  const ended = bookings.ok && bookings.ended === 0 ? await closeWaitlist(bookingManager, input) : bookings;
  if (!ended.ok) throw new EventBusyError(`The bookings of event ${eventId} could not be ended: ${ended.code}`);
  // Ended bookings are no longer found, so the next step starts again from 0.
  return ended.ended === 0 ? null : 0;
}

async function recordRecipientsPage(operation: Operation, after: number): Promise<number | null> {
  const audience = audienceForOperation(operation);
  if (!audience) return null;
  const [page] = await db.execute<{ people: number; last: number | null }>(sql`
    with page as (
      select user_id, booking_id from (${audienceQuery(operation.eventId, audience)}) p
      where user_id > ${after} order by user_id limit ${PAGE_SIZE}
    ), written as (
      insert into operation_recipients (operation_id, user_id, booking_id)
      select ${operation.id}, user_id, booking_id from page on conflict do nothing
    )
    select count(*)::int as "people", max(user_id)::int as "last" from page`);
  return page && page.people === PAGE_SIZE ? page.last : null;
}

function audienceForOperation({ kind, detail }: Operation) {
  if (kind === "message") return operationDetailSchemas.message.parse(detail).audience;
  const { from, to } = operationDetailSchemas.event_change.parse(detail);
  // Changed back before anyone was notified.
  return isSameTimeAndPlace(from, to) ? null : ({ kind: "all" } as const);
}
