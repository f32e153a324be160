import { PriceBreakdown } from "@/components/checkout/price-breakdown";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { BookingDetail } from "@/lib/attendees/booking-detail";
import { formatInstant } from "@/lib/time/format";
import { bookingSummary } from "@/texts/attendees";
import { bookingStatusLabelFor, sourceLabels } from "./attendee-labels";

/** Who booked, when, by which way, and what it costs. */
export function BookingSummary({ booking, timeZone, now }: { booking: BookingDetail; timeZone: string; now: Date }) {
  const status = bookingStatusLabelFor(booking, now);
  const facts: [string, string | null][] = [
    ["Booked", formatInstant(booking.bookedAt, timeZone)],
    ["Confirmed", booking.confirmedAt ? formatInstant(booking.confirmedAt, timeZone) : null],
    [
      "Held until",
      booking.status === "pending" && booking.expiresAt ? formatInstant(booking.expiresAt, timeZone) : null,
    ],
    ["Cancelled", booking.cancelledAt ? formatInstant(booking.cancelledAt, timeZone) : null],
    ["Source", sourceLabels[booking.source]],
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
          <dt className="text-sm text-muted">{bookingSummary.mailAddress}</dt>
          <dd className="wrap-anywhere">
            <a
              href={`mailto:${booking.email}`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              <bdi translate="no">{booking.email}</bdi>
            </a>
          </dd>
        </div>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <PriceBreakdown items={booking.items} total={booking.totalPrice} currency={booking.currency} />
    </Card>
  );
}
