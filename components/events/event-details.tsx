import { CalendarDays, CalendarPlus, MapPin, Navigation, RotateCcw, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { buttonClasses } from "@/components/ui/control-classes";
import { isUndated } from "@/lib/event-editing/event-times";
import { directionsUrl, googleCalendarUrl } from "@/lib/events/links";
import type { EventDetail } from "@/lib/events/types";
import { cancellationRule, eventDetails } from "@/texts/events";
import { CancellationRule } from "./cancellation-rule";
import { LocalTime } from "./local-time";
import { Place } from "./place";

function DetailRow({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="relative grid gap-1 py-5 ps-14">
      <dt className="text-sm text-muted">
        <span className="absolute start-0 top-5.5 grid size-10 place-items-center rounded-full bg-accent-soft text-accent">
          {icon}
        </span>
        <span>{label}</span>
      </dt>
      <dd className="grid gap-2">{children}</dd>
    </div>
  );
}

export function EventDetails({
  event,
  url,
  isPreview = false,
}: {
  event: EventDetail;
  url: string;
  /** A draft may lack its date or venue, and has no calendar file to link to. */
  isPreview?: boolean;
}) {
  const isOver = event.state === "past" || event.state === "cancelled";
  const isDated = !isUndated(event);
  const hasActions = !isOver && !isPreview;
  return (
    <dl className="divide-y divide-line border-y border-line">
      <DetailRow icon={<CalendarDays aria-hidden="true" className="size-5" />} label={eventDetails.when}>
        {isDated ? (
          <>
            <p className="text-lg font-semibold">
              <DateTime start={event.startsAt} end={event.endsAt} timeZone={event.timeZone} />
            </p>
            <LocalTime
              start={event.startsAt.toISOString()}
              end={event.endsAt.toISOString()}
              timeZone={event.timeZone}
            />
          </>
        ) : (
          <p className="text-lg font-semibold">{eventDetails.undated}</p>
        )}
        {hasActions ? (
          <p className="flex flex-wrap gap-x-4 gap-y-2">
            <a href={`/events/${event.slug}/calendar.ics`} className={buttonClasses("secondary", "sm")}>
              <CalendarPlus aria-hidden="true" className="size-4" />
              {eventDetails.addToCalendar}
            </a>
            <a
              href={googleCalendarUrl(event, url)}
              rel="noopener"
              target="_blank"
              className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4"
            >
              {eventDetails.googleCalendar}
            </a>
          </p>
        ) : null}
      </DetailRow>
      <DetailRow icon={<MapPin aria-hidden="true" className="size-5" />} label={eventDetails.where}>
        <p className="grid">
          <span className="text-lg font-semibold">
            <bdi>{event.venue || eventDetails.noVenue}</bdi>
          </span>
          <span className="text-muted">
            <Place address={event.address} city={event.city} />
          </span>
        </p>
        {hasActions ? (
          <p>
            <a href={directionsUrl(event)} rel="noopener" target="_blank" className={buttonClasses("secondary", "sm")}>
              <Navigation aria-hidden="true" className="size-4" />
              {eventDetails.directions}
            </a>
          </p>
        ) : null}
      </DetailRow>
      <DetailRow icon={<UserRound aria-hidden="true" className="size-5" />} label={eventDetails.organizer}>
        <p>
          <Link
            href={`/organizers/${event.organizer.slug}`}
            className="inline-flex min-h-11 items-center text-lg font-semibold text-accent underline underline-offset-4"
          >
            <bdi>{event.organizer.name}</bdi>
          </Link>
        </p>
      </DetailRow>
      {isOver || !isDated ? null : (
        <DetailRow icon={<RotateCcw aria-hidden="true" className="size-5" />} label={eventDetails.cancellation}>
          <p>
            <CancellationRule event={event} />
          </p>
          {event.paymentMethod === "online" && event.prices && event.prices.to > 0 ? (
            <p className="text-muted">{cancellationRule.refund}</p>
          ) : null}
        </DetailRow>
      )}
    </dl>
  );
}
