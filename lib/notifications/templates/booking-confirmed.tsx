import { refundedOf } from "@/lib/booking/payment-state";
import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { DetailLine, EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money/format";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { emailFooters, emailShared, bookingConfirmedEmail as texts } from "@/texts/emails";
import { bookingMoney } from "@/texts/payment-emails";
import { ticketCount } from "@/texts/plural";
import { EventBox } from "./event-box";
import { TicketList } from "./ticket-list";

export function bookingConfirmed(booking: BookingEmailData): EmailTemplate {
  const { event, reference } = booking;
  const isGuest = booking.source === "organizer";
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(formatInstant(event.startsAt, event.timeZone), event.venue, reference),
    footer: isGuest ? emailFooters.guest(reference) : emailFooters.booked(reference),
    body: (
      <>
        <Title>{isGuest ? texts.guestTitle : texts.title}</Title>
        <Paragraph>{isGuest ? texts.guestText : texts.text}</Paragraph>
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${reference}`)}>{emailShared.viewBooking}</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}

/** The event, the reference and the price of a confirmed booking. */
export function BookingBox({ booking }: { booking: BookingEmailData }) {
  return (
    <EventBox event={booking.event}>
      <DetailLine label={emailShared.booking}>
        {emailShared.bookingDetail(booking.reference, ticketCount(booking.numberOfTickets))}
      </DetailLine>
      <PriceLine booking={booking} />
    </EventBox>
  );
}

/** What was paid, or is to be paid. */
export function PriceLine({ booking }: { booking: BookingEmailData }) {
  const { payment, totalPrice, currency, event, isPaidOnline } = booking;
  if (payment.paid) {
    const amount = formatMoney(payment.paid.amount, currency);
    const at = payment.paid.at ? formatInstant(payment.paid.at, event.timeZone) : null;
    return <DetailLine label={bookingMoney.paid}>{at ? bookingMoney.paidOn(amount, at) : amount}</DetailLine>;
  }
  if (totalPrice === 0) return null;
  const isDueOnline = isPaidOnline && booking.status === "pending";
  return (
    <DetailLine label={isDueOnline ? bookingMoney.toPayOnline : emailShared.toPay}>
      {formatMoney(totalPrice, currency)}
    </DetailLine>
  );
}

/** What comes back of what was paid; nothing where nothing does. */
export function RefundNote({ booking: { payment, currency } }: { booking: BookingEmailData }) {
  const amount = refundedOf(payment);
  if (amount === 0) return null;
  const text = payment.paid?.isOnline ? bookingMoney.refund : bookingMoney.venueRefund;
  return <Paragraph>{text(formatMoney(amount, currency))}</Paragraph>;
}

export function CancellationNote({ booking }: { booking: BookingEmailData }) {
  return <Small>{cancellationMessagesFor(booking.event).note}</Small>;
}
