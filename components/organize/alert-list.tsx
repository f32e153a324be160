import { Clock, CreditCard, Globe, type LucideIcon, MailWarning, PencilLine, Scale, ScanLine } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { OrganizerAlert } from "@/lib/organize/overview";
import { alertList, eventLabels } from "@/texts/organizer";

type AlertDetails = { count: number; date: ReactNode; timeZone: string };

const alertKinds: Record<
  OrganizerAlert["kind"],
  { icon: LucideIcon; page: string; text: (details: AlertDetails) => ReactNode }
> = {
  draft_starts_soon: {
    icon: PencilLine,
    page: "/edit",
    text: ({ date }) => <RichText text={alertList.draftStartsSoon} values={{ date }} />,
  },
  emails_failed: { icon: MailWarning, page: "", text: ({ count }) => alertList.emailsFailed(count) },
  scan_conflicts: { icon: ScanLine, page: "", text: ({ count }) => alertList.scanConflicts(count) },
  payments: { icon: CreditCard, page: "/payments", text: ({ count }) => alertList.payments(count) },
  seats_differ: { icon: Scale, page: "", text: () => alertList.seatsDiffer },
  clock_moved: { icon: Clock, page: "", text: ({ timeZone }) => alertList.clockMoved(timeZone) },
  zone_unsettled: { icon: Globe, page: "/edit", text: ({ timeZone }) => alertList.zoneUnsettled(timeZone) },
};

/** What needs an organizer's attention, each with a link to it. */
export function AlertList({ items }: { items: OrganizerAlert[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="rounded-card bg-warning-soft p-5">
      <h2 id="attention" className="text-lg text-warning">
        {alertList.title}
      </h2>
      <ul className="mt-2 grid gap-1">
        {items.map(({ kind, slug, name, startsAt, timeZone, count }) => {
          const { icon: Icon, page, text } = alertKinds[kind];
          return (
            <li key={`${kind}${slug}`} className="flex items-start gap-3">
              <Icon aria-hidden="true" className="mt-3 size-4 shrink-0 text-warning" />
              <Link
                href={`/organize/events/${slug}${page}` as Route}
                className="flex min-h-11 flex-wrap items-center gap-x-2 hover:underline"
              >
                <bdi className="font-semibold wrap-anywhere">{name || eventLabels.untitled}</bdi>
                <span>
                  {text({ count, timeZone, date: <DateTime start={startsAt} timeZone={timeZone} style="short" /> })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
