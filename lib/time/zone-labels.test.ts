import { expect, test } from "vitest";
import { listPlaceZones } from "./time-zone";
import { zoneAliases, zoneCity, zoneCountry } from "./zone-labels";

test.each([
  ["Asia/Kolkata", "Kolkata", "India"],
  ["Europe/Kyiv", "Kyiv", "Ukraine"],
  ["Asia/Ho_Chi_Minh", "Ho Chi Minh City", "Vietnam"],
  ["America/Nuuk", "Nuuk", "Greenland"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires", "Argentina"],
  ["America/Indiana/Knox", "Knox, Indiana", "United States"],
  ["Pacific/Easter", "Easter Island", "Chile"],
  ["UTC", "UTC", undefined],
])("%s is %s in %s", (zone, city, country) => {
  expect(zoneCity(zone)).toBe(city);
  expect(zoneCountry(zone)).toBe(country);
});

test("it is also found by what it was called", () => {
  expect(zoneAliases("Asia/Kolkata")).toContain("Asia/Calcutta");
  expect(zoneAliases("Europe/Kyiv")).toContain("Europe/Kiev");
});

test("nearly every place has a country", () => {
  const without = listPlaceZones().filter((zone) => !zoneCountry(zone));
  expect(without.filter((zone) => !zone.startsWith("Antarctica/"))).toEqual(["UTC"]);
});
