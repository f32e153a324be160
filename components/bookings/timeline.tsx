import { DateTime } from "@/components/time/date-time";
import type { TimelineEntry } from "@/lib/booking/timeline";

const dots = { neutral: "bg-line-strong", positive: "bg-positive", danger: "bg-danger" };

/** The history of a booking, from the hold to check-in, oldest first. */
export function Timeline({ entries, timeZone }: { entries: TimelineEntry[]; timeZone: string }) {
  return (
    <ol className="grid">
      {entries.map((entry) => (
        <li
          key={`${entry.at.getTime()} ${entry.text}`}
          className="relative grid gap-0.5 ps-7 pb-5 before:absolute before:start-[5px] before:top-3 before:bottom-0 before:w-px before:bg-line last:pb-0 last:before:hidden"
        >
          <span aria-hidden="true" className={`absolute start-0 top-2 size-2.5 rounded-full ${dots[entry.tone]}`} />
          <p className="font-medium">
            <bdi>{entry.text}</bdi>
          </p>
          <DateTime start={entry.at} timeZone={timeZone} className="text-sm text-muted" />
        </li>
      ))}
    </ol>
  );
}
