import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, waitlistOfferExpiredEmail as texts } from "@/texts/emails";
import { EventBox } from "./event-box";

export function waitlistOfferExpired(entry: EntryEmailData): EmailTemplate {
  return {
    subject: texts.subject(entry.event.name),
    preheader: texts.preheader,
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{texts.text}</Paragraph>
        <EventBox event={entry.event} />
        <EmailButton href={siteUrl(`/events/${entry.event.slug}`)}>{emailShared.viewEvent}</EmailButton>
      </>
    ),
  };
}
