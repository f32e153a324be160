import type { EmailTemplate } from "@/lib/email/email";
import { DetailBox, DetailLine, EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import type { TimeAndPlace } from "@/lib/operations/detail";
import { siteUrl } from "@/lib/site-url";
import { formatInstant, formatRange } from "@/lib/time/format";
import { emailFooters, emailShared, eventChangedEmail as texts } from "@/texts/emails";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { formatAddress } from "./event-box";

/** `before`: the previous date and venue. The booking's event has the present ones. */
export function eventChanged(booking: BookingEmailData, before: TimeAndPlace): EmailTemplate {
  const { event } = booking;
  const when = formatRange(event.startsAt, event.endsAt, event.timeZone);
  const whenBefore = formatRange(before.startsAt, before.endsAt, before.timeZone);
  const isMoved = when !== whenBefore;
  const isElsewhere = formatAddress(event) !== formatAddress(before);
  return {
    subject: texts.subject(event.name),
    preheader: texts.preheader(formatInstant(event.startsAt, event.timeZone), event.venue),
    footer: emailFooters.booked(booking.reference),
    body: (
      <>
        <Title>
          {isMoved && isElsewhere ? texts.dateAndPlaceTitle : isElsewhere ? texts.placeTitle : texts.dateTitle}
        </Title>
        <Paragraph>{texts.text}</Paragraph>
        <DetailBox>
          {isMoved ? (
            <>
              <DetailLine label={texts.oldDate}>
                <s>{whenBefore}</s>
              </DetailLine>
              <DetailLine label={texts.newDate}>
                <strong>{when}</strong>
              </DetailLine>
            </>
          ) : null}
          {isElsewhere ? (
            <>
              <DetailLine label={texts.oldPlace}>
                <s>
                  <bdi>{formatAddress(before)}</bdi>
                </s>
              </DetailLine>
              <DetailLine label={texts.newPlace}>
                <strong>
                  <bdi>{formatAddress(event)}</bdi>
                </strong>
              </DetailLine>
            </>
          ) : null}
        </DetailBox>
        <BookingBox booking={booking} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>{emailShared.viewBooking}</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
