import "server-only";
import { and, asc, eq, gt, inArray, lte, ne, type SQL } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { isOngoing } from "@/lib/inventory/sales";
import { availabilityOf } from "./availability";
import { eventDetailColumns, eventSummaryColumns, isRunningAt, ticketTypesOf } from "./columns";
import { readFacets } from "./read-facets";
import type { Facets } from "./schema";
import { eventSeatsLeft, eventState } from "./state";
import { pricesOf, readSummaries } from "./summary";
import { EVENTS_TAG, eventTag, organizerTag } from "./tags";
import type { EventDetail, EventSummary } from "./types";

/** The published or cancelled event with this slug. */
export async function getEvent(slug: string): Promise<EventDetail | null> {
  "use cache";
  cacheTag(eventTag(slug));
  cacheLife({ stale: 300, revalidate: 300, expire: 86_400 });

  const [row] = await db
    .select(eventDetailColumns)
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(and(eq(events.slug, slug), ne(events.status, "draft")));
  if (!row) return null;
  // The page shows the organizer's name.
  cacheTag(organizerTag(row.organizer.slug));

  const now = new Date();
  const types = await ticketTypesOf(db, [row.id]);
  const sales = { ...row, ticketTypes: types };
  const { id: _id, status: _status, capacity: _capacity, availableTickets: _available, ...shown } = row;
  return {
    ...shown,
    prices: pricesOf(types),
    state: eventState(sales, now),
    left: eventSeatsLeft(sales, now),
    isOn: row.status === "published" && isOngoing(row, now),
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

/** The soonest and the running events, for prerendering. Bounded. */
export async function listSlugsToPrerender(limit: number): Promise<string[]> {
  const now = new Date();
  const read = (condition: SQL | undefined) =>
    db
      .select({ slug: events.slug })
      .from(events)
      .where(condition)
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(limit);
  const [running, next] = await Promise.all([read(isRunningAt(now)), read(upcoming(now))]);
  return [...running, ...next].slice(0, limit).map((row) => row.slug);
}

const upcoming = (now: Date) => and(eq(events.status, "published"), gt(events.startsAt, now));

const SOON_LIMIT = 1_000;

const takeFirst = async <Row>(limit: number, lists: Promise<Row[]>[]) =>
  (await Promise.all(lists)).flat().slice(0, limit);

/** The lists of the home page. No event is in two lists: each leaves out the events of the lists above it. */
export async function getDiscovery(): Promise<{
  featured: EventSummary[];
  /** Running events, the first to end first. */
  onNow: EventSummary[];
  goingFast: EventSummary[];
  next: EventSummary[];
}> {
  "use cache";
  cacheTag(EVENTS_TAG);
  // Short, as past events have to go: no list is shown that is older than five minutes.
  cacheLife({ stale: 60, revalidate: 60, expire: 300 });

  const now = new Date();
  const read = (condition: SQL | undefined, order: SQL[], limit: number) =>
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(condition)
      .orderBy(...order)
      .limit(limit);
  const bySoonest = [asc(events.startsAt), asc(events.id)];
  const running = (condition: SQL | undefined, limit: number) =>
    read(and(isRunningAt(now), condition), [asc(events.endsAt), asc(events.id)], limit);
  const soonest = (condition: SQL | undefined, limit: number) => read(and(upcoming(now), condition), bySoonest, limit);
  // Only among the soonest events: every booking would have to update an index of the seats left.
  const soon = db
    .select({ id: events.id })
    .from(events)
    .where(upcoming(now))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(SOON_LIMIT);
  const nearlySoldOut = and(gt(events.availableTickets, 0), lte(events.availableTickets, 20));
  const isFeatured = eq(events.isFeatured, true);
  const [featuredRows, runningRows, fewRows, nextRows] = await Promise.all([
    takeFirst(3, [running(isFeatured, 3), soonest(isFeatured, 3)]),
    running(undefined, 9),
    takeFirst(24, [running(nearlySoldOut, 24), soonest(and(nearlySoldOut, inArray(events.id, soon)), 24)]),
    soonest(undefined, 20),
  ]);
  const summaries = await readSummaries(db, [...featuredRows, ...runningRows, ...fewRows, ...nextRows], now);
  const featured = summaries.splice(0, featuredRows.length);
  const shown = new Set(featured.map((event) => event.slug));
  const isNew = (event: EventSummary) => !shown.has(event.slug);

  const onNow = summaries.splice(0, runningRows.length).filter(isNew).slice(0, 6);
  for (const event of onNow) shown.add(event.slug);

  const goingFast = summaries
    .splice(0, fewRows.length)
    .filter((event) => event.state === "few_left" && isNew(event))
    .slice(0, 4);
  for (const event of goingFast) shown.add(event.slug);
  return { featured, onNow, goingFast, next: summaries.filter(isNew).slice(0, 12) };
}

/** Cities and categories with events, the busiest first. Bounded. */
export async function getFacets(): Promise<Facets> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife({ stale: 300, revalidate: 600, expire: 86_400 });
  return readFacets(db, new Date());
}
