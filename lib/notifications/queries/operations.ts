import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { bookings, events, messageOptouts, operationRecipients, operations, organizers, users } from "@/db/schema";
import { type OperationDetail, operationDetailSchemas } from "@/lib/operations/detail";
import { eventEmailColumns } from "./email-data";

const senders = alias(users, "senders");

/** An operation's data for the email to one recipient. */
export async function getRecipientEmailData(operationId: string, userId: number) {
  const [found] = await db
    .select({
      kind: operations.kind,
      detail: operations.detail,
      bookingId: operationRecipients.bookingId,
      recipient: { id: users.id, name: users.name, email: users.email, isActive: users.isActive },
      sender: { email: senders.email },
      event: eventEmailColumns,
      organizer: { id: organizers.id, name: organizers.name },
      optedOutAt: messageOptouts.createdAt,
    })
    .from(operationRecipients)
    .innerJoin(operations, eq(operations.id, operationRecipients.operationId))
    .innerJoin(users, eq(users.id, operationRecipients.userId))
    .innerJoin(senders, eq(senders.id, operations.startedBy))
    .innerJoin(events, eq(events.id, operations.eventId))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .leftJoin(messageOptouts, and(eq(messageOptouts.organizerId, organizers.id), eq(messageOptouts.userId, users.id)))
    .where(and(eq(operationRecipients.operationId, operationId), eq(operationRecipients.userId, userId)));
  return found ?? null;
}

/** Whether a booking was confirmed when it was cancelled with its event. */
export async function wasCancelledWithEvent(bookingId: number) {
  const [recipient] = await db
    .select({ userId: operationRecipients.userId })
    .from(bookings)
    .innerJoin(operations, and(eq(operations.eventId, bookings.eventId), eq(operations.kind, "event_cancellation")))
    .innerJoin(
      operationRecipients,
      and(
        eq(operationRecipients.operationId, operations.id),
        eq(operationRecipients.userId, bookings.userId),
        eq(operationRecipients.bookingId, bookings.id),
      ),
    )
    .where(eq(bookings.id, bookingId))
    .limit(1);
  return recipient !== undefined;
}

export async function getEventChange(operationId: string): Promise<OperationDetail["event_change"] | null> {
  const [operation] = await db
    .select({ detail: operations.detail })
    .from(operations)
    .where(and(eq(operations.id, operationId), eq(operations.kind, "event_change")));
  return operation ? operationDetailSchemas.event_change.parse(operation.detail) : null;
}

export type RecipientEmailData = NonNullable<Awaited<ReturnType<typeof getRecipientEmailData>>>;
