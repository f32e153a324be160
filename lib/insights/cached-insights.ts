import "server-only";
import { createTtlCache } from "@/lib/cache/ttl-cache";
import { eventInsights } from "./event-insights";
import type { Insight } from "./insight";
import { organizerInsights } from "./organizer-insights";
import { type Period, periodStart } from "./period";

/** Counting the bookings of a large event takes a good part of a second, so results are cached. */
const LIFETIME_MS = 30_000;
const MAX_ENTRIES = 100;

type Event = Parameters<typeof eventInsights>[0];

const eventCache = createTtlCache<string, Insight[]>({
  lifetimeMs: LIFETIME_MS,
  maxEntries: MAX_ENTRIES,
  load: (key) => {
    const event: Omit<Event, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string } = JSON.parse(key);
    return eventInsights({ ...event, startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) });
  },
});

const organizersCache = createTtlCache<string, Insight[]>({
  lifetimeMs: LIFETIME_MS,
  maxEntries: MAX_ENTRIES,
  load: (key) => {
    const { organizerIds, period }: { organizerIds: number[]; period: Period } = JSON.parse(key);
    return organizerInsights(organizerIds, periodStart(period, new Date()));
  },
});

/** An event's insights, at most half a minute old. */
export function cachedEventInsights({ id, startsAt, endsAt, timeZone, currency }: Event): Promise<Insight[]> {
  return eventCache(JSON.stringify({ id, startsAt, endsAt, timeZone, currency }));
}

/** The insights of all events of these organizers, at most half a minute old. */
export function cachedOrganizerInsights(organizerIds: number[], period: Period): Promise<Insight[]> {
  return organizersCache(JSON.stringify({ organizerIds, period }));
}
