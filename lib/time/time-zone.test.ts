import { describe, expect, it, test } from "vitest";
import { PLACE_PATTERN } from "@/db/schema/place-pattern";
import { placeZones, timeZoneNamed } from "./time-zone";

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
    expect(timeZoneNamed(text)).toBe(name);
  });

  it("keeps the name of its own where another shares its clocks", () => {
    for (const name of ["Europe/Oslo", "Europe/Amsterdam", "Europe/Bratislava", "America/Marigot", "Africa/Accra"])
      expect(timeZoneNamed(name)).toBe(name);
  });
});

test.each(
  "EST BST IST MST PST CET EET WET MET HST ECT AET AGT PST8PDT EST5EDT CEST GMT GMT0 GMT+1 UTC+2 +02:00 -0500 Z Zulu Etc/GMT+5 Etc/GMT Etc/Unknown Factory SystemV/EST5 posix/Europe/Berlin Mars/Olympus Eastern_Standard_Time Europe Europe/ Berlin".split(
    " ",
  ),
)("%s is no place", (text) => {
  expect(timeZoneNamed(text)).toBeNull();
});

test.each(["", " ", "Eastern Standard Time", "Europe/Berlin; drop", "__proto__", "constructor"])(
  "%j is no place",
  (text) => {
    expect(timeZoneNamed(text)).toBeNull();
  },
);

describe("the list of places", () => {
  it("holds each once, by its present name, in the form that is stored", () => {
    const places = placeZones();
    expect(places.length).toBeGreaterThan(400);
    expect(new Set(places).size).toBe(places.length);
    for (const name of places) {
      expect(name).toMatch(new RegExp(PLACE_PATTERN));
      expect(timeZoneNamed(name)).toBe(name);
    }
    for (const old of ["Asia/Calcutta", "Europe/Kiev", "Asia/Saigon", "America/Godthab", "Pacific/Truk"])
      expect(places).not.toContain(old);
  });

  it("is one that this runtime tells the time in", () => {
    for (const timeZone of placeZones()) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
  });
});
