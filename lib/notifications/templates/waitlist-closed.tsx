import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, waitlistClosedEmail as texts } from "@/texts/emails";
import { EventBox } from "./event-box";

/** For people on the waitlist of a cancelled event. */
export function waitlistClosed(event: EventEmailData): EmailTemplate {
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader,
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{texts.text}</Paragraph>
        {event.cancellationReason ? (
          <Quote label={emailShared.organizerWrites}>{event.cancellationReason}</Quote>
        ) : null}
        <EventBox event={event} />
        <EmailButton href={siteUrl("/")}>{emailShared.findEvents}</EmailButton>
      </>
    ),
  };
}
