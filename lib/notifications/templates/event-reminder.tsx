import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Sentence, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { emailFooters, emailShared, eventReminderEmail as texts } from "@/texts/emails";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { TicketList } from "./ticket-list";

export function eventReminder(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  const start = formatInstant(event.startsAt, event.timeZone);
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(start, event.venue),
    footer: emailFooters.booked(booking.reference),
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>
          <Sentence text={texts.text} values={{ start: <strong>{start}</strong> }} />
        </Paragraph>
        <BookingBox booking={booking} />
        <TicketList tickets={booking.tickets} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>{emailShared.viewBooking}</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
