import type { Cell } from "@/lib/sheets/sheet";
import { formatCount, formatNumber, formatShare } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { PaceEvent } from "./pace";

/** A year is as far back as the comparison says anything. */
const MAX_DAYS = 365;

/** How full an event was so many days before its start, beside earlier ones, each as a share of its own capacity. */
export function paceInsight(events: PaceEvent[], startsAt: Date, now: Date): Insight {
  const mine = events.find(({ isThis }) => isThis);
  const earlier = events.filter((event) => !event.isThis && event.capacity > 0);
  const title = "Pace against capacity and earlier events";
  if (!mine || mine.capacity === 0) return emptyInsight("pace", title, "The event has no seats to fill.");
  const longest = Math.max(0, ...[mine, ...earlier].flatMap(({ days }) => [...days.keys()]));
  if (longest === 0 && mine.days.size === 0) return emptyInsight("pace", title, "Nothing has been sold yet.");
  const today = Math.max(0, Math.floor((startsAt.getTime() - now.getTime()) / 86_400_000));
  const span = Math.min(MAX_DAYS, Math.max(longest, today + 1));
  const rows: Cell[][] = [];
  for (let day = span; day >= 0; day -= 1) {
    const tickets = day >= today ? ticketsStandingAt(mine, day, day === today) : null;
    rows.push([
      day,
      tickets,
      tickets === null ? null : tickets / mine.capacity,
      ...earlier.map((event) => ticketsStandingAt(event, day, false) / event.capacity),
    ]);
  }
  const sold = ticketsStandingAt(mine, today, true);
  const soldSince = [...mine.days.keys()].some((day) => day <= 0);
  const atLast = soldSince ? "In all" : "At the start";
  const when = today === 0 ? atLast : `${formatCount(today, "day")} before the start`;
  const others = earlier.map(
    (event) => `“${event.name}” had ${formatShare(ticketsStandingAt(event, today, false) / event.capacity)}`,
  );
  const compared =
    others.length > 0
      ? `; at that point ${new Intl.ListFormat("en-GB").format(others)}`
      : "; there is no earlier event to compare with";
  const verb = startsAt <= now ? "were" : "are";
  return {
    id: "pace",
    title,
    summary: `${when}, ${formatShare(sold / mine.capacity)} of ${formatNumber(mine.capacity)} seats ${verb} sold${compared}.`,
    columns: [
      { label: "Days before the start", kind: "count" },
      { label: "Tickets", kind: "count" },
      { label: "This event", kind: "share" },
      ...earlier.map(({ name }) => ({ label: name, kind: "share" as const })),
    ],
    rows,
    chart: { kind: "lines", lines: [2, ...earlier.map((_, at) => at + 3)], limit: 1 },
  };
}

/** Tickets that stood so many days before the start; `inclusive` adds what came since, up to now. */
function ticketsStandingAt({ days }: PaceEvent, day: number, inclusive: boolean) {
  let standing = 0;
  for (const [bin, tickets] of days) if (bin > day || inclusive) standing += tickets;
  return standing;
}
