import { expect, test } from "vitest";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import { lastClosingOf } from "./sales-labels";

const event: TicketPanelEvent = {
  slug: "late-show",
  timeZone: "Europe/Lisbon",
  currency: "EUR",
  salesStartAt: null,
  sellsUntil: "2026-12-12T18:30:00.000Z",
  maxTicketsPerBooking: 10,
  holdMinutes: 10,
  waitingRoom: false,
  paymentMethod: "venue",
  ticketTypes: [],
};

const until = (...ends: (string | null)[]) =>
  ends.map((salesEndAt, index) => ({
    code: `T${index}`,
    name: "Floor",
    description: "",
    price: 0,
    salesStartAt: null,
    salesEndAt,
  }));

test.each([
  ["the event's end of sales, where nothing ends sooner", {}, "2026-12-12T18:30:00.000Z"],
  [
    "the end of the last type, and not an end that is still to come",
    { ticketTypes: until("2026-11-01T12:00:00.000Z", "2026-11-20T12:00:00.000Z") },
    "2026-11-20T12:00:00.000Z",
  ],
  [
    "the event's end, where a type would go on for longer",
    { sellsUntil: "2026-12-10T12:00:00.000Z", ticketTypes: until("2026-12-11T12:00:00.000Z") },
    "2026-12-10T12:00:00.000Z",
  ],
  [
    "the event's end of sales, where a type has no end of its own",
    { ticketTypes: until(null, "2026-11-20T12:00:00.000Z") },
    "2026-12-12T18:30:00.000Z",
  ],
])("sales close at %s", (_, over, expected) => {
  expect(lastClosingOf({ ...event, ...over })).toBe(expected);
});
