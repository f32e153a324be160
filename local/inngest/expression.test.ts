import { expect, test } from "vitest";
import { compileCondition, compileKey } from "./expression";

const event = (data: Record<string, unknown>) => ({ id: "1", name: "go", data, ts: 0 });

test("compares paths of both events, as the SDK writes it for match", () => {
  const same = compileCondition("event.data.bookingId == async.data.bookingId");
  expect(same({ event: event({ bookingId: 1 }), async: event({ bookingId: 1 }) })).toBe(true);
  expect(same({ event: event({ bookingId: 1 }), async: event({ bookingId: 2 }) })).toBe(false);
  expect(same({ event: event({ bookingId: 1 }), async: event({ bookingId: "1" }) })).toBe(false);
});

test("compares with literals and joins comparisons", () => {
  const both = compileCondition("async.data.kind == 'paid' && event.data.count != 0");
  expect(both({ event: event({ count: 1 }), async: event({ kind: "paid" }) })).toBe(true);
  expect(both({ event: event({ count: 0 }), async: event({ kind: "paid" }) })).toBe(false);
  expect(compileCondition("event.data.missing == null")({ event: event({}) })).toBe(true);
});

test("keys of different values differ, also by type", () => {
  const key = compileKey('event.data.a + "-" + event.data.b');
  expect(key(event({ a: 1, b: 2 }))).toBe(key(event({ a: 1, b: 2 })));
  expect(key(event({ a: 1, b: 2 }))).not.toBe(key(event({ a: "1", b: 2 })));
});

test.each([
  "event.data.tags.exists(t, t == 'a')",
  "event.data.a > 1",
  "event.data.a || event.data.b",
  "event.data['a'] == 1",
])("refuses %s", (source) => {
  expect(() => compileCondition(source)).toThrow(/not supported|not a comparison/);
});
