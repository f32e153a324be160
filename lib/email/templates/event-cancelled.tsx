import { link } from "@/lib/email/link";
import type { BookingFacts } from "@/lib/email/queries";
import { Action, EventBox, Fact, Paragraph, Title } from "./parts";
import type { Template } from "./template";
import { bookedFooter, seats } from "./wording";

export function eventCancelled(booking: BookingFacts): Template {
  return {
    subject: `Event cancelled: ${booking.event.name}`,
    preheader: "The organizer has cancelled the event you booked. It does not take place.",
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>The event is cancelled</Title>
        <Paragraph>
          We are sorry: the organizer has cancelled the event you booked, and it does not take place. There is nothing
          you need to do.
        </Paragraph>
        <EventBox event={booking.event}>
          <Fact label="Your booking">
            {booking.reference}, {seats(booking.numberOfTickets)}
          </Fact>
        </EventBox>
        <Action href={link("/")}>Find something else</Action>
      </>
    ),
  };
}
