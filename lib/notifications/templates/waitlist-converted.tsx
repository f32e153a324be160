import { cancellationWords } from "@/lib/checkout/cancellation-words";
import { Action, Paragraph, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { BookedBox, CancellationNote } from "./booking-confirmed";
import { TicketList } from "./ticket-list";
import { seats, waitlistFooter } from "./wording";

/** A free event's entry became a confirmed booking automatically. */
export function waitlistConverted(booking: BookingFacts): Template {
  const { event } = booking;
  return {
    subject: `You are in, from the waitlist: ${event.name}`,
    preheader: `${seats(booking.numberOfTickets)} for ${formatInstant(event.startsAt, event.timeZone)}, ${event.venue}.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>Seats came free, and they are yours</Title>
        <Paragraph>
          Your place on the waitlist is now a confirmed booking of {seats(booking.numberOfTickets)}. There is nothing
          left to do.
          {cancellationWords(event).isOpen ? " If you can't come, please cancel, so that the next in line can." : null}
        </Paragraph>
        <BookedBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <Action href={siteUrl(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
