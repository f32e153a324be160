import type { EmailTemplate } from "@/lib/email/email";
import { CalendarRemovalNote, DetailLine, EmailButton, Paragraph, Quote, Title } from "@/lib/email/parts";
import type { BookingEmailData, CancellationEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { emailFooters, emailShared, bookingCancelledEmail as texts } from "@/texts/emails";
import { ticketCount } from "@/texts/plural";
import { RefundNote } from "./booking-confirmed";
import { EventBox } from "./event-box";

export function bookingCancelled(booking: BookingEmailData, cancellation: CancellationEmailData): EmailTemplate {
  return {
    subject: texts.subject(booking.event.name),
    preheader: texts.preheader(booking.reference),
    footer: emailFooters.booked(booking.reference),
    body: (
      <>
        <Title>{texts.title}</Title>
        <Paragraph>{cancellation.isByOrganizer ? texts.byOrganizerText : texts.text}</Paragraph>
        <RefundNote booking={booking} />
        {cancellation.reason ? <Quote label={emailShared.organizerWrites}>{cancellation.reason}</Quote> : null}
        <EventBox event={booking.event}>
          <DetailLine label={texts.booking}>
            {emailShared.bookingDetail(booking.reference, ticketCount(booking.numberOfTickets))}
          </DetailLine>
        </EventBox>
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>{emailShared.viewBooking}</EmailButton>
        <CalendarRemovalNote />
      </>
    ),
  };
}
