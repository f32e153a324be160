import Link from "next/link";
import { formatBrief } from "@/lib/time/format";
import { formatPeople, formatTickets } from "@/lib/waitlist/organizer-messages";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import type { ConversionRun } from "@/lib/waitlist/runs";
import { runList } from "@/texts/organizer-waitlist";

/** "2 booked, 1 offered, 7 kept waiting": what a run came to. */
export function runSummary({ converted, offered, skipped, seats }: ConversionRun) {
  const parts = [
    converted > 0 ? `${converted.toLocaleString("en-GB")} booked` : "",
    offered > 0 ? `${offered.toLocaleString("en-GB")} offered` : "",
    skipped > 0 ? `${skipped.toLocaleString("en-GB")} kept waiting` : "",
  ].filter(Boolean);
  return `${parts.join(", ")} · ${seats > 0 ? `${formatTickets(seats)} given` : "nothing given"}`;
}

export function RunList({ slug, timeZone, runs }: { slug: string; timeZone: string; runs: ConversionRun[] }) {
  return (
    <ol className="rounded-card border border-line bg-surface">
      {runs.map((run) => (
        <li key={run.run} className="border-b border-line last:border-0">
          <Link
            href={waitlistPath(slug, `/runs/${run.run}`)}
            className="grid gap-x-6 gap-y-1 p-4 hover:bg-sunken sm:grid-cols-[15rem_minmax(0,1fr)_auto] sm:items-center sm:px-5"
          >
            <span className="font-semibold">{formatBrief(run.decidedAt, timeZone)}</span>
            <span>
              <span>{runSummary(run)}</span>
              {run.byHand === null ? null : (
                <span className="block text-sm text-muted">
                  {runList.byHandBy}
                  <bdi translate="no">{run.byHand}</bdi>
                </span>
              )}
            </span>
            <span className="text-sm text-muted">
              {runList.decidedAbout(formatPeople(run.converted + run.offered + run.skipped))}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
