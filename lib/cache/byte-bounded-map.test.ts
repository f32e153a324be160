import { expect, test } from "vitest";
import { ByteBoundedMap } from "./byte-bounded-map";

test("what was used longest ago goes first, and the count of bytes stays right", () => {
  const map = new ByteBoundedMap<string>(31, 31);
  for (const key of ["a", "b", "c"]) map.set(key, key.toUpperCase(), 9);
  map.get("a");
  map.set("d", "D", 9);
  expect(["a", "b", "c", "d"].map((key) => map.get(key))).toEqual(["A", undefined, "C", "D"]);
  map.set("d", "longer", 19);
  expect(map.get("a")).toBeUndefined();
  expect(map.bytes).toBe(30);
  map.delete("d");
  map.delete("d");
  expect(map.bytes).toBe(10);
});

test("what would throw out too much never comes in", () => {
  const map = new ByteBoundedMap<string>(80);
  map.set("a", "A", 5);
  map.set("b", "B", 10);
  expect(map.get("b")).toBeUndefined();
  expect(map.get("a")).toBe("A");
});
