import type { Cell } from "@/lib/sheets/sheet";
import { formatCount, formatNumber, formatShare, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";
import type { BookingsByStatus } from "./sales";

/** From seats held to people who came, in tickets. `attended`: null where that is not known, or not yet. */
export function funnelInsight(made: BookingsByStatus[], attended: number | null): Insight {
  const held = sumBookings(made);
  if (held.tickets === 0) return emptyInsight("funnel", "From hold to attendance", "No seats have been held yet.");
  const sold = sumBookings(made.filter((row) => row.sold));
  const standing = sumBookings(made.filter(({ status }) => status === "confirmed"));
  const steps: [string, number | null, number][] = [
    ["Held", held.bookings, held.tickets],
    ["Confirmed", sold.bookings, sold.tickets],
    ["Still booked", standing.bookings, standing.tickets],
    ...(attended === null ? [] : [["Attended", null, attended] as [string, null, number]]),
  ];
  const came =
    attended === null || standing.tickets === 0
      ? ""
      : `, and ${formatShare(attended / standing.tickets)} of those were scanned at the door`;
  return {
    id: "funnel",
    title: "From hold to attendance",
    summary: `${formatShare(sold.tickets / held.tickets)} of ${formatCount(held.tickets, "held ticket")} ${held.tickets === 1 ? "was" : "were"} confirmed; ${formatNumber(standing.tickets)} ${standing.tickets === 1 ? "is" : "are"} still booked${came}.`,
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

function sumBookings(rows: BookingsByStatus[]) {
  return { bookings: sumOf(rows, ({ bookings }) => bookings), tickets: sumOf(rows, ({ tickets }) => tickets) };
}
