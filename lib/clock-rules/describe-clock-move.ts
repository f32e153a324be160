import { formatBrief, formatTime } from "@/lib/time/format";
import { clockRules } from "@/texts/event-errors";
import { movedTimes } from "./moved-times";

type Times = Parameters<typeof movedTimes>[0];

/** The time on an event's tickets, and its stored instant by the present rules; null if they agree. */
export function describeClockMove(
  event: Times & { status: string },
  now = new Date(),
): { ticket: string; stored: string } | null {
  if (event.status !== "published" || event.endsAt <= now) return null;
  const times = movedTimes(event);
  if (!times) return null;
  const { timeZone } = event;
  const [ticket, stored] = [formatBrief(times.startsAt, timeZone), formatBrief(event.startsAt, timeZone)];
  // Rules can change between the start and the end.
  if (ticket === stored) return describeEnds(times.endsAt, event.endsAt, timeZone);
  const isSameDay = ticket.split(", ")[0] === stored.split(", ")[0];
  return isSameDay
    ? { ticket: formatTime(times.startsAt, timeZone), stored: formatTime(event.startsAt, timeZone) }
    : { ticket, stored };
}

function describeEnds(ticket: Date, stored: Date, timeZone: string) {
  return {
    ticket: clockRules.endsAt(formatBrief(ticket, timeZone)),
    stored: clockRules.endsAt(formatBrief(stored, timeZone)),
  };
}
