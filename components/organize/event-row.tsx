import { ScanLine } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { isUndated } from "@/lib/event-editing/event-times";
import { formatMoney } from "@/lib/money/format";
import type { OverviewEvent } from "@/lib/organize/overview";
import { eventLabels, eventRow } from "@/texts/organizer";
import { eventStatusLabels, eventStatusTones } from "./event-heading";
import { SalesBar } from "./sales-bar";

const actionClasses = "inline-flex min-h-11 items-center gap-2 rounded-control px-3 font-semibold hover:bg-sunken";

/** One event in the overview: a card on narrow screens, else a row. */
export function EventRow({ event, showOrganizer }: { event: OverviewEvent; showOrganizer: boolean }) {
  const base = `/organize/events/${event.slug}`;
  const { stats } = event;
  const href = (stats ? (event.status === "draft" ? `${base}/edit` : base) : `${base}/check-in`) as Route;
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-0 sm:px-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_8rem_auto] lg:items-center">
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 dir="auto" className="text-lg leading-snug wrap-anywhere">
            <Link href={href} className="hover:underline">
              {event.name || eventLabels.untitled}
            </Link>
          </h2>
          {event.status === "published" ? null : (
            <Badge tone={eventStatusTones[event.status]}>{eventStatusLabels[event.status]}</Badge>
          )}
          {stats && !stats.isBalanced ? <Badge tone="danger">{eventRow.unbalanced}</Badge> : null}
        </div>
        <p className="text-sm text-muted">
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
              <bdi>{event.city}</bdi>
            </span>
          ) : null}
          {showOrganizer ? (
            <span>
              {" · "}
              <bdi>{event.organizer}</bdi>
            </span>
          ) : null}
        </p>
      </div>
      {stats && event.status !== "draft" ? <SalesBar {...stats} /> : <span className="max-lg:hidden" />}
      {stats && event.status !== "draft" ? (
        <p className="text-sm tabular-nums lg:text-end">
          <span className="me-1 text-muted lg:hidden">{eventRow.revenue}</span>
          <span className="font-semibold">{formatMoney(stats.revenue, stats.currency)}</span>
        </p>
      ) : (
        <span className="max-lg:hidden" />
      )}
      <p className="-ms-3 flex flex-wrap lg:ms-0 lg:justify-end">
        {stats && event.status !== "draft" ? (
          <Link href={`${base}/attendees` as Route} prefetch={false} className={actionClasses}>
            {eventRow.attendees}
          </Link>
        ) : null}
        {event.canEdit ? (
          <Link href={`${base}/edit` as Route} prefetch={false} className={actionClasses}>
            {eventRow.edit}
          </Link>
        ) : null}
        {event.status === "published" ? (
          <Link href={`${base}/check-in` as Route} prefetch={false} className={actionClasses}>
            <ScanLine aria-hidden="true" className="size-4" />
            {eventRow.checkIn}
          </Link>
        ) : null}
      </p>
    </li>
  );
}
