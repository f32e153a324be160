import { wallClock } from "@/lib/time/wall-clock";
import { editorDate } from "@/texts/event-editor";
import { parseInstant } from "./schema";

const DEFAULT_HOURS = 2;
const MINUTE_MS = 60_000;

/** The default end for a start; "" if the start is invalid. */
export function defaultEndFor(startsAt: string, timeZone: string): string {
  const start = parseInstant(startsAt, timeZone);
  return start ? wallClock(new Date(start.getTime() + DEFAULT_HOURS * 60 * MINUTE_MS), timeZone) : "";
}

/** "2 h 30 min", "3 days 4 h"; null if the times are invalid or in the wrong order. */
export function formatLength(startsAt: string, endsAt: string, timeZone: string): string | null {
  const [start, end] = [parseInstant(startsAt, timeZone), parseInstant(endsAt, timeZone)];
  if (!start || !end || end <= start) return null;
  const minutes = Math.round((end.getTime() - start.getTime()) / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const parts = [
    days > 0 && editorDate.days(days),
    hours > 0 && editorDate.hours(hours),
    minutes % 60 > 0 && editorDate.minutes(minutes % 60),
  ];
  return parts.filter(Boolean).join(" ");
}

type Window = { salesStartAt: Date | null; salesEndAt: Date | null };
type Sales = Window & { startsAt: Date; endsAt: Date };
type TicketTypeWindows = (Window & { code: string })[];

const isSameInstant = (one: Date | null | undefined, other: Date | null) => one?.getTime() === other?.getTime();

/** Whether the times that limit the sale of an event or of one of its ticket types have changed. */
export function haveSalesTimesChanged(
  before: Sales,
  after: Sales,
  types: { before: TicketTypeWindows; after: TicketTypeWindows },
) {
  const times = ["startsAt", "endsAt", "salesStartAt", "salesEndAt"] as const;
  if (times.some((time) => !isSameInstant(before[time], after[time]))) return true;
  return types.after.some(({ code, salesStartAt, salesEndAt }) => {
    const known = types.before.find((type) => type.code === code);
    return !known || !isSameInstant(known.salesStartAt, salesStartAt) || !isSameInstant(known.salesEndAt, salesEndAt);
  });
}

/** The stored start of a draft without a date: it sorts last in lists, and is never shown. */
export const UNDATED_START = new Date("9999-12-01T00:00:00Z");

export function isUndated(event: { startsAt: Date }) {
  return event.startsAt.getUTCFullYear() === 9999;
}
