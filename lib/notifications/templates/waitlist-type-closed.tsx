import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import { formatPrice } from "@/lib/money/format";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { formatTicketCount, waitlistFooter } from "./wording";

type TypeOnSale = { code: string; name: string; price: number; currency: string };

/** What somebody waits for is no longer sold: what they can wait for instead. */
export function waitlistTypeClosed(entry: EntryEmailData, others: TypeOnSale[]): EmailTemplate {
  const what = entry.typeName ?? "Every ticket type";
  return {
    subject: `What would you like to wait for? ${entry.event.name}`,
    preheader: `${what} is no longer sold. You keep your place on the waitlist: tell us what to do with it.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>
          <bdi>{what}</bdi> is no longer sold
        </Title>
        <Paragraph>
          {others.length > 0
            ? "You keep your place on the waitlist, but we can't give you these tickets any more. You can wait for any ticket type, for one of those below, or leave the waitlist."
            : "You keep your place on the waitlist in case the organizer opens the sale again. If you'd rather not wait, you can leave the waitlist."}
        </Paragraph>
        <EventBox event={entry.event}>
          <DetailLine label="Waiting for">
            {formatTicketCount(entry.quantity)}
            {entry.typeName && (
              <>
                , <bdi>{entry.typeName}</bdi>
              </>
            )}
          </DetailLine>
          {others.length > 0 && (
            <DetailLine label="Still sold">
              {others.map(({ code, name, price, currency }, at) => (
                <span key={code}>
                  {at > 0 && <br />}
                  <bdi>{name}</bdi>, {formatPrice(price, currency)}
                </span>
              ))}
            </DetailLine>
          )}
        </EventBox>
        <EmailButton href={siteUrl(`/events/${entry.event.slug}`)}>
          {others.length > 0 ? "Choose what to wait for" : "View your place in line"}
        </EmailButton>
        <Small>Until you choose, others are served before you. Your place doesn't get lost.</Small>
      </>
    ),
  };
}
