import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { emailFooters, emailShared, waitlistConvertedEmail as texts } from "@/texts/emails";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { TicketList } from "./ticket-list";

/** A waitlist entry of a free event became a confirmed booking automatically. */
export function waitlistConverted(booking: BookingEmailData): EmailTemplate {
  const { event, numberOfTickets } = booking;
  const canCancel = cancellationMessagesFor(event).isOpen;
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(numberOfTickets, formatInstant(event.startsAt, event.timeZone), event.venue),
    footer: emailFooters.waitlist,
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{canCancel ? texts.cancelText(numberOfTickets) : texts.text(numberOfTickets)}</Paragraph>
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>{emailShared.viewBooking}</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
