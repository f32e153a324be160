import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import type { MyBooking } from "@/lib/booking/my-bookings";
import { isPaidOnline } from "@/lib/booking/paid-online";
import { formatMoney, formatPrice } from "@/lib/money/format";
import { bookingList } from "@/texts/bookings";
import { paidLabels } from "@/texts/paying";
import { ticketCount } from "@/texts/plural";
import { BookingRow } from "./booking-row";

const { statuses } = bookingList;

function badgeFor({ status, source, event }: MyBooking, now: Date): { text: string; tone: BadgeTone } {
  if (status === "cancelled") return { text: statuses.cancelled, tone: "danger" };
  if (event.status === "cancelled") return { text: statuses.eventCancelled, tone: "danger" };
  if (status === "pending") return { text: source === "waitlist" ? statuses.offered : statuses.held, tone: "warning" };
  return event.endsAt <= now
    ? { text: statuses.past, tone: "neutral" }
    : { text: statuses.confirmed, tone: "positive" };
}

function BookingSummary({ booking, now }: { booking: MyBooking; now: Date }) {
  const { status, numberOfTickets, totalPrice, currency, expiresAt, event } = booking;
  if (status !== "pending" || !expiresAt) {
    const money = moneyOf(booking);
    return (
      <>
        <span>{bookingList.price(numberOfTickets, formatPrice(totalPrice, currency))}</span>
        {money ? <span className="block text-muted">{money}</span> : null}
      </>
    );
  }
  if (expiresAt <= now) return <span>{bookingList.checkingPayment(numberOfTickets)}</span>;
  return (
    <>
      <RichText
        text={bookingList.heldUntil}
        values={{
          tickets: ticketCount(numberOfTickets),
          until: <DateTime start={expiresAt} timeZone={event.timeZone} />,
        }}
      />
      {isPaidOnline(booking, booking) ? (
        <span className="block text-accent underline underline-offset-4">{bookingList.continueToPayment}</span>
      ) : null}
    </>
  );
}

/** Where the money of a booking is. */
function moneyOf({ status, isPaying, paid, refunded, refunding, currency }: MyBooking): string | null {
  if (status === "confirmed" && isPaying) return paidLabels.pending;
  if (refunding > 0) return paidLabels.refunding(formatMoney(refunding, currency));
  if (refunded > 0) return paidLabels.refunded(formatMoney(refunded, currency));
  return paid > 0 ? paidLabels.paid(formatMoney(paid, currency)) : null;
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
            detail={<BookingSummary booking={booking} now={now} />}
          />
        );
      })}
    </ul>
  );
}

/** `isQuiet`: the tab above has the same title, so the heading is only for screen readers. */
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
