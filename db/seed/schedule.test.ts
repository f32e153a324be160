import { describe, expect, it } from "vitest";
import { resolveMoment, resolveSlot } from "./schedule";

const wednesday = new Date("2026-10-21T12:00:00Z");

describe("resolveSlot", () => {
  it("counts weeks from the next such weekday, in the event's zone", () => {
    const { startsAt, endsAt } = resolveSlot(
      { day: "fri", week: 1, at: "20:00", hours: 3 },
      "Europe/Berlin",
      wednesday,
    );
    expect(startsAt.toISOString()).toBe("2026-10-23T18:00:00.000Z");
    expect(endsAt.toISOString()).toBe("2026-10-23T21:00:00.000Z");
  });

  it("keeps the clock time across a clock change", () => {
    const slot = { day: "fri", week: 2, at: "20:00", hours: 3 } as const;
    expect(resolveSlot(slot, "Europe/Berlin", wednesday).startsAt.toISOString()).toBe("2026-10-30T19:00:00.000Z");
  });

  it("ends at the same clock time after any number of days", () => {
    const slot = { day: "fri", week: 1, at: "11:00", days: 14, hours: 7 } as const;
    expect(resolveSlot(slot, "Europe/Berlin", wednesday).endsAt.toISOString()).toBe("2026-11-06T17:00:00.000Z");
  });

  it("never means today", () => {
    const next = resolveSlot({ day: "wed", week: 1, at: "23:00", hours: 1 }, "UTC", wednesday);
    const last = resolveSlot({ day: "wed", week: -1, at: "23:00", hours: 1 }, "UTC", wednesday);
    expect(next.startsAt.toISOString()).toBe("2026-10-28T23:00:00.000Z");
    expect(last.startsAt.toISOString()).toBe("2026-10-14T23:00:00.000Z");
  });

  it("counts back from the last such weekday", () => {
    const slot = { day: "fri", week: -2, at: "20:00", hours: 1 } as const;
    expect(resolveSlot(slot, "UTC", wednesday).startsAt.toISOString()).toBe("2026-10-09T20:00:00.000Z");
  });

  it("takes today from the event's zone, not from this machine's", () => {
    const lateInLondon = new Date("2026-10-21T20:00:00Z");
    const slot = { day: "thu", week: 1, at: "09:00", hours: 1 } as const;
    expect(resolveSlot(slot, "Asia/Tokyo", lateInLondon).startsAt.toISOString()).toBe("2026-10-29T00:00:00.000Z");
    expect(resolveSlot(slot, "Europe/London", lateInLondon).startsAt.toISOString()).toBe("2026-10-22T08:00:00.000Z");
  });
});

describe("resolveMoment", () => {
  const startsAt = new Date("2026-10-30T19:00:00Z");
  const at = (moment: Parameters<typeof resolveMoment>[0]) =>
    resolveMoment(moment, startsAt, "Europe/Berlin", wednesday).toISOString();

  it("counts from now or back from the start, on the event's clock", () => {
    expect(at({ minutesFromNow: 40 })).toBe("2026-10-21T12:40:00.000Z");
    expect(at({ daysFromNow: -1, at: "18:00" })).toBe("2026-10-20T16:00:00.000Z");
    expect(at({ daysBefore: 0, at: "12:00" })).toBe("2026-10-30T11:00:00.000Z");
    expect(at({ daysBefore: 7, at: "12:00" })).toBe("2026-10-23T10:00:00.000Z");
  });
});
