import { Clock, Globe, type LucideIcon, MailWarning, PencilLine, Scale, ScanLine } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { OrganizerAlert } from "@/lib/organize/overview";
import { formatBrief } from "@/lib/time/format";
import { alertList } from "@/texts/organizer";

type AlertContext = { count: number; when: string; timeZone: string };

const alertKinds: Record<
  OrganizerAlert["kind"],
  { icon: LucideIcon; page: string; text: (words: AlertContext) => string }
> = {
  draft_starts_soon: { icon: PencilLine, page: "/edit", text: ({ when }) => `starts ${when} and is still a draft` },
  mails_failed: {
    icon: MailWarning,
    page: "",
    text: ({ count }) => (count === 1 ? "1 mail could not be sent" : `${count} mails could not be sent`),
  },
  scan_conflicts: {
    icon: ScanLine,
    page: "",
    text: ({ count }) => (count === 1 ? "1 check-in needs a look" : `${count} check-ins need a look`),
  },
  seats_differ: { icon: Scale, page: "", text: () => "has seats that do not add up with its bookings" },
  clock_moved: {
    icon: Clock,
    page: "",
    text: ({ timeZone }) => `is at another time since clock rules in ${timeZone} changed`,
  },
  zone_unsettled: {
    icon: Globe,
    page: "/edit",
    text: ({ timeZone }) => `goes by “${timeZone}”, which is no place: choose its time zone`,
  },
};

/** What waits for an organizer, each with the way to it. */
export function AlertList({ items }: { items: OrganizerAlert[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="rounded-card bg-warning-soft p-5">
      <h2 id="attention" className="text-lg text-warning">
        {alertList.needsYou}
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
                <bdi className="font-semibold wrap-anywhere">{name || alertList.untitledEvent}</bdi>
                <span>{text({ count, when: formatBrief(startsAt, timeZone), timeZone })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
