import { asc, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, organizers, ticketTypes } from "@/db/schema";
import { coverColumn } from "@/lib/media/cover-column";
import type { TicketTypeSales } from "./state";

/** Columns that the state of an event depends on. `id` and `status` stay inside lib/events. */
export const eventSalesColumns = {
  id: events.id,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  salesStartAt: events.salesStartAt,
  salesEndAt: events.salesEndAt,
  capacity: events.capacity,
  availableTickets: events.availableTickets,
  waitlistEnabled: events.waitlistEnabled,
  waitingRoom: events.waitingRoom,
};

export const eventSummaryColumns = {
  ...eventSalesColumns,
  slug: events.slug,
  name: events.name,
  summary: events.summary,
  category: events.category,
  timeZone: events.timeZone,
  venue: events.venue,
  city: events.city,
  country: events.country,
  currency: events.currency,
  coverImage: coverColumn,
};

export const eventDetailColumns = {
  ...eventSummaryColumns,
  description: events.description,
  address: events.address,
  maxTicketsPerBooking: events.maxTicketsPerBooking,
  holdMinutes: events.holdMinutes,
  cancellationCutoffHours: events.cancellationCutoffHours,
  paymentMethod: events.paymentMethod,
  updatedAt: events.updatedAt,
  organizer: { slug: organizers.slug, name: organizers.name },
};

export type SalesTicketTypeRow = TicketTypeSales & {
  eventId: number;
  code: string;
  name: string;
  description: string;
  price: number;
};

/** The ticket types of these events, in each event's own order. */
export async function ticketTypesOf(queryable: Queryable, eventIds: number[]): Promise<SalesTicketTypeRow[]> {
  if (eventIds.length === 0) return [];
  return queryable
    .select({
      eventId: ticketTypes.eventId,
      code: ticketTypes.code,
      name: ticketTypes.name,
      description: ticketTypes.description,
      price: ticketTypes.price,
      quota: ticketTypes.quota,
      sold: ticketTypes.sold,
      salesStartAt: ticketTypes.salesStartAt,
      salesEndAt: ticketTypes.salesEndAt,
    })
    .from(ticketTypes)
    .where(inArray(ticketTypes.eventId, eventIds))
    .orderBy(asc(ticketTypes.eventId), asc(ticketTypes.position), asc(ticketTypes.id));
}

/**
 * Published events that are running at an instant, by an index of their spans (`events_on_at_idx`). They are few. With
 * the events that start later, which another index finds, they are all events that are not over.
 */
export const isRunningAt = (at: Date): SQL<boolean> =>
  sql`(${events.status} = 'published' and tstzrange(${events.startsAt}, ${events.endsAt}) @> ${at.toISOString()}::timestamptz)`;

/** The same events as a table of their own, so that they are found first. */
export const eventsRunningAt = (at: Date): SQL =>
  sql`(select * from ${events} where ${isRunningAt(at)} offset 0) events`;

/** The last day of an event in its own time zone. After midnight it still belongs to the day before. */
export const lastDayColumn = sql<string>`greatest(${events.startsOn},
  (coalesce(${events.endsAtWall}, ${events.endsAt} at time zone ${events.timeZone}) - interval '6 hours')::date)`;

/** `sellsUntil` of a row of `events`. */
export const sellsUntilColumn = sql<Date>`least(${events.endsAt}, coalesce(${events.salesEndAt},
  case when ${events.endsAt} - ${events.startsAt} > interval '24 hours' then ${events.endsAt} else ${events.startsAt} end))`;
