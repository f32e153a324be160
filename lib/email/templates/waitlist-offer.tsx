import { cancellationWords } from "@/lib/booking/cancellation-words";
import { link } from "@/lib/email/link";
import type { BookingFacts } from "@/lib/email/queries";
import { formatMoney } from "@/lib/money/format";
import { formatInstant } from "@/lib/time/format";
import { Action, EventBox, Fact, Paragraph, Small, Title } from "./parts";
import type { Template } from "./template";
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
        <Action href={link(`/checkout/${booking.reference}`)}>Confirm booking</Action>
        <Small>
          {cancellationWords(event).terms} If you no longer want them, release them there, so that the next in line
          doesn't have to wait.
        </Small>
      </>
    ),
  };
}
