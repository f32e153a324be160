import type { WhenAndWhere } from "@/lib/operations/detail";

type Held = WhenAndWhere & { country: string };

export function whenAndWhere({ startsAt, endsAt, timeZone, venue, address, city }: WhenAndWhere): WhenAndWhere {
  return { startsAt, endsAt, timeZone, venue, address, city };
}

/** Whether whoever has booked has to be somewhere else, or at another time. */
export function isMoved(before: Held, after: Held): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.timeZone !== after.timeZone ||
    before.venue !== after.venue ||
    before.address !== after.address ||
    before.city !== after.city ||
    before.country !== after.country
  );
}
