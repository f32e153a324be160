import { Alert } from "@/components/ui/alert";
import type { BookingView } from "@/lib/booking/results";
import { formatInstant } from "@/lib/time/format";
import { bookingStatus } from "@/texts/bookings";

/** Where the booking stands, in a sentence. */
export function BookingStatus({ booking, email, now }: { booking: BookingView; email: string; now: Date }) {
  const { event } = booking;
  if (event.status === "cancelled") {
    return (
      <Alert tone="danger" title={bookingStatus.theOrganizerCancelledThisEvent}>
        {bookingStatus.yourTicketsAreNotNeeded}
      </Alert>
    );
  }
  if (booking.status === "cancelled") {
    const at = booking.cancelledAt ? ` on ${formatInstant(booking.cancelledAt, event.timeZone)}` : "";
    return (
      <Alert tone="danger" title={bookingStatus.thisBookingIsCancelled}>
        {bookingStatus.itWasCancelledItsTickets(at)}
      </Alert>
    );
  }
  if (event.endsAt <= now) return <Alert tone="info" title={bookingStatus.thisEventIsOver} />;
  return (
    <Alert tone="positive" title={bookingStatus.youAreGoing}>
      <p>
        {bookingStatus.showTheCodeOfEach} <bdi translate="no">{email}</bdi>
        {bookingStatus.asWell}
      </p>
    </Alert>
  );
}
