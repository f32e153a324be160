import type { Queryable } from "@/db/connect";
import { isOngoing } from "@/lib/inventory/sales";
import { type SalesTicketTypeRow, ticketTypesOf } from "./columns";
import { type EventSales, eventSeatsLeft, eventState } from "./state";
import type { EventSummary } from "./types";

export type EventSummaryRow = Omit<EventSummary, "prices" | "state" | "left" | "isOn"> &
  Omit<EventSales, "ticketTypes"> & { id: number; waitlistEnabled: boolean };

export function pricesOf(types: { price: number }[]): EventSummary["prices"] {
  if (types.length === 0) return null;
  const prices = types.map((type) => type.price);
  return { from: Math.min(...prices), to: Math.max(...prices) };
}

function toSummary(row: EventSummaryRow, types: SalesTicketTypeRow[], now: Date): EventSummary {
  const sales = { ...row, ticketTypes: types };
  return {
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    category: row.category,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: row.timeZone,
    venue: row.venue,
    city: row.city,
    country: row.country,
    currency: row.currency,
    coverImage: row.coverImage,
    prices: pricesOf(types),
    state: eventState(sales, now),
    left: eventSeatsLeft(sales, now),
    isOn: row.status === "published" && isOngoing(row, now),
  };
}

/** Summaries of these rows, with one more query for all their ticket types. */
export async function readSummaries(queryable: Queryable, rows: EventSummaryRow[], now: Date): Promise<EventSummary[]> {
  const types = await ticketTypesOf(
    queryable,
    rows.map((row) => row.id),
  );
  return rows.map((row) =>
    toSummary(
      row,
      types.filter((type) => type.eventId === row.id),
      now,
    ),
  );
}
