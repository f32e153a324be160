import { expect, test } from "vitest";
import { decideScan, isEntryGranted, type ScanContext } from "./decide-scan";

const context: ScanContext = {
  ticket: { isVoid: false, isIn: false },
  isElsewhere: false,
  isGenuine: null,
  isListComplete: true,
  isEventDay: true,
  anyDay: false,
};
const server = (values: Partial<ScanContext>) => decideScan({ ...context, ...values });
const device = (values: Partial<ScanContext>) => decideScan({ ...context, isListComplete: false, ...values });

const known: [string, Partial<ScanContext>, string][] = [
  ["valid", {}, "admitted"],
  ["valid, on another day", { isEventDay: false }, "other_day"],
  ["valid, on another day, tapped twice", { isEventDay: false, anyDay: true }, "admitted"],
  ["in", { ticket: { isVoid: false, isIn: true } }, "already_in"],
  ["in, on another day", { ticket: { isVoid: false, isIn: true }, isEventDay: false }, "already_in"],
  ["void", { ticket: { isVoid: true, isIn: false } }, "void"],
  ["void after it was in", { ticket: { isVoid: true, isIn: true } }, "void"],
  ["void, tapped twice", { ticket: { isVoid: true, isIn: false }, isEventDay: false, anyDay: true }, "void"],
  ["no ticket's code", { ticket: null }, "unknown"],
];

test.each(known)("%s: the server and an offline device decide the same", (_, values, outcome) => {
  expect(server(values)).toBe(outcome);
  expect(device(values)).toBe(outcome);
});

test("a listed ticket needs no signature, and an invalid one does not matter", () => {
  expect(device({ isGenuine: false })).toBe("admitted");
});

test("both refuse another event's ticket: the server knows it, the device checks its signature", () => {
  expect(server({ ticket: null, isElsewhere: true, isGenuine: false })).toBe("other_event");
  expect(device({ ticket: null, isGenuine: false })).toBe("other_event");
});

test("a genuine code that is not listed: the device lets in provisionally, the server refuses", () => {
  expect(device({ ticket: null, isGenuine: true })).toBe("provisional");
  expect(device({ ticket: null, isGenuine: true, isEventDay: false })).toBe("other_day");
  expect(device({ ticket: null, isGenuine: true, isEventDay: false, anyDay: true })).toBe("provisional");
  expect(server({ ticket: null, isGenuine: true })).toBe("unknown");
});

test("a device lets in nothing that the server would refuse, except codes that it cannot know yet", () => {
  const yesNo = [true, false];
  for (const ticket of [null, ...yesNo.flatMap((isVoid) => yesNo.map((isIn) => ({ isVoid, isIn })))]) {
    for (const isEventDay of yesNo) {
      for (const anyDay of yesNo) {
        for (const isGenuine of [true, false, null]) {
          const values = { ticket, isEventDay, anyDay, isGenuine };
          if (ticket || !isGenuine) expect(isEntryGranted(device(values))).toBe(isEntryGranted(server(values)));
        }
      }
    }
  }
});
