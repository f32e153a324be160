import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import type { ConversionRun } from "@/lib/waitlist/runs";
import { runList } from "@/texts/organizer-waitlist";

export function RunList({ slug, timeZone, runs }: { slug: string; timeZone: string; runs: ConversionRun[] }) {
  return (
    <ol className="rounded-card border border-line bg-surface">
      {runs.map((run) => (
        <li key={run.run} className="border-b border-line last:border-0">
          <Link
            href={waitlistPath(slug, `/runs/${run.run}`)}
            className="grid gap-x-6 gap-y-1 p-4 hover:bg-sunken sm:grid-cols-[15rem_minmax(0,1fr)_auto] sm:items-center sm:px-5"
          >
            <DateTime start={run.decidedAt} timeZone={timeZone} style="short" className="font-semibold" />
            <span>
              <span>{runList.summary(run)}</span>
              {run.offeredBy === null ? null : (
                <span className="block text-sm text-muted">
                  <RichText text={runList.offeredBy} values={{ name: <bdi translate="no">{run.offeredBy}</bdi> }} />
                </span>
              )}
            </span>
            <span className="text-sm text-muted">{runList.decisions(run.converted + run.offered + run.skipped)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
