import { describe, expect, it } from "vitest";
import { bucketOf, bucketsBetween, precisionFor } from "./buckets";

describe("buckets of time", () => {
  it("begin on the hour, at midnight, on Monday, and on the first", () => {
    const at = "2026-05-03T14:35"; // a Sunday
    expect(bucketOf(at, "hour")).toBe("2026-05-03T14:00");
    expect(bucketOf(at, "day")).toBe("2026-05-03T00:00");
    expect(bucketOf(at, "week")).toBe("2026-04-27T00:00");
    expect(bucketOf(at, "month")).toBe("2026-05-01T00:00");
  });

  it("leave none out, over the end of a year and a leap day", () => {
    expect(bucketsBetween("2027-12-31T23:00", "2028-01-01T01:00", "hour")).toHaveLength(3);
    expect(bucketsBetween("2028-02-28T10:00", "2028-03-01T09:00", "day").map((day) => day.slice(5, 10))).toEqual([
      "02-28",
      "02-29",
      "03-01",
    ]);
    expect(bucketsBetween("2026-11-20T00:00", "2027-02-01T00:00", "month").map((month) => month.slice(0, 7))).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
    ]);
    expect(bucketsBetween("2026-05-03T10:00", "2026-05-03T09:00", "day")).toHaveLength(1);
  });

  it("are as many as a chart can show", () => {
    expect(precisionFor("2026-05-01T10:00", "2026-05-03T10:00", "hour")).toBe("hour");
    expect(precisionFor("2026-05-01T10:00", "2026-06-03T10:00", "hour")).toBe("day");
    expect(precisionFor("2026-01-01T00:00", "2026-12-01T00:00", "day")).toBe("week");
    expect(precisionFor("2016-01-01T00:00", "2026-12-01T00:00", "day")).toBe("month");
  });
});
