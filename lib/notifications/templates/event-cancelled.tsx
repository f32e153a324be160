import { Action, CalendarRemoval, Fact, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { bookedFooter, seats } from "./wording";

export function eventCancelled(booking: BookingFacts): Template {
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
          <Fact label="Your booking">
            {booking.reference}, {seats(booking.numberOfTickets)}
          </Fact>
        </EventBox>
        <Action href={siteUrl("/")}>Find something else</Action>
        <CalendarRemoval />
      </>
    ),
  };
}
