import { and, count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, bookings } from "@/db/schema";
import { bookingEmailResendRequested } from "@/inngest/events";
import { recordAudit } from "@/lib/audit/record";
import type { EmailKey } from "@/lib/notifications/compose";
import { announce } from "@/lib/outbox/outbox";

const RESENT = "booking.mail-resent";

/**
 * Announces that the booking's current email is to be sent again, under a new version of its key, so that it is claimed
 * and sent once. Returns the outbox id to relay; null where the booking has no email.
 */
export function resendBookingEmail(input: {
  eventId: number;
  organizerId: number;
  reference: string;
  actorId: number;
}): Promise<string | null> {
  const { eventId, organizerId, reference, actorId } = input;
  return db.transaction(async (tx) => {
    const [booking] = await tx
      .select({ id: bookings.id, status: bookings.status, source: bookings.source })
      .from(bookings)
      .where(and(eq(bookings.eventId, eventId), eq(bookings.reference, reference)))
      // Locks the booking: the next version number is a count.
      .for("no key update");
    if (!booking || bookingEmailKey(booking, 0) === null) return null;
    const [before] = await tx
      .select({ times: count() })
      .from(auditLog)
      .where(and(eq(auditLog.bookingId, booking.id), eq(auditLog.action, RESENT)));
    const version = (before?.times ?? 0) + 1;
    await recordAudit(tx, { action: RESENT, actorId, organizerId, eventId, bookingId: booking.id });
    return announce(tx, bookingEmailResendRequested, { bookingId: booking.id, version });
  });
}

/** The key of a booking's email, by its status at the time of sending. */
export async function emailToResend(bookingId: number, version: number): Promise<EmailKey | null> {
  const [booking] = await db
    .select({ id: bookings.id, status: bookings.status, source: bookings.source })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  return booking ? bookingEmailKey(booking, version) : null;
}

function bookingEmailKey(
  { id, status, source }: { id: number; status: string; source: string },
  version: number,
): EmailKey | null {
  if (status === "confirmed") return `booking-confirmed:${id}:${version}`;
  if (status === "cancelled") return `booking-cancelled:${id}:${version}`;
  if (status === "pending" && source === "waitlist") return `waitlist-offer:${id}:${version}`;
  return null;
}
