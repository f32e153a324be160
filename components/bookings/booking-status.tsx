import { DateTime } from "@/components/time/date-time";
import { Alert } from "@/components/ui/alert";
import { RichText } from "@/components/ui/rich-text";
import type { BookingView } from "@/lib/booking/results";
import { bookingStatus } from "@/texts/bookings";
import { bookingPayment, paymentEnd } from "@/texts/paying";

/** The status of the booking, in a sentence. */
export function BookingStatus({ booking, email, now }: { booking: BookingView; email: string; now: Date }) {
  const { event, cancelledAt, payment } = booking;
  if (event.status === "cancelled") {
    return (
      <Alert tone="danger" title={bookingStatus.eventCancelled.title}>
        {payment.paid ? bookingStatus.eventCancelled.paidText : bookingStatus.eventCancelled.text}
      </Alert>
    );
  }
  if (booking.status === "cancelled" && !payment.paid && payment.unpaid?.end === "failed") {
    return (
      <Alert tone="danger" title={paymentEnd.refusedTitle}>
        {paymentEnd.refusedText}
      </Alert>
    );
  }
  if (booking.status === "cancelled") {
    return (
      <Alert tone="danger" title={bookingStatus.cancelled.title}>
        {cancelledAt ? (
          <span>
            <RichText
              text={bookingStatus.cancelled.date}
              values={{ date: <DateTime start={cancelledAt} timeZone={event.timeZone} /> }}
            />{" "}
          </span>
        ) : null}
        <span>{payment.paid ? bookingStatus.cancelled.paidText : bookingStatus.cancelled.text}</span>
      </Alert>
    );
  }
  if (event.endsAt <= now) return <Alert tone="info" title={bookingStatus.past.title} />;
  if (payment.attempt === "authorized") {
    return (
      <Alert tone="info" title={bookingPayment.pendingTitle}>
        {bookingStatus.paying}
      </Alert>
    );
  }
  return (
    <Alert tone="positive" title={bookingStatus.going.title}>
      <p>
        <RichText text={bookingStatus.going.text} values={{ email: <bdi translate="no">{email}</bdi> }} />
      </p>
    </Alert>
  );
}
