import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money/format";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { EventBox } from "./event-box";
import { TicketList } from "./ticket-list";
import { bookedFooter, formatTicketCount, guestFooter } from "./wording";

export function bookingConfirmed(booking: BookingEmailData): EmailTemplate {
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
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}

/** The facts of a confirmed booking. */
export function BookingBox({ booking }: { booking: BookingEmailData }) {
  return (
    <EventBox event={booking.event}>
      <DetailLine label="Booking">
        {booking.reference}, {formatTicketCount(booking.numberOfTickets)}
      </DetailLine>
      {booking.totalPrice > 0 && (
        <DetailLine label="To pay at the venue">{formatMoney(booking.totalPrice, booking.currency)}</DetailLine>
      )}
    </EventBox>
  );
}

export function CancellationNote({ booking }: { booking: BookingEmailData }) {
  return <Small>{cancellationMessagesFor(booking.event).note}</Small>;
}
