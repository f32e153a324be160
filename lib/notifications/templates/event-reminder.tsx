import { Action, Paragraph, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { BookedBox, CancellationNote } from "./booking-confirmed";
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
        <Action href={siteUrl(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
