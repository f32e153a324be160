import { expect, test } from "vitest";
import { directionsUrl, googleCalendarUrl, venueAddressText } from "./links";

const place = { venue: "Blue Room & Bar", address: "Rua das Cordas 18, Lisbon", city: "Lisbon" };

test("a place names its city once", () => {
  expect(venueAddressText(place)).toBe("Blue Room & Bar, Rua das Cordas 18, Lisbon");
  expect(venueAddressText({ ...place, address: "Rua das Cordas 18" })).toBe(
    "Blue Room & Bar, Rua das Cordas 18, Lisbon",
  );
  expect(venueAddressText({ ...place, address: "" })).toBe("Blue Room & Bar, Lisbon");
});

test("links survive every character", () => {
  expect(new URL(directionsUrl(place)).searchParams.get("destination")).toBe(venueAddressText(place));
  const event = {
    ...place,
    name: "Rock & roll? 東京",
    summary: "",
    startsAt: new Date("2026-12-12T18:30:00Z"),
    endsAt: new Date("2026-12-12T22:00:00Z"),
  };
  const { searchParams } = new URL(googleCalendarUrl(event, "https://quorix.test/events/rock"));
  expect(searchParams.get("text")).toBe(event.name);
  expect(searchParams.get("dates")).toBe("20261212T183000Z/20261212T220000Z");
  expect(searchParams.get("details")).toBe("https://quorix.test/events/rock");
});
