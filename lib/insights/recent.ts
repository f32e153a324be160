import "server-only";
import { createShortCache } from "@/lib/cache/short-cache";
import { eventInsights } from "./event-insights";
import type { Insight } from "./insight";
import { organizerInsights } from "./organizer-insights";
import { type Period, sinceOf } from "./period";

/** Counting every booking of a large event takes a good part of a second, and nobody decides by the last half minute. */
const LIFETIME_MS = 30_000;
const MAX_ENTRIES = 100;

type Event = Parameters<typeof eventInsights>[0];

const ofEvent = createShortCache<string, Insight[]>({
  lifetimeMs: LIFETIME_MS,
  maxEntries: MAX_ENTRIES,
  load: (key) => {
    const event: Omit<Event, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string } = JSON.parse(key);
    return eventInsights({ ...event, startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) });
  },
});

const ofOrganizers = createShortCache<string, Insight[]>({
  lifetimeMs: LIFETIME_MS,
  maxEntries: MAX_ENTRIES,
  load: (key) => {
    const { organizerIds, period }: { organizerIds: number[]; period: Period } = JSON.parse(key);
    return organizerInsights(organizerIds, sinceOf(period, new Date()));
  },
});

/** An event's insights, at most half a minute old. */
export function recentEventInsights({ id, startsAt, endsAt, timeZone, currency }: Event): Promise<Insight[]> {
  return ofEvent(JSON.stringify({ id, startsAt, endsAt, timeZone, currency }));
}

/** The insights of all events of these organizers, at most half a minute old. */
export function recentOrganizerInsights(organizerIds: number[], period: Period): Promise<Insight[]> {
  return ofOrganizers(JSON.stringify({ organizerIds, period }));
}
