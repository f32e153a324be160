import "server-only";
import { and, asc, eq, gt, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { availabilityOf } from "./availability";
import type { Facets } from "./facets";
import { readFacets } from "./read-facets";
import { eventDetailColumns, eventSummaryColumns, ticketTypesOf } from "./rows";
import { eventLeft, eventState } from "./state";
import { pricesOf, summariesOf } from "./summary";
import type { EventDetail, EventSummary } from "./types";

/** The event with this slug, published or cancelled; drafts do not exist here. */
export async function getEvent(slug: string): Promise<EventDetail | null> {
  "use cache";
  cacheTag(`event:${slug}`);
  cacheLife({ stale: 300, revalidate: 300, expire: 86_400 });

  const [row] = await db
    .select(eventDetailColumns)
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(and(eq(events.slug, slug), ne(events.status, "draft")));
  if (!row) return null;
  // Its host's name stands on the page.
  cacheTag(`organizer:${row.organizer.slug}`);

  const now = new Date();
  const types = await ticketTypesOf(db, [row.id]);
  const sales = { ...row, ticketTypes: types };
  const { id: _id, status: _status, capacity: _capacity, availableTickets: _available, ...shown } = row;
  return {
    ...shown,
    prices: pricesOf(types),
    state: eventState(sales, now),
    left: eventLeft(sales, now),
    ticketTypes: types.map(({ code, name, description, price, salesStartAt, salesEndAt }) => ({
      code,
      name,
      description,
      price,
      salesStartAt,
      salesEndAt,
    })),
    availability: availabilityOf(sales, now),
  };
}

/** The soonest events, for prerendering: bounded, whatever the catalogue's size. */
export async function listSlugsToPrerender(limit: number): Promise<string[]> {
  const rows = await db
    .select({ slug: events.slug })
    .from(events)
    .where(and(eq(events.status, "published"), gt(events.startsAt, sql`now()`)))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(limit);
  return rows.map((row) => row.slug);
}

const upcoming = (now: Date) => and(eq(events.status, "published"), gt(events.startsAt, now));

const SOON = 1_000;

/** What the discover page shows: no event twice, so the list of what is next leaves out what stands above it. */
export async function getDiscovery(): Promise<{
  featured: EventSummary[];
  goingFast: EventSummary[];
  next: EventSummary[];
}> {
  "use cache";
  cacheTag("events");
  cacheLife({ stale: 300, revalidate: 180, expire: 3_600 });

  const now = new Date();
  const soonest = (condition: SQL | undefined, limit: number) =>
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(and(upcoming(now), condition))
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(limit);
  // Among the soonest only: no index can say what is nearly gone, as every booking would have to move its entry.
  const soon = db
    .select({ id: events.id })
    .from(events)
    .where(upcoming(now))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(SOON);
  const few = and(gt(events.availableTickets, 0), lte(events.availableTickets, 20), inArray(events.id, soon));
  const [featuredRows, fewRows, nextRows] = await Promise.all([
    soonest(eq(events.isFeatured, true), 3),
    soonest(few, 24),
    soonest(undefined, 20),
  ]);
  const summaries = await summariesOf(db, [...featuredRows, ...fewRows, ...nextRows], now);
  const featured = summaries.splice(0, featuredRows.length);
  const shown = new Set(featured.map((event) => event.slug));
  const isNew = (event: EventSummary) => !shown.has(event.slug);

  const goingFast = summaries
    .splice(0, fewRows.length)
    .filter((event) => event.state === "few_left" && isNew(event))
    .slice(0, 4);
  for (const event of goingFast) shown.add(event.slug);
  return { featured, goingFast, next: summaries.filter(isNew).slice(0, 12) };
}

/** Cities and categories with something on, the busiest first; bounded. */
export async function getFacets(): Promise<Facets> {
  "use cache";
  cacheTag("events");
  cacheLife({ stale: 300, revalidate: 600, expire: 86_400 });
  return readFacets(db, new Date());
}
