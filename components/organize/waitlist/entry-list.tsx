import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import type { OrganizerWaitlistEntry } from "@/lib/waitlist/organizer-lists";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import { entryList } from "@/texts/organizer-waitlist";
import { OfferButton } from "./offer-button";

export const entryStatusLabels: Record<OrganizerWaitlistEntry["status"], { text: string; tone: BadgeTone }> = {
  waiting: { text: entryList.statuses.waiting, tone: "neutral" },
  offered: { text: entryList.statuses.offered, tone: "accent" },
  converted: { text: entryList.statuses.converted, tone: "positive" },
  expired: { text: entryList.statuses.expired, tone: "warning" },
  left: { text: entryList.statuses.left, tone: "neutral" },
};

type Props = {
  slug: string;
  timeZone: string;
  /** Seats available for a manual offer; null where the viewer can make none. */
  offerableSeats: number | null;
};

export function EntryList({ entries, ...props }: Props & { entries: OrganizerWaitlistEntry[] }) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {entries.map((entry) => (
        <EntryRow key={entry.entry} entry={entry} {...props} />
      ))}
    </ul>
  );
}

function EntryRow({ entry, slug, timeZone, offerableSeats }: Props & { entry: OrganizerWaitlistEntry }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 border-b border-line p-4 last:border-0 max-md:*:col-start-2 max-md:*:first:col-start-1 max-md:*:first:row-start-1 md:grid-cols-[6rem_minmax(0,1.2fr)_minmax(0,1fr)_auto] md:items-center md:gap-x-6 md:px-5">
      {entry.position === null ? (
        <Badge tone={entryStatusLabels[entry.status].tone}>{entryStatusLabels[entry.status].text}</Badge>
      ) : (
        <p className="font-display text-2xl font-semibold tabular-nums">
          <span className="sr-only">{entryList.positionLabel}</span>{" "}
          <span>{entry.position.toLocaleString("en-GB")}</span>
        </p>
      )}
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          <bdi translate="no">{entry.name}</bdi>
        </p>
        <p translate="no" className="text-sm text-muted wrap-anywhere">
          {entry.email}
        </p>
        {entry.isActive ? null : <p className="text-sm text-warning">{entryList.accountClosed}</p>}
      </div>
      <div>
        <p>
          <RichText
            text={entryList.request(entry.quantity, entry.acceptFewer)}
            values={{ type: entry.ticketType ? <bdi>{entry.ticketType}</bdi> : entryList.anyType }}
          />
        </p>
        {entry.status === "waiting" && entry.typeClosedAt ? (
          <p className="text-sm text-warning">
            <RichText
              text={entryList.typeClosed}
              values={{ date: <DateTime start={entry.typeClosedAt} timeZone={timeZone} style="short" /> }}
            />
          </p>
        ) : null}
        <EntryTimes entry={entry} slug={slug} timeZone={timeZone} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {offerableSeats !== null && entry.status === "waiting" && entry.isActive ? (
          <OfferButton slug={slug} entry={entry} name={entry.name} free={offerableSeats} />
        ) : null}
        <Link
          href={waitlistPath(slug, `/${entry.entry}`)}
          aria-label={entryList.detailsLabel(entry.name)}
          className="inline-flex min-h-11 items-center px-2 font-semibold text-accent underline-offset-4 hover:underline"
        >
          {entryList.details}
        </Link>
      </div>
    </li>
  );
}

/** When the entry joined, how it ended or until when it can, and its booking. */
export function EntryTimes({
  entry,
  slug,
  timeZone,
}: {
  entry: OrganizerWaitlistEntry;
  slug: string;
  timeZone: string;
}) {
  const { status, joinedAt, resolvedAt, expiresAt, reference } = entry;
  const date = (at: Date) => <DateTime start={at} timeZone={timeZone} style="short" />;
  return (
    <p className="text-sm text-muted">
      <span>
        <RichText text={entryList.joined} values={{ date: date(joinedAt) }} />
      </span>
      {status === "offered" && expiresAt ? (
        <span>
          {" · "}
          <RichText text={entryList.offerExpires} values={{ date: date(expiresAt) }} />
        </span>
      ) : null}
      {resolvedAt && status !== "waiting" && status !== "offered" ? (
        <span>
          {" · "}
          <RichText text={entryList.resolved[status]} values={{ date: date(resolvedAt) }} />
        </span>
      ) : null}
      {reference && (status === "offered" || status === "converted") ? (
        <span className="block">
          <Link
            href={`/organize/events/${encodeURIComponent(slug)}/attendees/${reference}` as Route}
            translate="no"
            className="inline-block font-medium text-accent underline underline-offset-2"
          >
            {reference}
          </Link>
        </span>
      ) : null}
    </p>
  );
}
