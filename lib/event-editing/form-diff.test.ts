import { expect, test } from "vitest";
import { completeForm } from "@/test/event-form";
import { emptyTicketType } from "./form";
import { diffForms, mergeForms } from "./form-diff";

const seat = { ...emptyTicketType("SEAT0001"), name: "Seat", price: "12.50" };
const stand = { ...emptyTicketType("STAND001"), name: "Standing", price: "8" };
const base = completeForm({ ticketTypes: [seat, stand] });

test("a change of one side is suggested; a change of both is not", () => {
  const mine = { ...base, name: "Mine", venue: "My hall", city: "Porto" };
  const theirs = { ...base, name: "Theirs", city: "Porto", capacity: "80" };
  expect(diffForms(base, mine, theirs).map(({ key, suggested }) => [key, suggested])).toEqual([
    ["name", null],
    ["venue", "mine"],
    ["capacity", "theirs"],
  ]);
});

test("ticket types are compared one by one, in any order", () => {
  const mine = { ...base, ticketTypes: [stand, { ...seat, price: "15" }] };
  const theirs = { ...base, ticketTypes: [seat] };
  const found = diffForms(base, mine, theirs);
  expect(found.map(({ key, suggested }) => [key, suggested])).toEqual([
    ["type:STAND001", "theirs"],
    ["type:SEAT0001", "mine"],
  ]);
  const merged = mergeForms(mine, theirs, { "type:STAND001": "theirs", "type:SEAT0001": "mine" });
  expect(merged.ticketTypes).toEqual([{ ...seat, price: "15" }]);
});

test("a different order is a difference", () => {
  const mine = { ...base, ticketTypes: [stand, seat] };
  expect(diffForms(base, mine, base)).toMatchObject([{ key: "order", mine: "Standing, Seat", suggested: "mine" }]);
  expect(mergeForms(mine, base, { order: "theirs" }).ticketTypes).toEqual([seat, stand]);
});

test("types that each side added are both kept", () => {
  const [a, b] = [
    { ...seat, code: "AAAA0001", name: "A" },
    { ...seat, code: "BBBB0001", name: "B" },
  ];
  const mine = { ...base, ticketTypes: [seat, stand, a] };
  const theirs = { ...base, ticketTypes: [seat, stand, b] };
  const chosen = Object.fromEntries(
    diffForms(base, mine, theirs).map(({ key, suggested }) => [key, suggested ?? "mine"]),
  );
  expect(mergeForms(mine, theirs, chosen).ticketTypes.map(({ name }) => name)).toEqual(["Seat", "Standing", "A", "B"]);
});

test("equal forms have no differences", () => {
  expect(diffForms(base, base, base)).toEqual([]);
  expect(mergeForms(base, base, {})).toEqual(base);
});
