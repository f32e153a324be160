import { describe, expect, test } from "vitest";
import {
  type EventSales,
  eventSeatsLeft,
  eventState,
  type TicketTypeSales,
  ticketTypeSeatsLeft,
  ticketTypeState,
} from "./state";

const at = (iso: string) => new Date(`2026-12-${iso}Z`);
const NOW = at("10T12:00");
const just = (moment: Date, by: number) => new Date(moment.getTime() + by);

const type = (over: Partial<TicketTypeSales> = {}): TicketTypeSales => ({
  quota: null,
  sold: 0,
  salesStartAt: null,
  salesEndAt: null,
  ...over,
});

const event = (over: Partial<EventSales> = {}): EventSales => ({
  status: "published",
  startsAt: at("20T19:00"),
  endsAt: at("20T23:00"),
  salesStartAt: null,
  salesEndAt: null,
  capacity: 100,
  availableTickets: 100,
  ticketTypes: [type()],
  ...over,
});

describe("an event", () => {
  test("is on sale from publication on when it names no window", () => {
    expect(eventState(event(), NOW)).toBe("on_sale");
  });

  test("cancelled beats everything", () => {
    expect(eventState(event({ status: "cancelled" }), at("25T00:00"))).toBe("cancelled");
  });

  test.each([
    [-1, "not_yet"],
    [0, "on_sale"],
  ])("%i ms around the start of sales is %s", (by, state) => {
    const salesStartAt = at("11T10:00");
    expect(eventState(event({ salesStartAt }), just(salesStartAt, by))).toBe(state);
  });

  test.each([
    [-1, "on_sale"],
    [0, "sales_closed"],
  ])("%i ms around the end of sales is %s", (by, state) => {
    const salesEndAt = at("19T10:00");
    expect(eventState(event({ salesEndAt }), just(salesEndAt, by))).toBe(state);
  });

  test.each([
    [-1, "on_sale"],
    [0, "sales_closed"],
  ])("%i ms around its start is %s", (by, state) => {
    expect(eventState(event(), just(at("20T19:00"), by))).toBe(state);
  });

  test.each([
    [-1, "sales_closed"],
    [0, "past"],
  ])("%i ms around its end is %s", (by, state) => {
    expect(eventState(event(), just(at("20T23:00"), by))).toBe(state);
  });

  test.each([
    [100, 11, "on_sale"],
    [100, 10, "few_left"],
    [100, 1, "few_left"],
    [100, 0, "sold_out"],
    [5000, 21, "on_sale"],
    [5000, 20, "few_left"],
    [8, 4, "on_sale"],
    [8, 3, "few_left"],
  ])("of %i seats, %i left is %s", (capacity, availableTickets, state) => {
    expect(eventState(event({ capacity, availableTickets }), NOW)).toBe(state);
  });

  test("is sold out when every quota is used, whatever capacity is left", () => {
    expect(eventState(event({ ticketTypes: [type({ quota: 10, sold: 10 })] }), NOW)).toBe("sold_out");
  });

  test("counts only the types that are on sale as left", () => {
    const later = type({ salesStartAt: at("12T00:00") });
    expect(eventSeatsLeft(event({ ticketTypes: [type({ quota: 12, sold: 9 }), later] }), NOW)).toBe(3);
    expect(eventState(event({ ticketTypes: [type({ quota: 12, sold: 9 }), later] }), NOW)).toBe("few_left");
  });

  test("two quotas never promise more seats than the capacity", () => {
    const both = [type({ quota: 80 }), type({ quota: 80 })];
    expect(eventSeatsLeft(event({ availableTickets: 90, ticketTypes: both }), NOW)).toBe(90);
  });

  test("waits for the next type while seats are left, and is sold out without any", () => {
    const ticketTypes = [type({ quota: 10, sold: 10 }), type({ salesStartAt: at("12T00:00") })];
    expect(eventState(event({ ticketTypes }), NOW)).toBe("not_yet");
    expect(eventState(event({ ticketTypes, availableTickets: 0 }), NOW)).toBe("sold_out");
  });

  test("is closed when every type is", () => {
    expect(eventState(event({ ticketTypes: [type({ salesEndAt: at("09T00:00") })] }), NOW)).toBe("sales_closed");
  });

  test("without ticket types is not on sale yet", () => {
    expect(eventState(event({ ticketTypes: [] }), NOW)).toBe("not_yet");
  });
});

describe("an event over several days", () => {
  const festival = { startsAt: at("20T19:00"), endsAt: at("23T02:00") };

  test.each([
    [at("20T19:00"), "on_sale"],
    [at("22T12:00"), "on_sale"],
    [just(festival.endsAt, -1), "on_sale"],
    [festival.endsAt, "past"],
  ])("c09: sells to its end by default (%s)", (now, state) => {
    expect(eventState(event(festival), now)).toBe(state);
    expect(ticketTypeState(type(), event(festival), now)).toBe(state === "past" ? "closed" : "on_sale");
  });

  test("a day and no longer sells to its start", () => {
    const day = { startsAt: at("20T00:00"), endsAt: at("21T00:00") };
    expect(eventState(event(day), day.startsAt)).toBe("sales_closed");
    expect(eventState(event({ ...day, endsAt: just(day.endsAt, 1) }), day.startsAt)).toBe("on_sale");
  });

  test("c09: the organizer's end of sales may be after the start, never after the end", () => {
    const late = event({ salesEndAt: at("20T22:00") });
    expect(eventState(late, at("20T21:00"))).toBe("on_sale");
    expect(eventState(late, at("20T22:00"))).toBe("sales_closed");
    expect(eventState(event({ ...festival, salesEndAt: at("25T00:00") }), just(festival.endsAt, -1))).toBe("on_sale");
    expect(eventState(event({ ...festival, salesEndAt: at("21T00:00") }), at("21T00:00"))).toBe("sales_closed");
  });
});

describe("a ticket type", () => {
  test("follows the event's window as well as its own", () => {
    expect(ticketTypeState(type(), event({ salesStartAt: at("11T00:00") }), NOW)).toBe("not_yet");
    expect(ticketTypeState(type(), event({ salesEndAt: at("10T00:00") }), NOW)).toBe("closed");
    expect(ticketTypeState(type(), event(), at("20T19:00"))).toBe("closed");
    expect(ticketTypeState(type({ salesStartAt: at("11T00:00") }), event(), NOW)).toBe("not_yet");
    expect(ticketTypeState(type({ salesEndAt: NOW }), event(), NOW)).toBe("closed");
  });

  test("has as many left as both its quota and the capacity allow", () => {
    expect(ticketTypeSeatsLeft(type({ quota: 10, sold: 4 }), event())).toBe(6);
    expect(ticketTypeSeatsLeft(type({ quota: 10, sold: 4 }), event({ availableTickets: 2 }))).toBe(2);
    expect(ticketTypeSeatsLeft(type(), event({ availableTickets: 7 }))).toBe(7);
    expect(ticketTypeState(type({ quota: 4, sold: 4 }), event(), NOW)).toBe("sold_out");
  });
});
