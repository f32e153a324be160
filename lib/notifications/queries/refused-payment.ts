import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, events, organizerMembers, organizers, payments, refunds, users } from "@/db/schema";
import { eventEmailColumns } from "./email-data";

/** Why a payment led to no tickets. `not_taken`: the authorized amount could not be captured, and nothing was charged. */
export type PaymentRefusal = "not_taken" | (typeof refunds.$inferSelect)["reason"];

/** A payment that led to no tickets, for its emails; null where it did lead to some. */
export async function getRefusedPayment({ eventId, paymentId }: { eventId: number; paymentId: number }) {
  const [found] = await db
    .select({
      bookingId: payments.bookingId,
      reference: bookings.reference,
      status: payments.status,
      amount: payments.amount,
      capturedAmount: payments.capturedAmount,
      currency: payments.currency,
      reason: refunds.reason,
      event: eventEmailColumns,
      organizer: { name: organizers.name },
    })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .innerJoin(events, eq(events.id, payments.eventId))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    // The refund that was asked for when the money turned out to be of no use.
    .leftJoin(refunds, and(eq(refunds.eventId, payments.eventId), eq(refunds.key, sql`'unused:' || ${payments.id}`)))
    .where(and(eq(payments.eventId, eventId), eq(payments.id, paymentId)));
  if (!found) return null;
  const { status, reason, amount, capturedAmount, ...payment } = found;
  const refusal: PaymentRefusal | null = status === "failed" || status === "cancelled" ? "not_taken" : reason;
  return refusal && { ...payment, refusal, amount: refusal === "not_taken" ? amount : capturedAmount };
}
export type RefusedPayment = NonNullable<Awaited<ReturnType<typeof getRefusedPayment>>>;

/** The owners of the team that an event belongs to. */
export function listOwners(eventId: number) {
  return db
    .select({ userId: users.id, name: users.name, email: users.email, isActive: users.isActive })
    .from(events)
    .innerJoin(organizerMembers, eq(organizerMembers.organizerId, events.organizerId))
    .innerJoin(users, eq(users.id, organizerMembers.userId))
    .where(and(eq(events.id, eventId), eq(organizerMembers.role, "owner")));
}
