import { expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { createSurgeRooms } from "./surge-rooms";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(isOpen: boolean) {
  const store = { isOpenByItself: vi.fn(async () => isOpen), openByItself: vi.fn(async () => {}) };
  const clock = { now: 0 };
  return { store, clock, rooms: createSurgeRooms(store, () => clock.now) };
}

it("never waits for Redis: answers from memory, and refreshes at most once a second", async () => {
  const { store, clock, rooms } = setUp(true);
  expect(rooms.isOpen(1)).toBe(false);
  await settled();
  expect([rooms.isOpen(1), rooms.isOpen(1)]).toEqual([true, true]);
  expect(store.isOpenByItself).toHaveBeenCalledOnce();
  clock.now = 1_000;
  rooms.isOpen(1);
  expect(store.isOpenByItself).toHaveBeenCalledTimes(2);
});

it("opens once, and knows it immediately", async () => {
  vi.spyOn(log, "info").mockImplementation(() => {});
  const { store, rooms } = setUp(true);
  rooms.open(1);
  rooms.open(1);
  expect(rooms.isOpen(1)).toBe(true);
  expect(store.openByItself).toHaveBeenCalledOnce();
});

it("treats an unavailable Redis as no room", async () => {
  const { store, rooms } = setUp(true);
  store.isOpenByItself.mockRejectedValue(new Error("away"));
  rooms.isOpen(1);
  await settled();
  expect(rooms.isOpen(1)).toBe(false);
});
