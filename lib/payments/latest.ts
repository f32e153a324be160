import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, payments } from "@/db/schema";

/** The payment of a user's booking that was started last. */
export async function findLatestPayment(reference: string, userId: number) {
  const [latest] = await db
    .select({
      eventId: payments.eventId,
      paymentId: payments.id,
      bookingId: payments.bookingId,
      provider: payments.provider,
      status: payments.status,
      sessionId: payments.sessionId,
    })
    .from(bookings)
    .innerJoin(payments, and(eq(payments.eventId, bookings.eventId), eq(payments.bookingId, bookings.id)))
    .where(and(eq(bookings.reference, reference), eq(bookings.userId, userId)))
    .orderBy(desc(payments.id))
    .limit(1);
  return latest;
}
