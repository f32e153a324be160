import type { Route } from "next";
import Link from "next/link";
import { eventStatusLabels, eventStatusTones } from "@/components/organize/event-heading";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import type { ExistingEvent } from "@/lib/event-import/dto";

/** An existing event with a link to it. */
export function ExistingEventLine({ here }: { here: ExistingEvent }) {
  const base = `/organize/events/${encodeURIComponent(here.slug)}`;
  return (
    <div className="grid min-w-0 gap-0.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={(here.status === "draft" ? `${base}/edit` : base) as Route}
          className="font-semibold wrap-anywhere hover:underline"
        >
          <bdi>{here.name}</bdi>
        </Link>
        <Badge tone={eventStatusTones[here.status]}>{eventStatusLabels[here.status]}</Badge>
      </div>
      <p className="text-sm text-muted">
        <DateTime start={new Date(here.startsAt)} timeZone={here.timeZone} style="short" />
        {here.place ? (
          <span>
            {" · "}
            <bdi className="wrap-anywhere">{here.place}</bdi>
          </span>
        ) : null}
      </p>
    </div>
  );
}
