import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Title } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money/format";
import type { RefusedPayment } from "@/lib/notifications/queries/refused-payment";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared } from "@/texts/emails";
import { paymentRefusedEmail, paymentRefusedTeamEmail } from "@/texts/payment-emails";
import { EventBox } from "./event-box";

/** To the buyer of a payment that led to no tickets. */
export function paymentRefused({ reference, amount, currency, refusal, event }: RefusedPayment): EmailTemplate {
  const { title, text } = paymentRefusedEmail.reasons[refusal];
  const price = formatMoney(amount, currency);
  // One that was paid for twice is still valid.
  const isBooked = refusal === "paid_twice";
  return {
    subject: paymentRefusedEmail.subject(title, event.name),
    preheader: refusal === "not_taken" ? paymentRefusedEmail.notCharged : paymentRefusedEmail.refunded(price),
    footer: emailFooters.booked(reference),
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>{text(price)}</Paragraph>
        <EventBox event={event}>
          <DetailLine label={emailShared.booking}>{reference}</DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(isBooked ? `/bookings/${reference}` : `/events/${event.slug}`)}>
          {isBooked ? emailShared.viewBooking : emailShared.viewEvent}
        </EmailButton>
      </>
    ),
  };
}

/** The same to an owner of the event's team. */
export function paymentRefusedTeam({
  reference,
  amount,
  currency,
  refusal,
  event,
  organizer,
}: RefusedPayment): EmailTemplate {
  const price = formatMoney(amount, currency);
  return {
    subject: paymentRefusedTeamEmail.subject(event.name),
    preheader: paymentRefusedTeamEmail.preheader(reference, price),
    footer: paymentRefusedTeamEmail.footer(organizer.name),
    body: (
      <>
        <Title>{paymentRefusedTeamEmail.title}</Title>
        <Paragraph>{paymentRefusedTeamEmail.reasons[refusal](price)}</Paragraph>
        <EventBox event={event}>
          <DetailLine label={emailShared.booking}>{reference}</DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(`/organize/events/${event.slug}/attendees/${reference}`)}>
          {emailShared.viewBooking}
        </EmailButton>
      </>
    ),
  };
}
