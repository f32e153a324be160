import { link } from "@/lib/email/link";
import type { BookingFacts } from "@/lib/email/queries";
import { formatInstant } from "@/lib/time/format";
import { BookedBox, CancellationNote } from "./booking-confirmed";
import { Action, Paragraph, Title } from "./parts";
import type { Template } from "./template";
import { TicketList } from "./ticket-list";
import { bookedFooter } from "./wording";

export function eventReminder(booking: BookingFacts): Template {
  const { event } = booking;
  const starts = formatInstant(event.startsAt, event.timeZone);
  return {
    subject: `Coming up: ${event.name}`,
    preheader: `${starts}, ${event.venue}. Your tickets are inside.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>See you soon</Title>
        <Paragraph>
          It starts <strong>{starts}</strong>. Here are your tickets again, for the door.
        </Paragraph>
        <BookedBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <Action href={link(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
