import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

const bookingStatuses = ["confirmed", "pending", "cancelled", "expired", "any"] as const;
const ticketStatuses = ["valid", "void", "any"] as const;
const sources = ["checkout", "waitlist", "organizer"] as const;
export const bookingColumns = ["mail", "types", "checkedIn", "price", "source", "booked"] as const;
export const ticketColumns = ["mail", "type", "booking", "booked"] as const;
export const defaultColumns = {
  bookings: ["mail", "types", "checkedIn", "booked"],
  tickets: ["mail", "type", "booking"],
} as const;
/** The value of `columns` in the address for none. */
export const NO_COLUMNS = "-";

/** A leading minus sorts in descending order. The first is the default. */
export const bookingSorts = ["-booked", "booked", "name", "-name", "-tickets", "tickets"] as const;
export const ticketSorts = ["name", "-name", "-booked", "booked"] as const;

/** An invalid value is ignored, so that no address is an error page. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined);
function splitList(value: unknown) {
  if (value === NO_COLUMNS) return [];
  return typeof value === "string" ? value.split(",") : value;
}

const optionalListOf = <T extends string>(allowed: readonly [T, ...T[]]) =>
  optional(z.preprocess(splitList, z.array(z.enum(allowed))));

const sharedFilters = {
  q: optional(typedText().max(100)),
  /** The code of a ticket type. */
  type: optional(z.string().regex(/^[0-9A-Za-z_-]{1,32}$/)),
  source: optional(z.enum(sources)),
  checkedIn: optional(z.enum(["yes", "no"])),
  after: optional(z.string().max(40)),
  before: optional(z.string().max(40)),
};

const bookingsSchema = z.object({
  view: z.literal("bookings"),
  status: optional(z.enum(bookingStatuses)),
  sort: optional(z.enum(bookingSorts)),
  columns: optionalListOf(bookingColumns),
  payment: optional(z.enum(["paid", "unpaid", "refunded"])),
  ...sharedFilters,
});

const ticketsSchema = z.object({
  view: z.literal("tickets"),
  status: optional(z.enum(ticketStatuses)),
  sort: optional(z.enum(ticketSorts)),
  columns: optionalListOf(ticketColumns),
  ...sharedFilters,
});

export type BookingSearch = z.output<typeof bookingsSchema>;
export type TicketSearch = z.output<typeof ticketsSchema>;
export type AttendeeSearch = BookingSearch | TicketSearch;

export function parseAttendeeSearch(params: Record<string, string | string[] | undefined>): AttendeeSearch {
  return params.view === "tickets"
    ? ticketsSchema.parse({ ...params, view: "tickets" })
    : bookingsSchema.parse({ ...params, view: "bookings" });
}

/** The address of a list with some parameters changed. It starts at the first page unless a cursor is given. */
export function attendeesHref(slug: string, search: AttendeeSearch, changes: Record<string, string | undefined> = {}) {
  const { after: _after, before: _before, columns, view, ...rest } = search;
  const all: Record<string, string | undefined> = {
    view: view === "tickets" ? view : undefined,
    ...rest,
    columns: columns?.length === 0 ? NO_COLUMNS : columns?.join(","),
    ...changes,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value) params.set(name, value);
  const query = params.size > 0 ? `?${params}` : "";
  return `/organize/events/${encodeURIComponent(slug)}/attendees${query}`;
}

export function hasFilters(search: AttendeeSearch) {
  const { q, type, source, checkedIn, status } = search;
  const payment = search.view === "bookings" ? search.payment : undefined;
  return Boolean(q || type || source || checkedIn || status || payment);
}
