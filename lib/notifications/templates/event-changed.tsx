import type { EmailTemplate } from "@/lib/email/email";
import { DetailBox, DetailLine, EmailButton, Paragraph, Title } from "@/lib/email/parts";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import type { TimeAndPlace } from "@/lib/operations/detail";
import { siteUrl } from "@/lib/site-url";
import { formatInstant, formatRange } from "@/lib/time/format";
import { BookingBox, CancellationNote } from "./booking-confirmed";
import { bookedFooter, formatAddress } from "./wording";

/** `before`: when and where it was to take place. What it is now, the booking's event says. */
export function eventChanged(booking: BookingEmailData, before: TimeAndPlace): EmailTemplate {
  const { event } = booking;
  const when = formatRange(event.startsAt, event.endsAt, event.timeZone);
  const whenBefore = formatRange(before.startsAt, before.endsAt, before.timeZone);
  const isMoved = when !== whenBefore;
  const isElsewhere = formatAddress(event) !== formatAddress(before);
  return {
    subject: `Changed: ${event.name}`,
    preheader: `It is now on ${formatInstant(event.startsAt, event.timeZone)}, ${event.venue}. Your tickets stay valid.`,
    footer: bookedFooter(booking.reference),
    body: (
      <>
        <Title>
          {isMoved && isElsewhere ? "A new date and place" : isElsewhere ? "Your event has a new place" : "A new date"}
        </Title>
        <Paragraph>
          The organizer changed the event you booked. Your tickets stay valid, and the new date is attached for your
          calendar.
        </Paragraph>
        <DetailBox>
          {isMoved ? (
            <>
              <DetailLine label="When, until now">
                <s>{whenBefore}</s>
              </DetailLine>
              <DetailLine label="When, from now on">
                <strong>{when}</strong>
              </DetailLine>
            </>
          ) : null}
          {isElsewhere ? (
            <>
              <DetailLine label="Where, until now">
                <s>
                  <bdi>{formatAddress(before)}</bdi>
                </s>
              </DetailLine>
              <DetailLine label="Where, from now on">
                <strong>
                  <bdi>{formatAddress(event)}</bdi>
                </strong>
              </DetailLine>
            </>
          ) : null}
        </DetailBox>
        <BookingBox booking={booking} />
        <EmailButton href={siteUrl(`/bookings/${booking.reference}`)}>View booking</EmailButton>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
