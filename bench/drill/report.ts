import { atMost, informational, type Metric } from "@/bench/metrics";
import type { BuyerResult } from "./buyer";
import type { EmailCounts } from "./emails";
import type { Ledger } from "./ledger";
import { BOOKED } from "./replies";
import type { RequestKind, RequestRecord } from "./send-request";

/** A request's five seconds, plus the network and a busy machine. */
export const MAX_WAIT_SECONDS = 6;

export type Outcome = {
  asked: RequestRecord[];
  results: BuyerResult[];
  /** When the fault began, and when the service accepted connections again. */
  struckAt: number;
  backAt: number;
  /** How soon after that a booking has to be acknowledged. */
  bookedWithinSeconds: number;
  ledger: Ledger;
  emails: EmailCounts;
};

/** Metrics whose bounds have to hold during every fault. */
export function evaluate({ asked, results, struckAt, backAt, bookedWithinSeconds, ledger, emails }: Outcome): Metric[] {
  const booked = asked.filter(({ kind, seen }) => kind === "confirm" && seen.name === BOOKED);
  const endOf = ({ at, tookMs }: RequestRecord) => at + tookMs;
  const first = Math.min(...booked.filter(({ at }) => at >= backAt).map(endOf));
  const longest = Math.max(0, ...asked.map(({ tookMs }) => tookMs));
  const moments = [...booked.map(endOf), Math.max(...asked.map(endOf))];
  return [
    atMost("promised and not there", ledger.lost, "", 0),
    atMost("booked twice", ledger.doubled, "", 0),
    atMost("counters that differ when counted again", ledger.drift, "", 0),
    atMost("people who never got a certain answer", results.filter(({ isSettled }) => !isSettled).length, "", 0),
    atMost("longest wait for an answer", longest / 1_000, "s", MAX_WAIT_SECONDS),
    atMost("first booking after it was back", (first - backAt) / 1_000, "s", bookedWithinSeconds),
    atMost("emails missing", emails.missing, "", 0),
    atMost("bookings with emails of two Message-IDs", emails.second, "", 0),
    informational("emails repeated on the wire", emails.repeated, ""),
    informational("longest time without a booking", longestGap(moments, struckAt) / 1_000, "s"),
    informational(
      "longest wait before it began, which is the machine's own",
      longestWaitBefore(asked, struckAt) / 1_000,
      "s",
    ),
    informational("people who came", results.length, ""),
    informational("people told that they are booked", results.filter(({ isBooked }) => isBooked).length, ""),
    informational("bookings that no buyer was told about", ledger.unreported, ""),
  ];
}

/** Of requests that were answered by then. */
function longestWaitBefore(asked: RequestRecord[], struckAt: number) {
  return Math.max(0, ...asked.filter(({ at, tookMs }) => at + tookMs < struckAt).map(({ tookMs }) => tookMs));
}

/** Between two acknowledged bookings, or the last one and the end, since it began. */
function longestGap(moments: number[], struckAt: number) {
  const sorted = moments.sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((end, at) => (end >= struckAt ? end - (sorted[at] ?? end) : 0));
  return Math.max(0, ...gaps);
}

/** Counts of what users saw, for each kind of request, highest first. */
export function formatObservations(asked: RequestRecord[]): string {
  const kinds: RequestKind[] = ["reserve", "confirm", "/api/me", "availability", "health", "page"];
  const lines = kinds.map((kind) => {
    const ofKind = asked.filter((one) => one.kind === kind);
    const counts = new Map<string, number>();
    for (const { seen } of ofKind) counts.set(seen.name, (counts.get(seen.name) ?? 0) + 1);
    const summary = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} × ${name}`);
    const longest = Math.max(0, ...ofKind.map(({ tookMs }) => tookMs));
    return `  ${kind.padEnd(13)}${`≤ ${(longest / 1_000).toFixed(1)} s`.padEnd(10)}${summary.join(", ")}`;
  });
  return lines.join("\n");
}
