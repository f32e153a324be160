import { link } from "@/lib/email/link";
import type { EventFacts } from "@/lib/email/queries";
import { Action, EventBox, Paragraph, Quote, Title } from "./parts";
import type { Template } from "./template";
import { waitlistFooter } from "./wording";

/** For those who waited when the event was cancelled. */
export function waitlistClosed(event: EventFacts): Template {
  return {
    subject: `Event cancelled: ${event.name}`,
    preheader: "The organizer has cancelled the event you wait for. The waitlist is closed.",
    footer: waitlistFooter,
    body: (
      <>
        <Title>The event is cancelled</Title>
        <Paragraph>
          We are sorry: the organizer has cancelled the event you wait for, and it does not take place. The waitlist is
          closed. There is nothing you need to do.
        </Paragraph>
        {event.cancellationReason ? <Quote label="The organizer writes">{event.cancellationReason}</Quote> : null}
        <EventBox event={event} />
        <Action href={link("/")}>Find something else</Action>
      </>
    ),
  };
}
