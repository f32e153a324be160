import { Badge, type BadgeTone } from "@/components/ui/badge";
import { isUndated } from "@/lib/event-editing/event-times";
import { formatBrief } from "@/lib/time/format";
import { eventHeading } from "@/texts/organizer";

export const eventStatusLabels = { draft: "Draft", published: "Published", cancelled: "Cancelled" } as const;
export const eventStatusTones: Record<keyof typeof eventStatusLabels, BadgeTone> = {
  draft: "neutral",
  published: "positive",
  cancelled: "danger",
};

/** Which event the page is about. Its name is not the page's heading: the page is about its attendees, or its waitlist. */
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
        <strong dir="auto" className="font-display text-2xl leading-tight font-semibold wrap-anywhere">
          {event.name || eventHeading.untitledEvent}
        </strong>
        <Badge tone={eventStatusTones[event.status]}>{eventStatusLabels[event.status]}</Badge>
      </p>
      <p className="text-muted">
        <span>{isUndated(event) ? eventHeading.noDateYet : formatBrief(event.startsAt, event.timeZone)}</span>
        {event.city ? (
          <span>
            {" · "}
            <bdi>{[event.venue, event.city].filter(Boolean).join(", ")}</bdi>
          </span>
        ) : null}
      </p>
    </div>
  );
}
