import { Action, Fact, Facts, Paragraph, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { BookingFacts } from "@/lib/notifications/queries/facts";
import type { WhenAndWhere } from "@/lib/operations/detail";
import { siteUrl } from "@/lib/site-url";
import { formatInstant, formatRange } from "@/lib/time/format";
import { BookedBox, CancellationNote } from "./booking-confirmed";
import { bookedFooter, placeOf } from "./wording";

/** `before`: when and where it was to take place. What it is now, the booking's event says. */
export function eventChanged(booking: BookingFacts, before: WhenAndWhere): Template {
  const { event } = booking;
  const when = formatRange(event.startsAt, event.endsAt, event.timeZone);
  const whenBefore = formatRange(before.startsAt, before.endsAt, before.timeZone);
  const isMoved = when !== whenBefore;
  const isElsewhere = placeOf(event) !== placeOf(before);
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
        <Facts>
          {isMoved ? (
            <>
              <Fact label="When, until now">
                <s>{whenBefore}</s>
              </Fact>
              <Fact label="When, from now on">
                <strong>{when}</strong>
              </Fact>
            </>
          ) : null}
          {isElsewhere ? (
            <>
              <Fact label="Where, until now">
                <s>
                  <bdi>{placeOf(before)}</bdi>
                </s>
              </Fact>
              <Fact label="Where, from now on">
                <strong>
                  <bdi>{placeOf(event)}</bdi>
                </strong>
              </Fact>
            </>
          ) : null}
        </Facts>
        <BookedBox booking={booking} />
        <Action href={siteUrl(`/bookings/${booking.reference}`)}>View booking</Action>
        <CancellationNote booking={booking} />
      </>
    ),
  };
}
