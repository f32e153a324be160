import Link from "next/link";
import { PriceBreakdown } from "@/components/checkout/price-breakdown";
import { Card } from "@/components/ui/card";
import type { BookingView } from "@/lib/booking/results";
import { bookingDetails } from "@/texts/bookings";
import { BookingPayment } from "./booking-payment";

/** Reference, organizer, price and payment. */
export function BookingDetails({ booking }: { booking: BookingView }) {
  const { organizer } = booking;
  return (
    <Card className="grid gap-6">
      <dl className="grid gap-4">
        <div>
          <dt className="text-sm text-muted">{bookingDetails.referenceLabel}</dt>
          <dd translate="no" className="text-xl font-semibold tracking-wider">
            {booking.reference}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{bookingDetails.organizerLabel}</dt>
          <dd>
            <Link
              href={`/organizers/${organizer.slug}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
            >
              <bdi>{organizer.name}</bdi>
            </Link>
          </dd>
        </div>
      </dl>
      <PriceBreakdown
        items={booking.items}
        total={booking.totalPrice}
        currency={booking.currency}
        isVoid={booking.status === "cancelled"}
      />
      <BookingPayment booking={booking} />
    </Card>
  );
}
