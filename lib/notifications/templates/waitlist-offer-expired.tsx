import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { waitlistFooter } from "./wording";

export function waitlistOfferExpired(entry: EntryEmailData): EmailTemplate {
  return {
    subject: `Your offer has run out: ${entry.event.name}`,
    preheader: "The seats we held for you went to the next in line. You can join the waitlist again.",
    footer: waitlistFooter,
    body: (
      <>
        <Title>Your offer has run out</Title>
        <Paragraph>
          The seats we held for you were not confirmed in time and go to the next in line. You are no longer on the
          waitlist, and you can join it again.
        </Paragraph>
        <EventBox event={entry.event} />
        <EmailButton href={siteUrl(`/events/${entry.event.slug}`)}>View event</EmailButton>
      </>
    ),
  };
}
