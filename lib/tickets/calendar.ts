import { createEvent } from "ics";
import { getSenderAddress } from "@/lib/email/email";

export type CalendarEvent = {
  slug: string;
  name: string;
  summary: string;
  startsAt: Date;
  endsAt: Date;
  /** When the event was last changed. Calendars keep the newest version. */
  updatedAt: Date;
  /** When the booking that the file is about was last confirmed or cancelled. */
  bookingChangedAt?: Date | null;
  venue: string;
  address: string;
  city: string;
  /** Absolute address of the event's page. */
  url: string;
  /** The file then removes the entry from the calendar. */
  cancelled?: boolean;
};

/** The `method` of the email attachment, which must match the METHOD inside the file. */
export const calendarMethod = ({ cancelled }: Pick<CalendarEvent, "cancelled">) => (cancelled ? "CANCEL" : "PUBLISH");

/** The text of an .ics file for one event. */
export function calendarFile(event: CalendarEvent): string {
  const { error, value } = createEvent({
    productId: "-//Quorix//Tickets//EN",
    method: calendarMethod(event),
    // Calendars let only an entry's organizer cancel it.
    organizer: { name: "Quorix", email: getSenderAddress() },
    // The same in every file about the event, so that a later one replaces an earlier one.
    uid: `${event.slug}@${new URL(event.url).hostname}`,
    sequence: sequenceOf(event),
    start: event.startsAt.getTime(),
    startInputType: "utc",
    startOutputType: "utc",
    end: event.endsAt.getTime(),
    endInputType: "utc",
    endOutputType: "utc",
    title: event.name,
    description: [event.summary, event.url].filter(Boolean).join("\n\n"),
    location: [event.venue, event.address, event.city].filter(Boolean).join(", "),
    url: event.url,
    status: event.cancelled ? "CANCELLED" : "CONFIRMED",
    busyStatus: event.cancelled ? "FREE" : "BUSY",
  });
  if (error || !value) throw new Error("No calendar file could be made", { cause: error });
  return foldLines(value);
}

/**
 * Higher than in every file sent before, so that an event that is cancelled and booked again returns to the calendar.
 * In seconds, to fit 32 bits; a cancellation is one above the entry that it removes.
 */
function sequenceOf({ updatedAt, bookingChangedAt, cancelled }: CalendarEvent) {
  const changedAt = Math.max(updatedAt.getTime(), bookingChangedAt?.getTime() ?? 0);
  return Math.floor(changedAt / 1000) + (cancelled ? 1 : 0);
}

const MAX_OCTETS = 75;

/** Folds the lines of a calendar file at 75 octets, as RFC 5545 counts them, and never inside a character. */
function foldLines(file: string): string {
  return unfoldLines(file).split("\r\n").map(foldLine).join("\r\n");
}

const unfoldLines = (file: string) => file.replace(/\r\n[ \t]/g, "");

function foldLine(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > MAX_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}
