import { expect, test, vi } from "vitest";
import { createTtlCache } from "./ttl-cache";

function setUp(load: (key: string) => Promise<string>, maxEntries = 10) {
  let time = 0;
  const loader = vi.fn(load);
  const get = createTtlCache({ lifetimeMs: 1_000, maxEntries, load: loader, now: () => time });
  return { get, loader, pass: (ms: number) => (time += ms) };
}

test("concurrent requests share one load", async () => {
  const { get, loader } = setUp(async (key) => key.toUpperCase());
  expect(await Promise.all([get("a"), get("a"), get("b")])).toEqual(["A", "A", "B"]);
  expect(loader).toHaveBeenCalledTimes(2);
});

test("an answer lives as long as it says and no longer", async () => {
  const { get, loader, pass } = setUp(async (key) => key);
  await get("a");
  pass(999);
  await get("a");
  expect(loader).toHaveBeenCalledTimes(1);
  pass(1);
  await get("a");
  expect(loader).toHaveBeenCalledTimes(2);
});

test("an answer may say itself how long it lives", async () => {
  let time = 0;
  const load = vi.fn(async (key: string) => key.length);
  const get = createTtlCache({ lifetimeMs: (length) => length, maxEntries: 2, load, now: () => time });
  await Promise.all([get("a"), get("abc")]);
  time = 2;
  await Promise.all([get("a"), get("abc")]);
  expect(load.mock.calls.flat()).toEqual(["a", "abc", "a"]);
});

test("a failure is passed on and not kept", async () => {
  const { get, loader } = setUp(async (key) => key);
  loader.mockRejectedValueOnce(new Error("down"));
  await expect(get("a")).rejects.toThrow("down");
  expect(await get("a")).toBe("a");
});

test("the oldest entry goes when it is full", async () => {
  const { get, loader } = setUp(async (key) => key, 2);
  for (const key of ["a", "b", "c", "b", "c", "a"]) await get(key);
  expect(loader.mock.calls.flat()).toEqual(["a", "b", "c", "a"]);
});
