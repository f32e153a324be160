import { atLeast, atMost, informational, type Metric } from "@/bench/metrics";
import type { Outcome, ProofInput } from "./proof";

type Sizes = Pick<ProofInput, "buyers" | "seats" | "processes" | "kills">;

/** The bounds that hold with the locks, and the failures that are expected without them. */
export function evaluate({ buyers, seats, kills }: Sizes, withLocks: Outcome, withoutLocks: Outcome): Metric[] {
  const { killed } = withLocks;
  return [
    atMost("seats sold beyond those there are", Math.max(0, withLocks.seatsSold - seats), "", 0),
    atLeast("seats sold", withLocks.seatsSold, "", Math.min(seats, buyers)),
    atMost("bookings somebody was promised and does not have", withLocks.lost, "", 0),
    atMost("bookings no buyer was told about", withLocks.unreported, "", 0),
    atMost("people with two bookings", withLocks.peopleWithTwo, "", 0),
    atMost("buyers who never got an answer", withLocks.nothing, "", 0),
    atMost("counters that differ when counted again", withLocks.drift, "", 0),
    atLeast("kills", killed.app + killed.database, "", kills),
    informational("kills in the middle of work", killed.atWork, ""),
    informational("app processes killed", killed.app, ""),
    informational("database connections killed", killed.database, ""),
    informational("requests made again", withLocks.triesAgain, ""),
    informational("time it took", withLocks.seconds, "s"),
    atLeast("without the locks: seats sold beyond those there are", withoutLocks.seatsSold - seats, "", 1),
  ];
}

/** The result in plain English, for a reader who does not know this project. */
export function formatReport(sizes: Sizes, withLocks: Outcome, withoutLocks: Outcome, metrics: Metric[]): string {
  const { buyers, seats, processes } = sizes;
  const { acknowledged, seatsSold, soldOut, killed, triesAgain } = withLocks;
  const beyond = withoutLocks.seatsSold - seats;
  const failed = metrics.filter((metric) => !metric.holds).map((metric) => `  ${metric.name}: ${metric.value}`);
  const held = metrics.slice(0, -1).every((metric) => metric.holds);
  return [
    "",
    "What was tried",
    `  ${formatCount(buyers)} people wanted one of ${formatCount(seats)} seats, from ${processes} copies of the application at once. Meanwhile`,
    `  ${killed.app} times a copy was killed and ${killed.database} times a connection to the database, ${killed.atWork} of these ${killed.app + killed.database} times in`,
    "  the middle of somebody's booking.",
    `  Buyers who got no answer tried again, ${formatCount(triesAgain)} times in all, and must not be booked twice for that.`,
    "",
    "What came of it",
    `  ${formatCount(seatsSold)} seats were sold. ${formatCount(acknowledged)} people were told that they have a seat, and ${formatCount(acknowledged - withLocks.lost)} of them have it.`,
    `  ${formatCount(soldOut)} people were told that it is sold out. ${withLocks.peopleWithTwo} people have two bookings.`,
    `  Counted again from the bookings, ${withLocks.drift} of the numbers that Quorix keeps are wrong.`,
    held
      ? "  So nothing was sold twice, and nobody lost what they were promised."
      : "  So this is NOT safe. See below.",
    "",
    "Does the test notice when something is wrong?",
    "  The same people once more, with the locks taken out of the software on purpose.",
    beyond > 0
      ? `  This time ${formatCount(withoutLocks.seatsSold)} of ${formatCount(seats)} seats were sold, ${formatCount(beyond)} too many: the test sees it, and the locks are what prevents it.`
      : "  It sold no seat too many. Either the test is blind, or something else keeps order: this proves nothing.",
    "",
    failed.length === 0 ? "Verdict: PASSED." : `Verdict: FAILED.\n${failed.join("\n")}`,
    "How to read it: any seat sold beyond those there are, any promise lost and any person booked twice is a failure.",
  ].join("\n");
}

const formatCount = (value: number) => value.toLocaleString("en-GB");
