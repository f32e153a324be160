import { Action, CalendarRemoval, Fact, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { BookingFacts, CancellationFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { bookedFooter, seats } from "./wording";

export function bookingCancelled(booking: BookingFacts, cancellation: CancellationFacts): Template {
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
          <Fact label="Cancelled booking">
            {booking.reference}, {seats(booking.numberOfTickets)}
          </Fact>
        </EventBox>
        <Action href={siteUrl(`/bookings/${booking.reference}`)}>View booking</Action>
        <CalendarRemoval />
      </>
    ),
  };
}
