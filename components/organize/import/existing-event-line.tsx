import type { Route } from "next";
import Link from "next/link";
import { eventStatusLabels, eventStatusTones } from "@/components/organize/event-heading";
import { Badge } from "@/components/ui/badge";
import type { ExistingEvent } from "@/lib/event-import/dto";
import { formatBrief } from "@/lib/time/format";

/** An event that is here, with the way to it. */
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
        <span>{formatBrief(new Date(here.startsAt), here.timeZone)}</span>
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
