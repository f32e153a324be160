import { formatBrief, formatTime } from "@/lib/time/format";
import { movedTimes } from "./moved-times";

type Times = Parameters<typeof movedTimes>[0];

/** What the tickets of an event say, and what its stored moment is by the present rules; null where they agree. */
export function describeClockMove(
  event: Times & { status: string },
  now = new Date(),
): { ticket: string; stored: string } | null {
  if (event.status !== "published" || event.endsAt <= now) return null;
  const times = movedTimes(event);
  if (!times) return null;
  const { timeZone } = event;
  const [ticket, stored] = [formatBrief(times.startsAt, timeZone), formatBrief(event.startsAt, timeZone)];
  // Rules may have changed between the start and the end of it.
  if (ticket === stored) return describeEnds(times.endsAt, event.endsAt, timeZone);
  const isSameDay = ticket.split(", ")[0] === stored.split(", ")[0];
  return isSameDay
    ? { ticket: formatTime(times.startsAt, timeZone), stored: formatTime(event.startsAt, timeZone) }
    : { ticket, stored };
}

function describeEnds(ticket: Date, stored: Date, timeZone: string) {
  return {
    ticket: `an end at ${formatBrief(ticket, timeZone)}`,
    stored: `an end at ${formatBrief(stored, timeZone)}`,
  };
}
