import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { formatTicketCount, waitlistFooter } from "./wording";

export function waitlistJoined(entry: EntryEmailData): EmailTemplate {
  return {
    subject: `You are on the waitlist: ${entry.event.name}`,
    preheader: `We write to you when ${formatTicketCount(entry.quantity)} ${entry.quantity === 1 ? "comes" : "come"} free for you.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>You are on the waitlist</Title>
        <Paragraph>
          Seats that come free are given out in the order of joining. When yours are there, we write to you at once.
        </Paragraph>
        <EventBox event={entry.event}>
          <DetailLine label="Waiting for">
            {formatTicketCount(entry.quantity)}
            {entry.typeName && (
              <>
                , <bdi>{entry.typeName}</bdi>
              </>
            )}
            {entry.acceptFewer && entry.quantity > 1 && " (fewer is fine)"}
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(`/events/${entry.event.slug}`)}>View your place in line</EmailButton>
        <Small>You can leave the waitlist there at any time.</Small>
      </>
    ),
  };
}
