import { CircleCheck, Hourglass } from "lucide-react";
import { Payment } from "@/components/checkout/payment";
import { RefundList } from "@/components/checkout/refund-list";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { BookingView } from "@/lib/booking/results";
import { formatMoney } from "@/lib/money/format";
import { bookingPayment } from "@/texts/paying";

/** What was paid for a booking, or is to be paid, and what comes back. */
export function BookingPayment({ booking }: { booking: BookingView }) {
  const { payment, currency, event, status, totalPrice } = booking;
  const isDue = status === "confirmed" && !payment.paid && payment.attempt === null;
  return (
    <>
      {isDue ? <Payment amount={totalPrice} currency={currency} isOnline={false} /> : null}
      {payment.attempt === "authorized" && status === "cancelled" ? (
        <p className="text-muted text-pretty">{bookingPayment.releasing(formatMoney(totalPrice, currency))}</p>
      ) : null}
      {payment.attempt === "authorized" && status === "confirmed" ? (
        <div className="flex items-start gap-4 rounded-control bg-sunken p-4">
          <Hourglass aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent" />
          <div>
            <p className="font-semibold">{bookingPayment.pendingTitle}</p>
            <p className="text-muted text-pretty">{bookingPayment.pendingText(formatMoney(totalPrice, currency))}</p>
          </div>
        </div>
      ) : null}
      {payment.paid ? (
        <div className="flex items-start gap-4 rounded-control bg-sunken p-4">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-positive" />
          <div>
            <p className="font-semibold">{bookingPayment.paidTitle(formatMoney(payment.paid.amount, currency))}</p>
            {payment.paid.at ? (
              <p className="text-muted text-pretty">
                <RichText
                  text={payment.paid.isOnline ? bookingPayment.paidOn : bookingPayment.paidAtVenueOn}
                  values={{ date: <DateTime start={payment.paid.at} timeZone={event.timeZone} style="short" /> }}
                />
              </p>
            ) : null}
          </div>
        </div>
      ) : null}
      {payment.refunds.length > 0 ? (
        <section aria-labelledby="refunds-title" className="grid gap-2">
          <h3 id="refunds-title" className="text-lg">
            {bookingPayment.refundsTitle}
          </h3>
          <RefundList refunds={payment.refunds} currency={currency} timeZone={event.timeZone} />
        </section>
      ) : null}
    </>
  );
}
