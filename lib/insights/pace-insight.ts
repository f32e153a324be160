import type { Cell } from "@/lib/sheets/sheet";
import { columnLabels, paceTexts } from "@/texts/insights";
import { formatNumber, formatShare, joinSentences } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { PaceEvent } from "./pace";

const MAX_DAYS = 365;

/** Sold tickets by days before the start, compared with earlier events, each as a share of its own capacity. */
export function paceInsight(events: PaceEvent[], startsAt: Date, now: Date): Insight {
  const current = events.find(({ isThis }) => isThis);
  const earlier = events.filter((event) => !event.isThis && event.capacity > 0);
  const { title } = paceTexts;
  if (!current || current.capacity === 0) return emptyInsight("pace", title, paceTexts.noSeats);
  const longest = Math.max(0, ...[current, ...earlier].flatMap(({ days }) => [...days.keys()]));
  if (longest === 0 && current.days.size === 0) return emptyInsight("pace", title, paceTexts.empty);
  const today = Math.max(0, Math.floor((startsAt.getTime() - now.getTime()) / 86_400_000));
  const span = Math.min(MAX_DAYS, Math.max(longest, today + 1));
  const rows: Cell[][] = [];
  for (let day = span; day >= 0; day -= 1) {
    const tickets = day >= today ? ticketsBookedAt(current, day, day === today) : null;
    rows.push([
      day,
      tickets,
      tickets === null ? null : tickets / current.capacity,
      ...earlier.map((event) => ticketsBookedAt(event, day, false) / event.capacity),
    ]);
  }
  const sold = ticketsBookedAt(current, today, true);
  const soldSince = [...current.days.keys()].some((day) => day <= 0);
  const others = earlier.map((event) =>
    paceTexts.earlier(event.name, formatShare(ticketsBookedAt(event, today, false) / event.capacity)),
  );
  const soldTexts = [formatShare(sold / current.capacity), formatNumber(current.capacity)] as const;
  const lastText = startsAt > now ? paceTexts.lastDay : soldSince ? paceTexts.total : paceTexts.atStart;
  return {
    id: "pace",
    title,
    summary: joinSentences(
      today === 0 ? lastText(...soldTexts) : paceTexts.daysBefore(today, ...soldTexts),
      others.length > 0 ? paceTexts.compared(new Intl.ListFormat("en-GB").format(others)) : paceTexts.notCompared,
    ),
    columns: [
      { label: paceTexts.columns.days, kind: "count" },
      { label: columnLabels.tickets, kind: "count" },
      { label: paceTexts.columns.thisEvent, kind: "share" },
      ...earlier.map(({ name }) => ({ label: name, kind: "share" as const })),
    ],
    rows,
    chart: { kind: "lines", lines: [2, ...earlier.map((_, at) => at + 3)], limit: 1 },
  };
}

/** Tickets that were booked this many days before the start; `inclusive` adds those since then. */
function ticketsBookedAt({ days }: PaceEvent, day: number, inclusive: boolean) {
  let booked = 0;
  for (const [bin, tickets] of days) if (bin > day || inclusive) booked += tickets;
  return booked;
}
