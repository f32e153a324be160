import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Sentence, Small, Title } from "@/lib/email/parts";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, waitlistJoinedEmail as texts, waitlistRequest } from "@/texts/emails";
import { EventBox } from "./event-box";

export function waitlistJoined(entry: EntryEmailData): EmailTemplate {
  const { event, quantity, typeName, acceptFewer } = entry;
  const request = waitlistRequest(quantity, {
    hasType: typeName !== null,
    acceptsFewer: acceptFewer && quantity > 1,
  });
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(quantity),
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{texts.text}</Paragraph>
        <EventBox event={event}>
          <DetailLine label={emailShared.waitingFor}>
            <Sentence text={request} values={{ type: <bdi>{typeName}</bdi> }} />
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(`/events/${event.slug}`)}>{emailShared.viewPosition}</EmailButton>
        <Small>{texts.leaveNote}</Small>
      </>
    ),
  };
}
