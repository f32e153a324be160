import { Place } from "@/components/events/place";
import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { isUndated } from "@/lib/event-editing/event-times";
import { eventLabels } from "@/texts/organizer";

export const eventStatusLabels = eventLabels.statuses;
export const eventStatusTones: Record<keyof typeof eventStatusLabels, BadgeTone> = {
  draft: "neutral",
  published: "positive",
  cancelled: "danger",
};

/** Names the event above its pages. It is not a heading: each page has its own. */
export function EventHeading({
  event,
}: {
  event: {
    name: string;
    status: keyof typeof eventStatusLabels;
    startsAt: Date;
    timeZone: string;
    venue: string;
    city: string;
  };
}) {
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <strong className="font-display text-2xl leading-tight font-semibold wrap-anywhere">
          <bdi>{event.name || eventLabels.untitled}</bdi>
        </strong>
        <Badge tone={eventStatusTones[event.status]}>{eventStatusLabels[event.status]}</Badge>
      </p>
      <p className="text-muted">
        <span>
          {isUndated(event) ? (
            eventLabels.noDate
          ) : (
            <DateTime start={event.startsAt} timeZone={event.timeZone} style="short" />
          )}
        </span>
        {event.city ? (
          <span>
            {" · "}
            <Place venue={event.venue} city={event.city} />
          </span>
        ) : null}
      </p>
    </div>
  );
}
