import { expect, test } from "vitest";
import { isConclusive, observeAsBuyer, observeAsWatcher, type Reply } from "./replies";

const reply = (body: string, rest: Partial<Exclude<Reply, string>> = {}): Reply => ({
  status: 200,
  redirectsTo: undefined,
  body,
  ...rest,
});

test.each([
  ['0:{"a":"$@1"}\n1:{"ok":true,"goTo":"/checkout/Ab3"}', { name: "held", reference: "Ab3" }, true],
  ['1:{"ok":true,"goTo":"/bookings/Ab3","inPlace":true}', { name: "booked", reference: "Ab3" }, true],
  ['1:{"ok":true,"goTo":"/checkout/Ab3?held=before"}', { name: "held", reference: "Ab3" }, true],
  ['1:{"ok":false,"code":"SOLD_OUT","message":{}}', { name: "SOLD_OUT" }, true],
  ['1:{"ok":false,"code":"BUSY","message":{}}', { name: "BUSY" }, false],
  ['1:{"ok":false,"code":"UNKNOWN","message":{}}', { name: "UNKNOWN" }, false],
  ["<!doctype html>", { name: "200 without a result" }, false],
])("a buyer who is answered %s saw it", (body, seen, isSettled) => {
  expect(observeAsBuyer(reply(body))).toEqual(seen);
  expect(isConclusive(seen)).toBe(isSettled);
});

test("a buyer goes on to the booking, is asked to sign in, gets an error, or nothing", () => {
  const redirected = (redirectsTo: string) => observeAsBuyer(reply("", { status: 303, redirectsTo }));
  const seen = [
    redirected("/bookings/Ab3;replace"),
    redirected("/bookings/Ab3;push"),
    redirected("/sign-in?next=%2Fevents%2Fx;push"),
    observeAsBuyer(reply("", { status: 503 })),
    observeAsBuyer("cut"),
    observeAsBuyer("late"),
  ];
  expect(seen.map(({ name }) => name)).toEqual([
    "booked",
    "booked",
    "signed out",
    "503",
    "no answer",
    "no answer in time",
  ]);
  expect(seen.map(isConclusive)).toEqual([true, true, false, false, false, false]);
});

test("an answer that asks for a sign-in means that the buyer was signed out", () => {
  expect(observeAsWatcher(reply("null"))).toEqual({ name: "signed out" });
  expect(observeAsWatcher(reply('{"name":"Ada"}'))).toEqual({ name: "200" });
  expect(observeAsWatcher(reply("null", { status: 503 }))).toEqual({ name: "503" });
});
