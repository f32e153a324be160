import type { Cell } from "@/lib/sheets/sheet";
import { columnLabels, funnelTexts } from "@/texts/insights";
import { formatShare, joinSentences, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { BookingsByStatus } from "./sales";

/** Tickets from hold to attendance. `attended` is null if it is not known (yet). */
export function funnelInsight(made: BookingsByStatus[], attended: number | null): Insight {
  const held = sumBookings(made);
  if (held.tickets === 0) return emptyInsight("funnel", funnelTexts.title, funnelTexts.empty);
  const sold = sumBookings(made.filter((row) => row.sold));
  const booked = sumBookings(made.filter(({ status }) => status === "confirmed"));
  const steps: [string, number | null, number][] = [
    [funnelTexts.steps.held, held.bookings, held.tickets],
    [funnelTexts.steps.confirmed, sold.bookings, sold.tickets],
    [funnelTexts.steps.booked, booked.bookings, booked.tickets],
    ...(attended === null ? [] : [[funnelTexts.steps.attended, null, attended] as [string, null, number]]),
  ];
  return {
    id: "funnel",
    title: funnelTexts.title,
    summary: joinSentences(
      funnelTexts.confirmed(sold.tickets, held.tickets, formatShare(sold.tickets / held.tickets)),
      funnelTexts.booked(booked.tickets),
      attended !== null &&
        booked.tickets > 0 &&
        funnelTexts.attended(attended, booked.tickets, formatShare(attended / booked.tickets)),
    ),
    columns: [
      { label: funnelTexts.columns.step, kind: "text" },
      { label: columnLabels.bookings, kind: "count" },
      { label: columnLabels.tickets, kind: "count" },
      { label: funnelTexts.columns.ofPrevious, kind: "share" },
      { label: funnelTexts.columns.ofHeld, kind: "share" },
    ],
    rows: steps.map(([name, bookings, tickets], at): Cell[] => {
      const before = steps[at - 1]?.[2];
      return [name, bookings, tickets, before ? tickets / before : null, tickets / held.tickets];
    }),
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

function sumBookings(rows: BookingsByStatus[]) {
  return { bookings: sumOf(rows, ({ bookings }) => bookings), tickets: sumOf(rows, ({ tickets }) => tickets) };
}
