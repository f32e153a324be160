import type { EmailTemplate } from "@/lib/email/email";
import { CalendarRemovalNote, DetailLine, EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, eventCancelledEmail as texts } from "@/texts/emails";
import { ticketCount } from "@/texts/plural";
import { RefundNote } from "./booking-confirmed";
import { EventBox } from "./event-box";

export function eventCancelled(booking: BookingEmailData): EmailTemplate {
  const { event } = booking;
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader,
    footer: emailFooters.booked(booking.reference),
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{texts.text}</Paragraph>
        <RefundNote booking={booking} />
        {event.cancellationReason ? (
          <Quote label={emailShared.organizerWrites}>{event.cancellationReason}</Quote>
        ) : null}
        <EventBox event={event}>
          <DetailLine label={texts.booking}>
            {emailShared.bookingDetail(booking.reference, ticketCount(booking.numberOfTickets))}
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl("/")}>{emailShared.findEvents}</EmailButton>
        <CalendarRemovalNote />
      </>
    ),
  };
}
