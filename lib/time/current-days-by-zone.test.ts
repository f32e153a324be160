import { expect, test } from "vitest";
import { currentDaysByZone } from "./current-days-by-zone";
import { listPlaceZones } from "./time-zone";

const dayIn = (zone: string, now: string) =>
  currentDaysByZone(new Date(now)).find(({ zones }) => zones.includes(zone))?.day;

test("every place is in one of two or three days", () => {
  const days = currentDaysByZone(new Date("2026-12-11T10:30:00Z"));
  expect(days.map(({ day }) => day)).toEqual(["2026-12-12", "2026-12-11", "2026-12-10"]);
  expect(days.flatMap(({ zones }) => zones).sort()).toEqual(listPlaceZones());
});

test.each([
  ["Asia/Tokyo", "2026-12-11T14:59:59Z", "2026-12-11"],
  ["Asia/Tokyo", "2026-12-11T15:00:00Z", "2026-12-12"],
  ["Asia/Kathmandu", "2026-12-11T18:14:00Z", "2026-12-11"],
  ["Asia/Kathmandu", "2026-12-11T18:15:00Z", "2026-12-12"],
  ["America/New_York", "2026-12-12T04:59:00Z", "2026-12-11"],
])("in %s at %s it is %s", (zone, now, day) => {
  expect(dayIn(zone, now)).toBe(day);
});
