import { describe, expect, it } from "vitest";
import type { RefusalCode } from "./action-state";
import { type MessageContext, messageFor } from "./messages";

const at = new Date("2026-12-12T18:30:00Z");
const context: MessageContext = {
  doing: "reserve",
  timeZone: "Europe/Paris",
  eventPath: "/events/jazz-night",
  ticketTypes: [{ code: "AB12", name: "Balcony" }],
};

// One per code: a new code does not compile until it has an example here.
const examples: { [Code in RefusalCode]: Parameters<typeof messageFor<Code>>[0] } = {
  PAYMENT_NEEDED: { ok: false, code: "PAYMENT_NEEDED" },
  PAYMENT_UNAVAILABLE: { ok: false, code: "PAYMENT_UNAVAILABLE" },
  NOTHING_TO_PAY: { ok: false, code: "NOTHING_TO_PAY" },
  BOOKING_IN_PROGRESS: { ok: false, code: "BOOKING_IN_PROGRESS" },
  BUSY: { ok: false, code: "BUSY", retryAfterSeconds: 3 },
  UNKNOWN: { ok: false, code: "UNKNOWN" },
  ADMISSION_NEEDED: { ok: false, code: "ADMISSION_NEEDED", reason: "none" },
  TOO_MANY_REQUESTS: { ok: false, code: "TOO_MANY_REQUESTS", retryAfterSeconds: 40 },
  EVENT_NOT_FOUND: { ok: false, code: "EVENT_NOT_FOUND" },
  EVENT_CANCELLED: { ok: false, code: "EVENT_CANCELLED" },
  EVENT_STARTED: { ok: false, code: "EVENT_STARTED" },
  EVENT_ENDED: { ok: false, code: "EVENT_ENDED" },
  SALES_NOT_STARTED: { ok: false, code: "SALES_NOT_STARTED", startsAt: at },
  SALES_CLOSED: { ok: false, code: "SALES_CLOSED", closedAt: at },
  NOT_WAITING: { ok: false, code: "NOT_WAITING" },
  TICKET_TYPE_NOT_FOUND: { ok: false, code: "TICKET_TYPE_NOT_FOUND" },
  TICKET_TYPE_NOT_ON_SALE: { ok: false, code: "TICKET_TYPE_NOT_ON_SALE", ticketTypeCode: "AB12" },
  NO_TICKETS: { ok: false, code: "NO_TICKETS" },
  TOO_MANY_TICKETS: { ok: false, code: "TOO_MANY_TICKETS", limit: 6 },
  ALREADY_BOOKED: { ok: false, code: "ALREADY_BOOKED", reference: "7KQ2M9XA4B", status: "confirmed" },
  IDEMPOTENCY_KEY_REUSED: { ok: false, code: "IDEMPOTENCY_KEY_REUSED" },
  SOLD_OUT: { ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled: true },
  NOT_ENOUGH_LEFT: { ok: false, code: "NOT_ENOUGH_LEFT", left: 3, ticketTypeCode: "AB12", waitlistEnabled: true },
  BOOKING_NOT_FOUND: { ok: false, code: "BOOKING_NOT_FOUND" },
  BOOKING_CANCELLED: { ok: false, code: "BOOKING_CANCELLED" },
  HOLD_EXPIRED: { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: false },
  WRONG_NUMBER_OF_HOLDERS: { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: 2 },
  ALREADY_CONFIRMED: { ok: false, code: "ALREADY_CONFIRMED" },
  CANCELLATION_CLOSED: { ok: false, code: "CANCELLATION_CLOSED", closedAt: at },
  ALREADY_CHECKED_IN: { ok: false, code: "ALREADY_CHECKED_IN" },
  EVENT_IS_DRAFT: { ok: false, code: "EVENT_IS_DRAFT" },
  EVENT_OVER: { ok: false, code: "EVENT_OVER" },
  CAPACITY_BELOW_SOLD: { ok: false, code: "CAPACITY_BELOW_SOLD", soldAndHeld: 40 },
  WAITLIST_DISABLED: { ok: false, code: "WAITLIST_DISABLED" },
  SEATS_AVAILABLE: { ok: false, code: "SEATS_AVAILABLE", left: 1 },
  EVENT_CLOSED: { ok: false, code: "EVENT_CLOSED" },
};

const say = (code: RefusalCode, over: Partial<MessageContext> = {}) =>
  messageFor(examples[code], { ...context, ...over });

describe("every refusal", () => {
  it.each(Object.keys(examples) as RefusalCode[])("%s has a calm message without codes", (code) => {
    const { title, text, next } = say(code);
    expect(title).toMatch(/^\S.*[^.!\s]$/);
    expect(text).toMatch(/^\S.*\.$/);
    const all = `${title} ${text} ${next?.label ?? ""}`;
    expect(all).not.toMatch(/!|[A-Z]{2,}_|undefined|null|NaN|\[object/);
    if (next) expect(next.href).toMatch(/^\/[a-z]/);
  });
});

it("shows times in the event's time zone", () => {
  expect(say("SALES_CLOSED").text).toContain("12 December 2026, 19:30 CET");
});

it("says what is unchanged after an inconclusive attempt", () => {
  expect(say("BUSY").text).toBe("Nothing was booked. Try again in 3 seconds.");
  expect(say("BUSY", { doing: "confirm" }).text).toBe("This attempt changed nothing. Try again in 3 seconds.");
  expect(say("TOO_MANY_REQUESTS").text).toContain("Nothing was booked");
  expect(say("TOO_MANY_REQUESTS", { doing: "confirm" }).text).toContain("still held");
  expect(say("TOO_MANY_REQUESTS", { doing: "cancel" }).text).toContain("unchanged");
  expect(say("UNKNOWN").text).toContain("won’t be booked twice");
});

it("says that nothing was charged where payments can't be taken", () => {
  expect(say("PAYMENT_UNAVAILABLE").text).toContain("Nothing was charged, and your tickets are still held");
});

it("offers the waitlist only where there is one", () => {
  expect(say("SOLD_OUT").text).toContain("waitlist");
  expect(say("HOLD_EXPIRED").text).not.toContain("waitlist");
});

it("names the ticket type that has sold out", () => {
  expect(say("NOT_ENOUGH_LEFT").title).toBe("Only 3 left of Balcony");
});

it("links a second attempt to the existing booking", () => {
  expect(say("ALREADY_BOOKED").next?.href).toBe("/bookings/7KQ2M9XA4B");
  const held = messageFor(
    { ok: false, code: "ALREADY_BOOKED", reference: "7KQ2M9XA4B", status: "pending" },
    { ...context },
  );
  expect(held.next?.href).toBe("/checkout/7KQ2M9XA4B");
});
