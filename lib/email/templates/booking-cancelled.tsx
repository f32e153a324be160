import { link } from "@/lib/email/link";
import type { BookingFacts, CancellationFacts } from "@/lib/email/queries";
import { Action, CalendarRemoval, EventBox, Fact, Paragraph, Quote, Title } from "./parts";
import type { Template } from "./template";
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
        <Action href={link(`/bookings/${booking.reference}`)}>View booking</Action>
        <CalendarRemoval />
      </>
    ),
  };
}
