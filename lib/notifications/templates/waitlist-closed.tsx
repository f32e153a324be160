import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { waitlistFooter } from "./wording";

/** For those who waited when the event was cancelled. */
export function waitlistClosed(event: EventEmailData): EmailTemplate {
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
        <EmailButton href={siteUrl("/")}>Find something else</EmailButton>
      </>
    ),
  };
}
