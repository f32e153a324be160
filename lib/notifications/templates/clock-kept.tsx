import type { EmailTemplate } from "@/lib/email/email";
import { DetailBox, DetailLine, EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant, formatRange } from "@/lib/time/format";
import { emailFooters, emailShared, clockKeptEmail as texts } from "@/texts/emails";
import { BookingBox } from "./booking-confirmed";

/** The event's time zone has new rules. The wall clock time stays, and calendars have to be updated. */
export function clockKept(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(formatInstant(event.startsAt, event.timeZone)),
    footer: emailFooters.booked(booking.reference),
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{texts.text}</Paragraph>
        <DetailBox>
          <DetailLine label={emailShared.when}>
            <strong>{formatRange(event.startsAt, event.endsAt, event.timeZone)}</strong>
          </DetailLine>
        </DetailBox>
        <BookingBox booking={booking} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>{emailShared.viewBooking}</EmailButton>
      </>
    ),
  };
}
