import { cancellationWords } from "@/lib/checkout/cancellation-words";
import { Action, Fact, Paragraph, Small, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import { formatMoney } from "@/lib/money/format";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { EventBox } from "./event-box";
import { seats, waitlistFooter } from "./wording";

export function waitlistOffer(booking: BookingFacts & { expiresAt: Date }): Template {
  const { event } = booking;
  const until = formatInstant(booking.expiresAt, event.timeZone);
  return {
    subject: `Seats for you until ${until}: ${event.name}`,
    preheader: `${seats(booking.numberOfTickets)} held for you. Confirm them before they go to the next in line.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>Seats came free for you</Title>
        <Paragraph>
          We hold {seats(booking.numberOfTickets)} in your name until <strong>{until}</strong>. Confirm the booking
          before then and they are yours.
        </Paragraph>
        <EventBox event={event}>
          <Fact label="Held for you">{seats(booking.numberOfTickets)}</Fact>
          {booking.totalPrice > 0 && (
            <Fact label="To pay at the venue">{formatMoney(booking.totalPrice, booking.currency)}</Fact>
          )}
        </EventBox>
        <Action href={siteUrl(`/checkout/${booking.reference}`)}>Confirm booking</Action>
        <Small>
          {cancellationWords(event).terms} If you no longer want them, release them there, so that the next in line
          doesn't have to wait.
        </Small>
      </>
    ),
  };
}
