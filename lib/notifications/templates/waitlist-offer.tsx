import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money/format";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { EventBox } from "./event-box";
import { formatTicketCount, waitlistFooter } from "./wording";

export function waitlistOffer(booking: BookingEmailData & { expiresAt: Date }): EmailTemplate {
  const { event } = booking;
  const until = formatInstant(booking.expiresAt, event.timeZone);
  return {
    subject: `Seats for you until ${until}: ${event.name}`,
    preheader: `${formatTicketCount(booking.numberOfTickets)} held for you. Confirm them before they go to the next in line.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>Seats came free for you</Title>
        <Paragraph>
          We hold {formatTicketCount(booking.numberOfTickets)} in your name until <strong>{until}</strong>. Confirm the
          booking before then and they are yours.
        </Paragraph>
        <EventBox event={event}>
          <DetailLine label="Held for you">{formatTicketCount(booking.numberOfTickets)}</DetailLine>
          {booking.totalPrice > 0 && (
            <DetailLine label="To pay at the venue">{formatMoney(booking.totalPrice, booking.currency)}</DetailLine>
          )}
        </EventBox>
        <EmailButton href={siteUrl(`/checkout/${booking.reference}`)}>Confirm booking</EmailButton>
        <Small>
          {cancellationMessagesFor(event).terms} If you no longer want them, release them there, so that the next in
          line doesn't have to wait.
        </Small>
      </>
    ),
  };
}
