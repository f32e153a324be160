import { describe, expect, it, test } from "vitest";
import { TIME_ZONE_PATTERN } from "@/db/schema/time-zone-pattern";
import { findTimeZone, listPlaceZones } from "./time-zone";

describe("a place", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    [" AMERICA/NEW YORK ", "America/New_York"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
    ["Asia/Rangoon", "Asia/Yangon"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["America/Godthab", "America/Nuuk"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["America/Port-au-Prince", "America/Port-au-Prince"],
    ["US/Eastern", "America/New_York"],
    ["Japan", "Asia/Tokyo"],
    ["UTC", "UTC"],
    ["utc", "UTC"],
    ["Etc/UTC", "UTC"],
  ])("%j is %s", (text, name) => {
    expect(findTimeZone(text)).toBe(name);
  });

  it("keeps the name of its own where another shares its clocks", () => {
    for (const name of ["Europe/Oslo", "Europe/Amsterdam", "Europe/Bratislava", "America/Marigot", "Africa/Accra"])
      expect(findTimeZone(name)).toBe(name);
  });
});

test.each(
  "EST BST IST MST PST CET EET WET MET HST ECT AET AGT PST8PDT EST5EDT CEST GMT GMT0 GMT+1 UTC+2 +02:00 -0500 Z Zulu Etc/GMT+5 Etc/GMT Etc/Unknown Factory SystemV/EST5 posix/Europe/Berlin Mars/Olympus Eastern_Standard_Time Europe Europe/ Berlin".split(
    " ",
  ),
)("%s is no place", (text) => {
  expect(findTimeZone(text)).toBeNull();
});

test.each(["", " ", "Eastern Standard Time", "Europe/Berlin; drop", "__proto__", "constructor"])(
  "%j is no place",
  (text) => {
    expect(findTimeZone(text)).toBeNull();
  },
);

describe("the list of places", () => {
  it("holds each once, by its present name, in the form that is stored", () => {
    const places = listPlaceZones();
    expect(places.length).toBeGreaterThan(400);
    expect(new Set(places).size).toBe(places.length);
    for (const name of places) {
      expect(name).toMatch(new RegExp(TIME_ZONE_PATTERN));
      expect(findTimeZone(name)).toBe(name);
    }
    for (const old of ["Asia/Calcutta", "Europe/Kiev", "Asia/Saigon", "America/Godthab", "Pacific/Truk"])
      expect(places).not.toContain(old);
  });

  it("is one that this runtime tells the time in", () => {
    for (const timeZone of listPlaceZones()) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
  });
});
