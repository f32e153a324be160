import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Availability } from "@/lib/events/types";
import { log } from "@/lib/log";
import { startTestRedis } from "@/test/services";
import { toQueueStatus } from "./queue-status";
import { createWaitingRooms, type Room } from "./rooms";
import type { RoomSettings } from "./settings";
import { createRoomStore } from "./store";
import { newVisitor } from "./visitor";

let service: Awaited<ReturnType<typeof startTestRedis>>;
let redis: Redis;
let eventId = 0;

beforeAll(async () => {
  service = await startTestRedis();
  redis = new Redis({ url: service.url, token: service.token, retry: false, enableTelemetry: false });
});
afterAll(() => service.close());

/** A room with a fake clock, and its calls to Redis. */
function openRoom(set: Partial<RoomSettings> = {}, given: Redis = redis) {
  eventId += 1;
  const settings: RoomSettings = {
    ...{ eventId, slug: `event-${eventId}`, isMarked: true, opensAt: null, admissionsPerMinute: 600, isPaused: false },
    ...set,
  };
  const clock = { now: Date.parse("2026-12-01T09:00:00Z") };
  const availability: Availability = {
    ...{ state: "on_sale", left: 1_000, isOn: false, waitlistOpen: false, ticketTypes: [], room: "open", at: "" },
  };
  const store = createRoomStore(given, { clock: () => clock.now });
  const calls = { tick: vi.spyOn(store, "tick"), look: vi.spyOn(store, "look"), beat: vi.spyOn(store, "beat") };
  const rooms = createWaitingRooms({
    store,
    settingsOf: async () => settings,
    availabilityOf: async () => availability,
    isBusy: () => false,
    perMinute: 3_000,
    now: () => clock.now,
  });
  const room = () => rooms.roomOf(settings.slug);
  async function openNow() {
    const found: Room = await room();
    if (found.kind !== "open" && found.kind !== "lobby") throw new Error(`the room is ${found.kind}`);
    return found;
  }
  async function ask(visitor: string, intent: "look" | "join" = "look") {
    const found = await openNow();
    return toQueueStatus(found, await rooms.standing(found, visitor, intent), clock.now);
  }
  return { settings, clock, availability, calls, rooms, room, openNow, ask };
}

it("answers waiting visitors from memory, and batches first lookups", async () => {
  const { calls, ask, clock } = openRoom({ admissionsPerMinute: 1 });
  const visitors = Array.from({ length: 300 }, newVisitor);
  await Promise.all(visitors.map((visitor) => ask(visitor, "join")));
  expect(calls.look).toHaveBeenCalledOnce();
  for (let round = 0; round < 20; round += 1) await Promise.all(visitors.slice(1).map((visitor) => ask(visitor)));
  expect(calls.look).toHaveBeenCalledOnce();
  expect(calls.tick).toHaveBeenCalledOnce();
  clock.now += 1_000;
  await Promise.all(visitors.slice(1).map((visitor) => ask(visitor)));
  expect(calls.tick).toHaveBeenCalledTimes(2);
  expect(calls.beat.mock.calls.map(([, alive]) => alive.length)).toEqual([0, 299]);
});

it("never increases the number ahead, on either of two processes", async () => {
  const one = openRoom({ admissionsPerMinute: 1_200 });
  const other = openRoom({ ...one.settings });
  const visitors = Array.from({ length: 200 }, newVisitor);
  for (const [index, visitor] of visitors.entries()) await (index % 2 ? one : other).ask(visitor, "join");
  const last = visitors.at(-1) ?? "";
  const seenOn = new Map([one, other].map((process) => [process, [] as number[]]));
  for (let second = 0; second < 15; second += 1) {
    one.clock.now += 500;
    other.clock.now = one.clock.now;
    for (const [process, seen] of seenOn) {
      await Promise.all(visitors.map((visitor) => process.ask(visitor)));
      const place = await process.ask(last);
      if (place.state === "waiting") seen.push(place.ahead);
    }
  }
  for (const seen of seenOn.values()) {
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    expect(seen.at(-1)).toBeLessThan(seen[0] ?? 0);
  }
});

it("knows an admission that another process has just announced", async () => {
  const one = openRoom({ isPaused: true });
  const visitor = newVisitor();
  expect(await one.ask(visitor, "join")).toMatchObject({ state: "waiting" });
  const other = openRoom({ ...one.settings, isPaused: false });
  expect(await other.ask(visitor)).toMatchObject({ state: "admitted" });
  expect(await one.ask(visitor), "from the memory of this second").toMatchObject({ state: "waiting" });
  expect(await one.rooms.admittedUntil(await one.openNow(), visitor)).toBeGreaterThan(one.clock.now);
  expect(await one.rooms.admittedUntil(await one.openNow(), newVisitor())).toBeNull();
});

it("draws numbers in the second of the opening", async () => {
  const opensAt = new Date("2026-12-01T09:00:30Z");
  const { ask, availability, clock } = openRoom({ opensAt, isPaused: true });
  availability.state = "not_yet";
  const visitors = Array.from({ length: 20 }, newVisitor);
  for (const visitor of visitors) expect(await ask(visitor, "join")).toMatchObject({ state: "lobby" });
  clock.now = opensAt.getTime();
  const places = await Promise.all(visitors.map((visitor) => ask(visitor)));
  const numbers = places.map((place) => (place.state === "waiting" ? place.number : 0));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(visitors.map((_, index) => index + 1));
});

it("sells without a room while Redis is unavailable, logs it once, and recovers", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  const info = vi.spyOn(log, "info").mockImplementation(() => {});
  const away = { isAway: false };
  const flaky = new Redis({
    request: async (request) => {
      if (away.isAway) throw new Error("Redis is away");
      const path = request.path?.join("/") ?? "";
      const response = await fetch(`${service.url}/${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${service.token}` },
        body: JSON.stringify(request.body),
      });
      return response.json();
    },
  });
  const { clock, room } = openRoom({}, flaky);
  expect((await room()).kind).toBe("open");
  away.isAway = true;
  clock.now += 3_000;
  expect((await room()).kind, "a short silence opens no door").toBe("open");
  for (let second = 0; second < 5; second += 1) {
    clock.now += 2_500;
    expect((await room()).kind).toBe("lost");
  }
  expect(warn).toHaveBeenCalledOnce();
  away.isAway = false;
  clock.now += 2_000;
  expect((await room()).kind).toBe("open");
  expect(info).toHaveBeenCalledWith("waiting-room.redis.recovered");
});

it("is lost at once where Redis was never there", async () => {
  vi.spyOn(log, "warn").mockImplementation(() => {});
  const nowhere = new Redis({ url: "http://127.0.0.1:1", token: "none", retry: false, enableTelemetry: false });
  expect((await openRoom({}, nowhere).room()).kind).toBe("lost");
});
