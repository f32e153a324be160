import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Sentence, Small, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { emailFooters, waitlistOfferEmail as texts } from "@/texts/emails";
import { ticketCount } from "@/texts/plural";
import { PriceLine } from "./booking-confirmed";
import { EventBox } from "./event-box";

export function waitlistOffer(booking: BookingEmailData & { expiresAt: Date }): EmailTemplate {
  const { event, numberOfTickets, isPaidOnline } = booking;
  const until = formatInstant(booking.expiresAt, event.timeZone);
  return {
    subject: texts.subject(event.name, until),
    preheader: isPaidOnline ? texts.payPreheader(numberOfTickets) : texts.preheader(numberOfTickets),
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>
          <Sentence
            text={isPaidOnline ? texts.payText(numberOfTickets) : texts.text(numberOfTickets)}
            values={{ until: <strong>{until}</strong> }}
          />
        </Paragraph>
        <EventBox event={event}>
          <DetailLine label={texts.held}>{ticketCount(numberOfTickets)}</DetailLine>
          <PriceLine booking={booking} />
        </EventBox>
        <EmailButton href={siteUrl(`/checkout/${booking.reference}`)}>
          {isPaidOnline ? texts.paySubmit : texts.submit}
        </EmailButton>
        <Small>{texts.terms(cancellationMessagesFor(event).terms)}</Small>
      </>
    ),
  };
}
