import { PriceBreakdown } from "@/components/checkout/price-breakdown";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { BookingDetail } from "@/lib/attendees/booking-detail";
import { attendeeLabels, bookingSummary } from "@/texts/attendees";
import { bookingStatusLabelFor } from "./attendee-labels";

/** The status, dates, source and price of a booking. */
export function BookingSummary({ booking, timeZone, now }: { booking: BookingDetail; timeZone: string; now: Date }) {
  const status = bookingStatusLabelFor(booking, now);
  const dates: [string, Date | null][] = [
    [bookingSummary.booked, booking.bookedAt],
    [bookingSummary.confirmed, booking.confirmedAt],
    [bookingSummary.heldUntil, booking.status === "pending" ? booking.expiresAt : null],
    [bookingSummary.cancelled, booking.cancelledAt],
  ];
  return (
    <Card className="grid gap-5">
      <dl className="grid gap-4">
        <div>
          <dt className="text-sm text-muted">{bookingSummary.status}</dt>
          <dd className="pt-1">
            <Badge tone={status.tone}>{status.text}</Badge>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{bookingSummary.email}</dt>
          <dd className="wrap-anywhere">
            <a
              href={`mailto:${booking.email}`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              <bdi translate="no">{booking.email}</bdi>
            </a>
          </dd>
        </div>
        {dates.map(([label, date]) =>
          date ? (
            <div key={label}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd>
                <DateTime start={date} timeZone={timeZone} />
              </dd>
            </div>
          ) : null,
        )}
        <div>
          <dt className="text-sm text-muted">{bookingSummary.source}</dt>
          <dd>{attendeeLabels.sources[booking.source]}</dd>
        </div>
      </dl>
      <PriceBreakdown items={booking.items} total={booking.totalPrice} currency={booking.currency} />
    </Card>
  );
}
