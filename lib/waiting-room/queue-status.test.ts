import { describe, expect, it } from "vitest";
import { estimateWait, toQueueStatus } from "./queue-status";
import type { OpenRoom, Room } from "./rooms";
import type { QueuePosition } from "./store";

const NOW = Date.parse("2026-12-01T09:00:00Z");
const snapshot = {
  ...{ opened: NOW - 60_000, gathered: 0, last: 1_000, cursor: 100, pace: 1 / 1_000, flow: 1 / 1_000 },
  ...{ present: 900, called: 5, admitted: 20, letIn: 100, used: 75, over: 0 },
};
const availability = {
  ...{ state: "on_sale" as const, left: 500, isOn: false, waitlistOpen: false, ticketTypes: [], room: "open" as const },
  at: new Date(NOW).toISOString(),
};
const open: OpenRoom = {
  ...{
    kind: "open",
    eventId: 1,
    slug: "night",
    opensAt: null,
    availability,
    snapshot,
    isPaused: false,
    perMinute: 3_000,
  },
};
const lobby = (opensInSeconds: number): OpenRoom => ({
  ...open,
  kind: "lobby",
  opensAt: new Date(NOW + opensInSeconds * 1_000),
  snapshot: { ...snapshot, opened: 0, gathered: 40, cursor: 0 },
});
const place = (room: Room, standing: QueuePosition | null) => toQueueStatus(room, standing, NOW, () => 0.5);
const at = (number: number): QueuePosition => ({ kind: "at", number });

describe("toQueueStatus", () => {
  it("counts the visitors ahead, and those who have been called", () => {
    expect(place(open, at(401))).toMatchObject({ state: "waiting", ahead: 300, served: 100, number: 401, left: 500 });
    expect(place(open, at(101))).toMatchObject({ ahead: 0, pollSeconds: 2 });
  });

  it("puts skipped visitors ahead of all who wait", () => {
    expect(place(open, { kind: "next" })).toMatchObject({ state: "waiting", ahead: 0 });
  });

  it("estimates by the measured rate, and by the set one until there is one", () => {
    expect(estimateWait(600, open)).toEqual({ from: 8, to: 13 });
    expect(estimateWait(600, { perMinute: 60, snapshot: { ...snapshot, pace: 0 } })).toEqual({ from: 8, to: 13 });
    expect(estimateWait(10, open)).toEqual({ from: 0, to: 1 });
  });

  it("has no estimate while no one is admitted, and says why", () => {
    expect(place({ ...open, isPaused: true }, at(401))).toMatchObject({ wait: null, stalled: "paused" });
    const soldOut = { ...open, availability: { ...availability, state: "sold_out" as const, left: 0 } };
    expect(place(soldOut, at(401))).toMatchObject({ wait: null, stalled: "sold_out" });
  });

  it("has visitors at the front poll often, and those far behind rarely", () => {
    const seconds = [101, 150, 500, 900].map((number) => place(open, at(number)).pollSeconds);
    expect(seconds).toEqual([2, 5, 10, 30]);
  });

  it("has all visitors in the lobby poll just after the opening", () => {
    expect(place(lobby(1_200), { kind: "lobby" })).toMatchObject({ state: "lobby", gathered: 40, pollSeconds: 60 });
    expect(place(lobby(300), { kind: "lobby" })).toMatchObject({ pollSeconds: 30 });
    expect(place(lobby(20), { kind: "lobby" })).toMatchObject({ pollSeconds: 23 });
    const crowd = { ...lobby(20), snapshot: { ...lobby(20).snapshot, gathered: 600_000 } };
    expect(place(crowd, { kind: "lobby" })).toMatchObject({ pollSeconds: 20 + 1 + 15 });
  });

  it("tells visitors without a position whether they can join the lobby or the queue", () => {
    expect(place(open, null)).toMatchObject({ state: "outside", opensAt: null });
    expect(place(lobby(60), { kind: "none" })).toMatchObject({ state: "outside", opensAt: "2026-12-01T09:01:00.000Z" });
  });

  it("contains no number and no other visitor where there is no room", () => {
    const at = new Date(NOW).toISOString();
    expect(place({ kind: "none" }, null)).toEqual({ at, state: "none", pollSeconds: 15 });
    const opensAt = new Date(NOW + 3_600_000);
    expect(place({ kind: "closed", isOver: false, opensAt }, null)).toMatchObject({
      state: "closed",
      opensAt: opensAt.toISOString(),
    });
    expect(place({ kind: "lost", slug: "night" }, null)).toEqual({ at, state: "lost", pollSeconds: 15 });
  });
});
