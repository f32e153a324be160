import type { Cell } from "@/lib/sheets/sheet";
import { type Insight, nothing } from "./insight";
import type { Made } from "./sales";
import { counted, numberText, shareText, sumOf } from "./words";

/** From seats held to people who came, in tickets. `attended`: null where that is not known, or not yet. */
export function funnelInsight(made: Made[], attended: number | null): Insight {
  const held = figures(made);
  if (held.tickets === 0) return nothing("funnel", "From hold to attendance", "No seats have been held yet.");
  const sold = figures(made.filter((row) => row.sold));
  const standing = figures(made.filter(({ status }) => status === "confirmed"));
  const steps: [string, number | null, number][] = [
    ["Held", held.bookings, held.tickets],
    ["Confirmed", sold.bookings, sold.tickets],
    ["Still booked", standing.bookings, standing.tickets],
    ...(attended === null ? [] : [["Attended", null, attended] as [string, null, number]]),
  ];
  const came =
    attended === null || standing.tickets === 0
      ? ""
      : `, and ${shareText(attended / standing.tickets)} of those were scanned at the door`;
  return {
    id: "funnel",
    title: "From hold to attendance",
    summary: `${shareText(sold.tickets / held.tickets)} of ${counted(held.tickets, "held ticket")} ${held.tickets === 1 ? "was" : "were"} confirmed; ${numberText(standing.tickets)} ${standing.tickets === 1 ? "is" : "are"} still booked${came}.`,
    columns: [
      { label: "Step", kind: "text" },
      { label: "Bookings", kind: "count" },
      { label: "Tickets", kind: "count" },
      { label: "Of the step before", kind: "share" },
      { label: "Of all held", kind: "share" },
    ],
    rows: steps.map(([name, bookings, tickets], at): Cell[] => {
      const before = steps[at - 1]?.[2];
      return [name, bookings, tickets, before ? tickets / before : null, tickets / held.tickets];
    }),
    chart: { kind: "bars", bars: [2], stacked: false },
  };
}

function figures(rows: Made[]) {
  return { bookings: sumOf(rows, ({ bookings }) => bookings), tickets: sumOf(rows, ({ tickets }) => tickets) };
}
