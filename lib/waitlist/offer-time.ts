import type { EventRow } from "@/lib/inventory/load";
import { canCancel, sellsUntil } from "@/lib/inventory/sales";

const HOUR_MS = 3_600_000;
const LONGEST_MS = 12 * HOUR_MS;
const SHORTEST_MS = 10 * 60_000;

/** Whether somebody who is booked without being asked has the time to hear of it and to cancel. */
export function isTimeToCancel(event: EventRow, now: Date) {
  return canCancel(event, new Date(now.getTime() + HOUR_MS));
}

/**
 * Until when an offer is held: twelve hours; close to the start half of what is left, so that the next in line has a
 * chance, too. An hour before the start that is 30 minutes. Never past the end of sales.
 */
export function offerExpiry(event: EventRow, now: Date) {
  const last = now < event.startsAt ? event.startsAt : event.endsAt;
  const half = (last.getTime() - now.getTime()) / 2;
  const held = now.getTime() + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, half));
  return new Date(Math.min(held, sellsUntil(event).getTime()));
}
