import type { events, ticketTypes } from "@/db/schema";
import { movedInstant } from "@/lib/time/stored-wall-clocks";

type Row<Table extends { $inferSelect: object }, Column extends keyof Table["$inferSelect"]> = Pick<
  Table["$inferSelect"],
  Column
>;
export type WindowRow = Row<typeof ticketTypes, "salesStartAt" | "salesEndAt" | "salesStartAtWall" | "salesEndAtWall">;
export type TimesRow = WindowRow &
  Row<typeof events, "startsAt" | "endsAt" | "startsAtWall" | "endsAtWall" | "timeZone" | "isZoneUnsettled">;

export type EventTimes = { startsAt: Date; endsAt: Date };

/** The instants of the stored wall clocks by the present rules; null if they are the stored instants. */
export function movedTimes(event: Omit<TimesRow, keyof WindowRow>): EventTimes | null {
  // The organizer is asked for a zone with a place first.
  if (event.isZoneUnsettled) return null;
  const startsAt = movedInstant(event.startsAt, event.startsAtWall, event.timeZone);
  const endsAt = movedInstant(event.endsAt, event.endsAtWall, event.timeZone);
  if (!startsAt && !endsAt) return null;
  return { startsAt: startsAt ?? event.startsAt, endsAt: endsAt ?? event.endsAt };
}

/** The same for a sales window. */
export function movedWindow(row: WindowRow, { timeZone, isZoneUnsettled }: TimesRow) {
  if (isZoneUnsettled) return null;
  const salesStartAt = movedInstant(row.salesStartAt, row.salesStartAtWall, timeZone);
  const salesEndAt = movedInstant(row.salesEndAt, row.salesEndAtWall, timeZone);
  if (!salesStartAt && !salesEndAt) return null;
  return { salesStartAt: salesStartAt ?? row.salesStartAt, salesEndAt: salesEndAt ?? row.salesEndAt };
}
