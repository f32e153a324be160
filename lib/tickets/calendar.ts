import { createEvent } from "ics";

export type CalendarEvent = {
  slug: string;
  name: string;
  summary: string;
  startsAt: Date;
  endsAt: Date;
  /** When the event was last changed; a calendar keeps the newest. */
  updatedAt: Date;
  venue: string;
  address: string;
  city: string;
  /** Absolute address of the event's page. */
  url: string;
  cancelled?: boolean;
};

/** The text of an .ics file for one event. */
export function calendarFile(event: CalendarEvent): string {
  const { error, value } = createEvent({
    productId: "-//Quorix//Tickets//EN",
    method: "PUBLISH",
    // The same in every file about the event, so that a later one replaces an earlier one.
    uid: `${event.slug}@${new URL(event.url).hostname}`,
    // Whole seconds, as a later change must have a higher number and 32 bits have to hold it.
    sequence: Math.floor(event.updatedAt.getTime() / 1000),
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
  return value;
}
