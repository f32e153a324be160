import "server-only";
import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, events } from "@/db/schema";
import { isPaidOnline } from "@/lib/booking/paid-online";
import { findMyWaitlistEntry } from "@/lib/waitlist/queries";

/** The viewer's booking and waitlist entry for an event, as its page shows them. */
export type ViewerEventStatus = {
  booking: {
    reference: string;
    status: "pending" | "confirmed";
    source: "checkout" | "waitlist" | "organizer";
    numberOfTickets: number;
    expiresAt: string | null;
    /** It is held until it is paid for online, which its owner may have begun. */
    payment: "due" | "begun" | null;
  } | null;
  waitlist: {
    position: number;
    quantity: number;
    acceptFewer: boolean;
    ticketTypeName: string | null;
    isTypeClosed: boolean;
  } | null;
  /** Server time, which the countdowns follow. */
  at: string;
};

/** Null where there is no such event. Expired holds are left out, also before the sweep. */
export async function viewerStatusFor(
  slug: string,
  userId: number,
  now = new Date(),
): Promise<ViewerEventStatus | null> {
  const [event] = await db
    .select({ id: events.id, paymentMethod: events.paymentMethod })
    .from(events)
    .where(and(eq(events.slug, slug), ne(events.status, "draft")));
  if (!event) return null;
  const [[booking], waitlist] = await Promise.all([
    db
      .select({
        reference: bookings.reference,
        status: bookings.status,
        source: bookings.source,
        numberOfTickets: bookings.numberOfTickets,
        expiresAt: bookings.expiresAt,
        totalPrice: bookings.totalPrice,
        isPaying: bookings.isPaying,
      })
      .from(bookings)
      .where(
        and(
          eq(bookings.eventId, event.id),
          eq(bookings.userId, userId),
          inArray(bookings.status, ["pending", "confirmed"]),
          or(eq(bookings.status, "confirmed"), gt(bookings.expiresAt, now)),
        ),
      ),
    findMyWaitlistEntry(event.id, userId),
  ]);
  return { booking: booking ? toViewerBooking(event, booking) : null, waitlist, at: now.toISOString() };
}

function toViewerBooking(
  event: Pick<typeof events.$inferSelect, "paymentMethod">,
  booking: Pick<
    typeof bookings.$inferSelect,
    "reference" | "status" | "source" | "numberOfTickets" | "expiresAt" | "totalPrice" | "isPaying"
  >,
): ViewerEventStatus["booking"] {
  const { reference, source, numberOfTickets, expiresAt, isPaying } = booking;
  const status = booking.status === "confirmed" ? "confirmed" : "pending";
  const isDue = status === "pending" && isPaidOnline(event, booking);
  return {
    ...{ reference, status, source, numberOfTickets },
    expiresAt: expiresAt?.toISOString() ?? null,
    payment: isDue ? (isPaying ? "begun" : "due") : null,
  };
}
