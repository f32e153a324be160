import type { Precision } from "@/lib/sheets/sheet";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MAX_DAYS_IN_HOURS = 4;
const MAX_DAYS = 120;
const MAX_WEEKS = 156;

// Wall clocks are treated as UTC, so that every day has 24 hours.
const toMs = (wall: string) => Date.parse(`${wall}Z`);
const toWall = (ms: number) => new Date(ms).toISOString().slice(0, 16);

/** The finest precision without too many buckets. */
export function precisionFor(first: string, last: string, finest: "hour" | "day"): Precision {
  const days = (toMs(last) - toMs(first)) / DAY_MS;
  if (finest === "hour" && days <= MAX_DAYS_IN_HOURS) return "hour";
  if (days <= MAX_DAYS) return "day";
  return days / 7 <= MAX_WEEKS ? "week" : "month";
}

/** The start of a wall clock's hour, day, week (Monday) or month. */
export function bucketOf(wall: string, precision: Precision): string {
  if (precision === "month") return `${wall.slice(0, 8)}01T00:00`;
  const day = toMs(`${wall.slice(0, 10)}T00:00`);
  if (precision === "week") return toWall(day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS);
  return precision === "day" ? toWall(day) : `${wall.slice(0, 13)}:00`;
}

/** All buckets from first to last, including empty ones. */
export function bucketsBetween(first: string, last: string, precision: Precision): string[] {
  const buckets: string[] = [];
  const end = toMs(bucketOf(last, precision));
  for (let at = toMs(bucketOf(first, precision)); at <= end; at = nextBucket(at, precision)) buckets.push(toWall(at));
  return buckets;
}

function nextBucket(ms: number, precision: Precision) {
  if (precision === "month") {
    const at = new Date(ms);
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  }
  return ms + { minute: 60_000, hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS }[precision];
}
