import { expect, test } from "vitest";
import { CodesInView } from "./codes-in-view";

test("each code is read once while it is in view, whatever else is, and again after it was gone", () => {
  const inView = new CodesInView();
  expect(inView.takeNew(["a", "b"], 0)).toEqual(["a", "b"]);
  expect(inView.takeNew(["b", "a"], 100)).toEqual([]);
  // Readers miss one now and then.
  expect(inView.takeNew(["b"], 2_000)).toEqual([]);
  expect(inView.takeNew(["a", "c", "c"], 2_500)).toEqual(["c"]);
  expect(inView.takeNew([], 4_000)).toEqual([]);
  expect(inView.takeNew(["a", "b"], 5_100)).toEqual(["a", "b"]);
});
