import type { EmailTemplate } from "@/lib/email/email";
import { CalendarRemovalNote, DetailLine, EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { BookingEmailData, CancellationEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { bookedFooter, formatTicketCount } from "./wording";

export function bookingCancelled(booking: BookingEmailData, cancellation: CancellationEmailData): EmailTemplate {
  return {
    subject: `Booking cancelled: ${booking.event.name}`,
    preheader: `Booking ${booking.reference} is cancelled and its tickets are no longer valid.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>Your booking is cancelled</Title>
        <Paragraph>
          {cancellation.isByOrganizer ? "The organizer cancelled it. " : null}Its tickets are no longer valid, and the
          seats go to somebody else.
        </Paragraph>
        {cancellation.reason ? <Quote label="The organizer writes">{cancellation.reason}</Quote> : null}
        <EventBox event={booking.event}>
          <DetailLine label="Cancelled booking">
            {booking.reference}, {formatTicketCount(booking.numberOfTickets)}
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
        <CalendarRemovalNote />
      </>
    ),
  };
}
