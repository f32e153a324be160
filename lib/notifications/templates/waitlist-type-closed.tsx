import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Sentence, Small, Title } from "@/lib/email/parts";
import { formatPrice } from "@/lib/money/format";
import type { EntryEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, waitlistTypeClosedEmail as texts, waitlistRequest } from "@/texts/emails";
import { EventBox } from "./event-box";

type TypeOnSale = { code: string; name: string; price: number; currency: string };

/** The ticket type of a waitlist entry is no longer on sale. Lists the types that are. */
export function waitlistTypeClosed(entry: EntryEmailData, others: TypeOnSale[]): EmailTemplate {
  const type = entry.typeName ?? texts.everyType;
  const request = waitlistRequest(entry.quantity, { hasType: entry.typeName !== null, acceptsFewer: false });
  return {
    subject: texts.subject(entry.event.name),
    preheader: texts.preheader(type),
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>
          <Sentence text={texts.title} values={{ type: <bdi>{type}</bdi> }} />
        </Title>
        <Paragraph>{others.length > 0 ? texts.text : texts.nothingOnSaleText}</Paragraph>
        <EventBox event={entry.event}>
          <DetailLine label={emailShared.waitingFor}>
            <Sentence text={request} values={{ type: <bdi>{entry.typeName}</bdi> }} />
          </DetailLine>
          {others.length > 0 && (
            <DetailLine label={texts.onSale}>
              {others.map(({ code, name, price, currency }, at) => (
                <span key={code}>
                  {at > 0 && <br />}
                  <Sentence
                    text={texts.onSaleItem(formatPrice(price, currency))}
                    values={{ type: <bdi>{name}</bdi> }}
                  />
                </span>
              ))}
            </DetailLine>
          )}
        </EventBox>
        <EmailButton href={siteUrl(`/events/${entry.event.slug}`)}>
          {others.length > 0 ? texts.choose : emailShared.viewPosition}
        </EmailButton>
        <Small>{texts.note}</Small>
      </>
    ),
  };
}
