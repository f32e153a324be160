import { Alert } from "@/components/ui/alert";
import type { BookingView } from "@/lib/booking/results";
import { formatInstant } from "@/lib/time/format";

/** Where the booking stands, in a sentence. */
export function BookingStatus({ booking, email, now }: { booking: BookingView; email: string; now: Date }) {
  const { event } = booking;
  if (event.status === "cancelled") {
    return (
      <Alert tone="danger" title="The organizer cancelled this event">
        Your tickets are not needed any more, and there is nothing to pay at the venue.
      </Alert>
    );
  }
  if (booking.status === "cancelled") {
    const at = booking.cancelledAt ? ` on ${formatInstant(booking.cancelledAt, event.timeZone)}` : "";
    return (
      <Alert tone="danger" title="This booking is cancelled">
        {`It was cancelled${at}. Its tickets are no longer valid, and there is nothing to pay.`}
      </Alert>
    );
  }
  if (event.endsAt <= now) return <Alert tone="info" title="This event is over" />;
  return (
    <Alert tone="positive" title="You are going">
      <p>
        Show the code of each ticket at the door, on your phone or on paper. We mail the tickets to{" "}
        <bdi translate="no">{email}</bdi> as well.
      </p>
    </Alert>
  );
}
