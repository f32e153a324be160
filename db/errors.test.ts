import { expect, test } from "vitest";
import { isConnectionLost, sqlState } from "./errors";

const failed = (code: string) => new Error("wrapped", { cause: Object.assign(new Error("inner"), { code }) });

test.each([
  ["EPIPE", undefined, true],
  ["ECONNREFUSED", undefined, true],
  ["CONNECTION_SILENT", undefined, true],
  ["57P03", "57P03", true],
  ["08006", "08006", true],
  ["25006", "25006", true],
  ["23505", "23505", false],
  ["57014", "57014", false],
  ["P0001", "P0001", false],
])("%s", (code, state, isLost) => {
  expect(sqlState(failed(code))).toBe(state);
  expect(isConnectionLost(failed(code))).toBe(isLost);
});

test("what has no code is neither", () => {
  expect(sqlState(new Error("a bug"))).toBeUndefined();
  expect(isConnectionLost(new Error("a bug"))).toBe(false);
  expect(isConnectionLost("a text")).toBe(false);
});
