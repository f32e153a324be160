import { wallClock } from "@/lib/time/wall-clock";
import { instantOf } from "./schema";

const USUAL_HOURS = 2;
const MINUTE_MS = 60_000;

/** What an event that starts then is taken to end at, until somebody says so: "" where the start is none. */
export function usualEnd(startsAt: string, timeZone: string): string {
  const start = instantOf(startsAt, timeZone);
  return start ? wallClock(new Date(start.getTime() + USUAL_HOURS * 60 * MINUTE_MS), timeZone) : "";
}

/** "2 h 30 min", "3 days 4 h"; null where there is no such time. */
export function lengthWords(startsAt: string, endsAt: string, timeZone: string): string | null {
  const [start, end] = [instantOf(startsAt, timeZone), instantOf(endsAt, timeZone)];
  if (!start || !end || end <= start) return null;
  const minutes = Math.round((end.getTime() - start.getTime()) / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const parts = [days === 1 ? "1 day" : `${days} days`, `${hours} h`, `${minutes % 60} min`];
  return parts.filter((part) => !part.startsWith("0 ")).join(" ");
}
