import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { TicketList } from "./ticket-list";
import { formatTicketCount, waitlistFooter } from "./wording";

/** A free event's entry became a confirmed booking automatically. */
export function waitlistConverted(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  return {
    subject: `You are in, from the waitlist: ${event.name}`,
    preheader: `${formatTicketCount(booking.numberOfTickets)} for ${formatInstant(event.startsAt, event.timeZone)}, ${event.venue}.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>Seats came free, and they are yours</Title>
        <Paragraph>
          Your place on the waitlist is now a confirmed booking of {formatTicketCount(booking.numberOfTickets)}. There
          is nothing left to do.
          {cancellationMessagesFor(event).isOpen
            ? " If you can't come, please cancel, so that the next in line can."
            : null}
        </Paragraph>
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
