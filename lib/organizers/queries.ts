import "server-only";
import { and, asc, desc, eq, gt, lte, ne, not, type SQL } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { eventSummaryColumns, isRunningAt } from "@/lib/events/columns";
import { readSummaries } from "@/lib/events/summary";
import { EVENTS_TAG, organizerTag } from "@/lib/events/tags";
import type { OrganizerProfile } from "./types";

const MAX_SHOWN_EVENTS = 24;

/** An organizer's public profile, with the next and the latest events. */
export async function getOrganizer(slug: string): Promise<OrganizerProfile | null> {
  "use cache";
  cacheTag(organizerTag(slug), EVENTS_TAG);
  cacheLife({ stale: 60, revalidate: 60, expire: 3_600 });

  const [organizer] = await db.select().from(organizers).where(eq(organizers.slug, slug));
  if (!organizer) return null;

  const now = new Date();
  const ofOrganizer = eq(events.organizerId, organizer.id);
  const read = (condition: SQL | undefined) =>
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(and(ofOrganizer, condition))
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(MAX_SHOWN_EVENTS);
  const [running, next, past] = await Promise.all([
    read(isRunningAt(now)),
    read(and(eq(events.status, "published"), gt(events.startsAt, now))),
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(and(ofOrganizer, ne(events.status, "draft"), lte(events.startsAt, now), not(isRunningAt(now))))
      .orderBy(desc(events.startsAt), desc(events.id))
      .limit(MAX_SHOWN_EVENTS),
  ]);
  const upcoming = [...running, ...next].slice(0, MAX_SHOWN_EVENTS);
  const summaries = await readSummaries(db, [...upcoming, ...past], now);
  const { name, about, city, website } = organizer;
  return {
    slug,
    name,
    about,
    city,
    website,
    upcoming: summaries.slice(0, upcoming.length),
    past: summaries.slice(upcoming.length),
  };
}

export async function listOrganizerSlugs(limit: number): Promise<string[]> {
  const rows = await db.select({ slug: organizers.slug }).from(organizers).orderBy(asc(organizers.id)).limit(limit);
  return rows.map((row) => row.slug);
}
