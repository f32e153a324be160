import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { MyBooking } from "@/lib/booking/my-bookings";
import { formatPrice } from "@/lib/money/format";
import { formatInstant } from "@/lib/time/format";
import { BookingRow } from "./booking-row";

function badgeFor({ status, source, event }: MyBooking, now: Date): { text: string; tone: BadgeTone } {
  if (status === "cancelled") return { text: "Cancelled", tone: "danger" };
  if (event.status === "cancelled") return { text: "Event cancelled", tone: "danger" };
  if (status === "pending") return { text: source === "waitlist" ? "Offer" : "On hold", tone: "warning" };
  return event.endsAt <= now ? { text: "Past event", tone: "neutral" } : { text: "Confirmed", tone: "positive" };
}

function detailFor({ status, numberOfTickets, totalPrice, currency, expiresAt, event }: MyBooking) {
  const tickets = numberOfTickets === 1 ? "1 ticket" : `${numberOfTickets} tickets`;
  if (status === "pending" && expiresAt)
    return `${tickets}, kept for you until ${formatInstant(expiresAt, event.timeZone)}`;
  return `${tickets} · ${formatPrice(totalPrice, currency)}`;
}

export function BookingList({ bookings, now }: { bookings: MyBooking[]; now: Date }) {
  return (
    <ul className="grid gap-4">
      {bookings.map((booking) => {
        const badge = badgeFor(booking, now);
        const page = booking.status === "pending" ? "checkout" : "bookings";
        return (
          <BookingRow
            key={booking.reference}
            event={booking.event}
            href={`/${page}/${booking.reference}`}
            badge={<Badge tone={badge.tone}>{badge.text}</Badge>}
            detail={detailFor(booking)}
          />
        );
      })}
    </ul>
  );
}

/** `isQuiet` where the tab above already says it: the heading is then for screen readers. */
export function BookingSection({
  title,
  isQuiet = false,
  children,
}: {
  title: string;
  isQuiet?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="grid gap-4">
      <h2 className={isQuiet ? "sr-only" : "text-2xl"}>{title}</h2>
      {children}
    </section>
  );
}
