import { toInstant, wallClock } from "./wall-clock";

/** What the clocks of a zone show, to the minute, as it is kept beside the instant. */
export function toStoredWallClock(at: Date, timeZone: string): string;
export function toStoredWallClock(at: Date | null | undefined, timeZone: string): string | null;
export function toStoredWallClock(at: Date | null | undefined, timeZone: string): string | null {
  return at ? wallClock(at, timeZone).slice(0, 16) : null;
}

type SalesWindow = { salesStartAt?: Date | null | undefined; salesEndAt?: Date | null | undefined };

export function wallClocksOfSales({ salesStartAt, salesEndAt }: SalesWindow, timeZone: string) {
  return {
    salesStartAtWall: toStoredWallClock(salesStartAt, timeZone),
    salesEndAtWall: toStoredWallClock(salesEndAt, timeZone),
  };
}

/** The wall clocks of an event whose instants were just made by this runtime's rules. */
export function wallClocksOf(event: SalesWindow & { startsAt: Date; endsAt: Date; timeZone: string }) {
  return {
    startsAtWall: toStoredWallClock(event.startsAt, event.timeZone),
    endsAtWall: toStoredWallClock(event.endsAt, event.timeZone),
    ...wallClocksOfSales(event, event.timeZone),
  };
}

/** A kept wall clock as it is typed: with an offset behind it where the clocks show it twice, and `at` picks one. */
export function toTypedWallClock(at: Date, kept: string | null, timeZone: string): string {
  const shown = wallClock(at, timeZone);
  return kept === null || shown.startsWith(kept) ? shown : kept;
}

const MINUTE_MS = 60_000;

/**
 * The instant that a kept wall clock is by this runtime's rules, where that is not the kept instant; null where they
 * still fit. Of a time that comes twice both readings fit; one that clocks skip is the moment they go on with.
 */
export function movedInstant(at: Date | null, kept: string | null, timeZone: string): Date | null {
  if (!at || kept === null || wallClock(at, timeZone).startsWith(kept)) return null;
  const read = toInstant(kept, timeZone);
  const found = !read.ok && read.code === "SKIPPED" ? toInstant(read.next, timeZone) : read;
  if (!found.ok) return null;
  // Inputs hold minutes; what is beyond them stays.
  const moved = new Date(found.at.getTime() + (at.getTime() % MINUTE_MS));
  return moved.getTime() === at.getTime() ? null : moved;
}
