import type { events, ticketTypes } from "@/db/schema";
import { movedInstant } from "@/lib/time/stored-wall-clocks";

type Row<Table extends { $inferSelect: object }, Column extends keyof Table["$inferSelect"]> = Pick<
  Table["$inferSelect"],
  Column
>;
export type WindowRow = Row<typeof ticketTypes, "salesStartAt" | "salesEndAt" | "salesStartAtWall" | "salesEndAtWall">;
export type TimesRow = WindowRow &
  Row<typeof events, "startsAt" | "endsAt" | "startsAtWall" | "endsAtWall" | "timeZone" | "isZoneUnsettled">;

/** When an event is by the present rules of its zone. */
export type EventTimes = { startsAt: Date; endsAt: Date };

/** The start and the end that the kept wall clocks are now, where they are not the kept instants; else null. */
export function movedTimes(event: Omit<TimesRow, keyof WindowRow>): EventTimes | null {
  // Whose zone is no place is asked for one first.
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
