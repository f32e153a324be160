import type { EmailTemplate } from "@/lib/email/email";
import { DetailBox, DetailLine, EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant, formatRange } from "@/lib/time/format";
import { BookingBox } from "./booking-confirmed";
import { bookedFooter } from "./wording";

/** The rules of the event's time zone changed: its time stays as on the ticket, and calendars show another until told. */
export function clockKept(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  return {
    subject: `Check your calendar: ${event.name}`,
    preheader: `It still starts on ${formatInstant(event.startsAt, event.timeZone)}, as your ticket says.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>The time on your ticket is right</Title>
        <Paragraph>
          The rules for clocks where this event takes place have changed. It still starts at the time on your ticket,
          but your calendar may show another one. Open the attached file to put that right.
        </Paragraph>
        <DetailBox>
          <DetailLine label="When">
            <strong>{formatRange(event.startsAt, event.endsAt, event.timeZone)}</strong>
          </DetailLine>
        </DetailBox>
        <BookingBox booking={booking} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
      </>
    ),
  };
}
