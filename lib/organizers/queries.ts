import "server-only";
import { and, asc, desc, eq, gt, lte, ne } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { eventSummaryColumns } from "@/lib/events/rows";
import { summariesOf } from "@/lib/events/summary";
import type { OrganizerProfile } from "./types";

const SHOWN = 24;

/** An organizer as the public sees it, with the next and the latest events. */
export async function getOrganizer(slug: string): Promise<OrganizerProfile | null> {
  "use cache";
  cacheTag(`organizer:${slug}`, "events");
  cacheLife({ stale: 300, revalidate: 300, expire: 86_400 });

  const [organizer] = await db.select().from(organizers).where(eq(organizers.slug, slug));
  if (!organizer) return null;

  const now = new Date();
  const [upcoming, past] = await Promise.all([
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(and(eq(events.organizerId, organizer.id), eq(events.status, "published"), gt(events.startsAt, now)))
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(SHOWN),
    db
      .select(eventSummaryColumns)
      .from(events)
      .where(and(eq(events.organizerId, organizer.id), ne(events.status, "draft"), lte(events.startsAt, now)))
      .orderBy(desc(events.startsAt), desc(events.id))
      .limit(SHOWN),
  ]);
  const summaries = await summariesOf(db, [...upcoming, ...past], now);
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
