import { link } from "@/lib/email/link";
import type { BookingFacts } from "@/lib/email/queries";
import { Action, EventBox, Fact, Paragraph, Title } from "./parts";
import type { Template } from "./template";
import { bookedFooter, seats } from "./wording";

export function bookingCancelled(booking: BookingFacts): Template {
  return {
    subject: `Booking cancelled: ${booking.event.name}`,
    preheader: `Booking ${booking.reference} is cancelled and its tickets are no longer valid.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>Your booking is cancelled</Title>
        <Paragraph>Its tickets are no longer valid, and the seats go to somebody else.</Paragraph>
        <EventBox event={booking.event}>
          <Fact label="Cancelled booking">
            {booking.reference}, {seats(booking.numberOfTickets)}
          </Fact>
        </EventBox>
        <Action href={link(`/bookings/${booking.reference}`)}>View booking</Action>
      </>
    ),
  };
}
