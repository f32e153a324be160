import { toInstant, wallClock } from "./wall-clock";

/** The wall clock, to the minute, that is stored beside an instant. */
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

/** For an event whose instants were just computed by this runtime's time zone data. */
export function wallClocksOf(event: SalesWindow & { startsAt: Date; endsAt: Date; timeZone: string }) {
  return {
    startsAtWall: toStoredWallClock(event.startsAt, event.timeZone),
    endsAtWall: toStoredWallClock(event.endsAt, event.timeZone),
    ...wallClocksOfSales(event, event.timeZone),
  };
}

/** A stored wall clock as people type it, with an offset where the clocks show it twice. */
export function toTypedWallClock(at: Date, kept: string | null, timeZone: string): string {
  const shown = wallClock(at, timeZone);
  return kept === null || shown.startsWith(kept) ? shown : kept;
}

const MINUTE_MS = 60_000;

/**
 * The instant of a stored wall clock by this runtime's time zone data, if it differs from the stored instant; else
 * null. Both readings of a time that happens twice count as equal. A skipped time is the moment the clocks continue
 * with.
 */
export function movedInstant(at: Date | null, kept: string | null, timeZone: string): Date | null {
  if (!at || kept === null || wallClock(at, timeZone).startsWith(kept)) return null;
  const read = toInstant(kept, timeZone);
  const found = !read.ok && read.code === "SKIPPED" ? toInstant(read.next, timeZone) : read;
  if (!found.ok) return null;
  // Wall clocks have minutes; the seconds stay.
  const moved = new Date(found.at.getTime() + (at.getTime() % MINUTE_MS));
  return moved.getTime() === at.getTime() ? null : moved;
}
