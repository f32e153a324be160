import { listPlaceZones } from "./time-zone";
import { wallClock } from "./wall-clock";

/** Every zone's midnight falls on a quarter of an hour in UTC. */
const QUARTER_MS = 900_000;

export type DayOfZones = { day: string; zones: string[] };

let cachedDays: { quarter: number; days: DayOfZones[] } = { quarter: Number.NaN, days: [] };

/** The current days, two or three at any moment, each with its zones. Latest first. */
export function currentDaysByZone(now: Date): DayOfZones[] {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  if (cachedDays.quarter === quarter) return cachedDays.days;
  const zones = new Map<string, string[]>();
  for (const zone of listPlaceZones()) {
    const day = wallClock(now, zone).slice(0, 10);
    zones.set(day, [...(zones.get(day) ?? []), zone]);
  }
  cachedDays = {
    quarter,
    days: [...zones].map(([day, of]) => ({ day, zones: of })).sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
  return cachedDays.days;
}
