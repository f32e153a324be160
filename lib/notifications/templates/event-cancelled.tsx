import type { EmailTemplate } from "@/lib/email/email";
import { CalendarRemovalNote, DetailLine, EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { bookedFooter, formatTicketCount } from "./wording";

export function eventCancelled(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  return {
    subject: `Event cancelled: ${event.name}`,
    preheader: "The organizer has cancelled the event you booked. It does not take place.",
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>The event is cancelled</Title>
        <Paragraph>
          We are sorry: the organizer has cancelled the event you booked, and it does not take place. Your tickets are
          no longer valid. There is nothing you need to do.
        </Paragraph>
        {event.cancellationReason ? <Quote label="The organizer writes">{event.cancellationReason}</Quote> : null}
        <EventBox event={event}>
          <DetailLine label="Your booking">
            {booking.reference}, {formatTicketCount(booking.numberOfTickets)}
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl("/")}>Find something else</EmailButton>
        <CalendarRemovalNote />
      </>
    ),
  };
}
