import { cancellationWords } from "@/lib/checkout/cancellation-words";
import { Action, Fact, Paragraph, Small, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import { formatMoney } from "@/lib/money/format";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { EventBox } from "./event-box";
import { TicketList } from "./ticket-list";
import { bookedFooter, guestFooter, seats } from "./wording";

export function bookingConfirmed(booking: BookingFacts): Template {
  const { event } = booking;
  const isGuest = booking.source === "organizer";
  return {
    subject: `Your tickets: ${event.name}`,
    preheader: `${formatInstant(event.startsAt, event.timeZone)}, ${event.venue}. Booking ${booking.reference}.`,
    footer: isGuest ? guestFooter(booking.reference) : bookedFooter(booking.reference),
    body: (
      <>
        <Title>{isGuest ? "You are on the guest list" : "Your booking is confirmed"}</Title>
        <Paragraph>
          {isGuest ? "The organizer booked for you. " : null}Show the QR code of each ticket at the door, from this mail
          or from your booking page. The date is attached for your calendar.
        </Paragraph>
        <BookedBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <Action href={siteUrl(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}

/** The facts of a confirmed booking. */
export function BookedBox({ booking }: { booking: BookingFacts }) {
  return (
    <EventBox event={booking.event}>
      <Fact label="Booking">
        {booking.reference}, {seats(booking.numberOfTickets)}
      </Fact>
      {booking.totalPrice > 0 && (
        <Fact label="To pay at the venue">{formatMoney(booking.totalPrice, booking.currency)}</Fact>
      )}
    </EventBox>
  );
}

export function CancellationNote({ booking }: { booking: BookingFacts }) {
  return <Small>{cancellationWords(booking.event).way}</Small>;
}
