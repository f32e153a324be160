import { expect, test } from "vitest";
import { evaluate, type Outcome } from "./report";
import type { RequestRecord } from "./send-request";

const confirmed = (at: number, tookMs = 50): RequestRecord => ({
  kind: "confirm",
  at,
  tookMs,
  seen: { name: "booked" },
});
const result = { userId: 1, idempotencyKey: "k", held: "Ab3", isBooked: true, isSettled: true };

/** A fault from 10 s to 16 s, and no problem. */
const good: Outcome = {
  asked: [confirmed(9_000), confirmed(16_200), confirmed(17_000)],
  results: [result],
  struckAt: 10_000,
  backAt: 16_000,
  bookedWithinSeconds: 2,
  ledger: { confirmed: 1, lost: 0, doubled: 0, unreported: 0, drift: 0 },
  emails: { sent: 1, missing: 0, second: 0, repeated: 0 },
};

const broken = (outcome: Partial<Outcome>) =>
  evaluate({ ...good, ...outcome })
    .filter((metric) => !metric.holds)
    .map((metric) => metric.name);

const measured = (outcome: Outcome, name: string) => evaluate(outcome).find((metric) => metric.name === name)?.value;

test("holds where nothing is wrong", () => {
  expect(broken({})).toEqual([]);
  expect(measured(good, "first booking after it was back")).toBe(0.25);
  expect(measured(good, "longest time without a booking")).toBe(7.2);
});

test("where nobody books again, that is never, and the time without a booking goes on to the end", () => {
  const given = { ...good, asked: [confirmed(9_000), { ...confirmed(15_000, 5_000), seen: { name: "BUSY" } }] };
  expect(measured(given, "first booking after it was back")).toBe(Number.POSITIVE_INFINITY);
  expect(measured(given, "longest time without a booking")).toBe(10.95);
});

test.each([
  ["promised and not there", { ledger: { ...good.ledger, lost: 1 } }],
  ["booked twice", { ledger: { ...good.ledger, doubled: 1 } }],
  ["counters that differ when counted again", { ledger: { ...good.ledger, drift: 1 } }],
  ["emails missing", { emails: { ...good.emails, missing: 1 } }],
  ["bookings with emails of two Message-IDs", { emails: { ...good.emails, second: 1 } }],
  ["people who never got a certain answer", { results: [result, { ...result, isSettled: false }] }],
  ["longest wait for an answer", { asked: [...good.asked, confirmed(9_000, 6_001)] }],
  ["first booking after it was back", { asked: [confirmed(9_000), confirmed(17_900, 200)] }],
  ["first booking after it was back", { asked: [confirmed(15_999, 100)] }],
])("does not hold for %s", (name, outcome) => {
  expect(broken(outcome)).toEqual([name]);
});
