import { link } from "@/lib/email/link";
import type { BookingFacts } from "@/lib/email/queries";
import { formatInstant } from "@/lib/time/format";
import { BookedBox, CancellationNote } from "./booking-confirmed";
import { Action, Paragraph, Title } from "./parts";
import type { Template } from "./template";
import { bookedFooter } from "./wording";

export function eventChanged(booking: BookingFacts): Template {
  const { event } = booking;
  return {
    subject: `Changed: ${event.name}`,
    preheader: `It is now on ${formatInstant(event.startsAt, event.timeZone)}, ${event.venue}. Your tickets stay valid.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>Your event has changed</Title>
        <Paragraph>
          The organizer changed the event you booked. This is how it stands now. Your tickets stay valid.
        </Paragraph>
        <BookedBox booking={booking} />
        <Action href={link(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
