import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, emailDeliveries, tickets, waitlistEntries } from "@/db/schema";
import { listBookingPayments } from "./payment-queries";
import { formatTimeline, type TimelineEntry } from "./timeline";

/** The history of a booking. The caller has checked that it is this user's. */
export async function findBookingTimeline(booking: {
  eventId: number;
  bookingId: number;
  userId: number;
}): Promise<TimelineEntry[]> {
  const { eventId, bookingId, userId } = booking;
  const [audits, emails, checkIns, [entry], money] = await Promise.all([
    db
      .select({ action: auditLog.action, actorId: auditLog.actorId, at: auditLog.at, detail: auditLog.detail })
      .from(auditLog)
      .where(eq(auditLog.bookingId, bookingId))
      .orderBy(asc(auditLog.at), asc(auditLog.id)),
    db
      .select({ subject: emailDeliveries.subject, sentAt: emailDeliveries.sentAt })
      .from(emailDeliveries)
      .where(and(eq(emailDeliveries.bookingId, bookingId), eq(emailDeliveries.status, "sent"))),
    db
      .select({ holderName: tickets.holderName, at: tickets.checkedInAt })
      .from(tickets)
      .where(and(eq(tickets.bookingId, bookingId), isNotNull(tickets.checkedInAt))),
    db
      .select({ joinedAt: waitlistEntries.joinedAt })
      .from(waitlistEntries)
      .where(and(eq(waitlistEntries.bookingId, bookingId), eq(waitlistEntries.userId, userId))),
    listBookingPayments({ eventId, bookingId }),
  ]);
  return formatTimeline({
    viewerId: userId,
    audits,
    emails: emails.flatMap(({ subject, sentAt }) => (sentAt ? [{ subject, sentAt }] : [])),
    checkIns: checkIns.flatMap(({ holderName, at }) => (at ? [{ holderName, at }] : [])),
    joinedWaitlistAt: entry?.joinedAt ?? null,
    ...money,
  });
}
