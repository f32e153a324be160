import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { formatDay } from "@/lib/time/format";
import { auditList } from "@/texts/organizer";

type Entry = {
  key: string;
  at: Date;
  actor: string | null;
  text: string;
  event: { slug: string; name: string } | null;
  reference: string | null;
};

const link = "font-medium text-accent underline decoration-1 underline-offset-4 hover:decoration-2 wrap-anywhere";

/** Audit entries by day, newest first. */
export function AuditList({ entries, timeZone }: { entries: Entry[]; timeZone: string }) {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = formatDay(entry.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <div className="grid grid-cols-1 gap-6">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-of-${ofDay[0]?.key}`} className="grid grid-cols-1 gap-2">
          <h2 id={`day-of-${ofDay[0]?.key}`} className="text-lg">
            {ofDay[0] ? <DateTime start={ofDay[0].at} timeZone={timeZone} style="day" /> : null}
          </h2>
          <ol className="rounded-card border border-line bg-surface">
            {ofDay.map(({ key, at, actor, text, event, reference }) => (
              <li
                key={key}
                className="grid gap-x-6 gap-y-0.5 border-b border-line px-5 py-3 last:border-0 sm:grid-cols-[3.5rem_minmax(0,1fr)]"
              >
                <DateTime
                  start={at}
                  timeZone={timeZone}
                  style="time"
                  className="text-sm leading-6 text-muted tabular-nums"
                />
                <div className="min-w-0">
                  <p className="wrap-anywhere">
                    <bdi className="font-semibold">{actor ?? auditList.system}</bdi> <bdi>{text}</bdi>
                  </p>
                  {event ? (
                    <p className="flex flex-wrap gap-x-4 text-sm text-muted">
                      <Link href={`/organize/events/${event.slug}` as Route} prefetch={false} className={link}>
                        <bdi>{event.name}</bdi>
                      </Link>
                      {reference ? (
                        <Link
                          href={`/organize/events/${event.slug}/attendees/${reference}` as Route}
                          prefetch={false}
                          className={link}
                        >
                          {auditList.booking(reference)}
                        </Link>
                      ) : null}
                    </p>
                  ) : null}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
