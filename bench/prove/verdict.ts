import { atLeast, atMost, type Figure, noted } from "@/bench/figures";
import type { Outcome, ProofInput } from "./proof";

type Sizes = Pick<ProofInput, "buyers" | "seats" | "processes" | "kills">;

/** What has to hold with the locks, and what has to go wrong without them. */
export function judge({ buyers, seats, kills }: Sizes, withLocks: Outcome, withoutLocks: Outcome): Figure[] {
  const { killed } = withLocks;
  return [
    atMost("seats sold beyond those there are", Math.max(0, withLocks.seatsSold - seats), "", 0),
    atLeast("seats sold", withLocks.seatsSold, "", Math.min(seats, buyers)),
    atMost("bookings somebody was promised and does not have", withLocks.lost, "", 0),
    atMost("bookings nobody was told of", withLocks.untold, "", 0),
    atMost("people with two bookings", withLocks.peopleWithTwo, "", 0),
    atMost("buyers who never got an answer", withLocks.nothing, "", 0),
    atMost("counters that differ after a recount", withLocks.drift, "", 0),
    atLeast("kills", killed.app + killed.database, "", kills),
    noted("kills in the middle of work", killed.atWork, ""),
    noted("app processes killed", killed.app, ""),
    noted("database connections killed", killed.database, ""),
    noted("requests made again", withLocks.triesAgain, ""),
    noted("time it took", withLocks.seconds, "s"),
    atLeast("without the locks: seats sold beyond those there are", withoutLocks.seatsSold - seats, "", 1),
  ];
}

/** The same in words for whoever never saw this project. */
export function verdict(sizes: Sizes, withLocks: Outcome, withoutLocks: Outcome, figures: Figure[]): string {
  const { buyers, seats, processes } = sizes;
  const { acknowledged, seatsSold, soldOut, killed, triesAgain } = withLocks;
  const beyond = withoutLocks.seatsSold - seats;
  const failed = figures.filter((figure) => !figure.holds).map((figure) => `  ${figure.name}: ${figure.value}`);
  const held = figures.slice(0, -1).every((figure) => figure.holds);
  return [
    "",
    "What was tried",
    `  ${count(buyers)} people wanted one of ${count(seats)} seats, from ${processes} copies of the application at once. Meanwhile`,
    `  ${killed.app} times a copy was killed and ${killed.database} times a connection to the database, ${killed.atWork} of these ${killed.app + killed.database} times in`,
    "  the middle of somebody's booking.",
    `  Whoever got no answer asked again, ${count(triesAgain)} times in all, and must not be booked twice for it.`,
    "",
    "What came of it",
    `  ${count(seatsSold)} seats were sold. ${count(acknowledged)} people were told that they have one, and ${count(acknowledged - withLocks.lost)} of them have it.`,
    `  ${count(soldOut)} people were told that it is sold out. ${withLocks.peopleWithTwo} people have two bookings.`,
    `  Counted again from the bookings, ${withLocks.drift} of the numbers that Quorix keeps are wrong.`,
    held
      ? "  So nothing was sold twice, and nobody lost what they were promised."
      : "  So this is NOT safe. See below.",
    "",
    "Does the test notice when something is wrong?",
    "  The same people once more, with the locks taken out of the software on purpose.",
    beyond > 0
      ? `  This time ${count(withoutLocks.seatsSold)} of ${count(seats)} seats were sold, ${count(beyond)} too many: the test sees it, and the locks are what prevents it.`
      : "  It sold no seat too many. Either the test is blind, or something else keeps order: this proves nothing.",
    "",
    failed.length === 0 ? "Verdict: PASSED." : `Verdict: FAILED.\n${failed.join("\n")}`,
    "How to read it: any seat sold beyond those there are, any promise lost and any person booked twice is a failure.",
  ].join("\n");
}

const count = (value: number) => value.toLocaleString("en-GB");
