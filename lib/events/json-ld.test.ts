import { expect, test } from "vitest";
import { eventJsonLd, jsonLdText } from "./json-ld";
import type { EventDetail } from "./types";

const event: EventDetail = {
  slug: "late-show",
  name: "Late show</script><script>alert(1)</script>",
  summary: "",
  category: "music",
  startsAt: new Date("2026-12-12T18:30:00Z"),
  endsAt: new Date("2026-12-12T22:00:00Z"),
  timeZone: "Asia/Tokyo",
  venue: "Blue Room",
  city: "Tokyo",
  country: "JP",
  currency: "JPY",
  coverImage: null,
  prices: { from: 0, to: 3000 },
  state: "few_left",
  left: 4,
  isOn: false,
  description: "",
  address: "",
  organizer: { slug: "night-owl", name: "Night Owl" },
  salesStartAt: null,
  salesEndAt: null,
  maxTicketsPerBooking: 10,
  holdMinutes: 10,
  cancellationCutoffHours: 24,
  waitlistEnabled: true,
  waitingRoom: false,
  paymentMethod: "venue",
  updatedAt: new Date("2026-11-01T00:00:00Z"),
  ticketTypes: [
    { code: "A", name: "Floor", description: "", price: 3000, salesStartAt: null, salesEndAt: null },
    { code: "B", name: "Guest", description: "", price: 0, salesStartAt: null, salesEndAt: null },
  ],
  availability: {
    state: "few_left",
    left: 4,
    isOn: false,
    waitlistOpen: true,
    ticketTypes: [
      { code: "A", state: "on_sale", left: 4 },
      { code: "B", state: "sold_out", left: 0 },
    ],
    room: null,
    at: "2026-11-22T00:00:00Z",
  },
};

test("no name closes the script it stands in", () => {
  const text = jsonLdText(eventJsonLd(event, { origin: "https://quorix.test" }));
  expect(text).not.toContain("<");
  expect(JSON.parse(text).name).toBe(event.name);
});

test("offers carry price and state of each ticket type", () => {
  const { offers, eventStatus, image } = eventJsonLd(event, { origin: "https://quorix.test" });
  expect(offers).toMatchObject([
    { name: "Floor", price: "3000", priceCurrency: "JPY", availability: "https://schema.org/InStock" },
    { name: "Guest", price: "0", availability: "https://schema.org/SoldOut" },
  ]);
  expect(eventStatus).toBe("https://schema.org/EventScheduled");
  expect(image).toEqual(["https://quorix.test/events/late-show/share-image"]);
});

test("a cancelled event says so, and euros have cents", () => {
  const cancelled = { ...event, state: "cancelled" as const, currency: "EUR" };
  const { eventStatus, offers } = eventJsonLd(cancelled, { origin: "https://quorix.test" });
  expect(eventStatus).toBe("https://schema.org/EventCancelled");
  expect(offers[0]?.price).toBe("30.00");
});

test.each([
  ["here", `/media/covers/${"x".repeat(22)}`, `https://quorix.test/media/covers/${"x".repeat(22)}/1920.webp`],
  ["elsewhere", "https://media.example.com/covers/x", "https://media.example.com/covers/x/1920.webp"],
])("a picture that is kept %s is named by its whole address", (_, coverImage, image) => {
  expect(eventJsonLd({ ...event, coverImage }, { origin: "https://quorix.test" }).image).toEqual([image]);
});
