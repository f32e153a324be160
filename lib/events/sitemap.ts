import "server-only";
import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { EVENTS_TAG } from "./tags";

/** Events per file; the format allows 50,000 addresses. */
const PART_SIZE = 10_000;

export type SitemapEntry = { path: string; changedAt?: string };

/** The number of files with events. Each has a range of ids, so that an event stays in its file. */
export async function countSitemapParts(): Promise<number> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife("hours");
  const [row] = await db.select({ last: sql<number>`coalesce(max(${events.id}), 0)::int` }).from(events);
  return Math.ceil(((row?.last ?? 0) + 1) / PART_SIZE);
}

export async function eventSitemapPart(part: number): Promise<SitemapEntry[]> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife("hours");
  const rows = await db
    .select({ slug: events.slug, updatedAt: events.updatedAt })
    .from(events)
    .where(and(eq(events.status, "published"), gte(events.id, part * PART_SIZE), lt(events.id, (part + 1) * PART_SIZE)))
    .orderBy(asc(events.id));
  return rows.map((row) => ({ path: `/events/${row.slug}`, changedAt: row.updatedAt.toISOString() }));
}

/** All pages but those of events. */
export async function pagesSitemap(): Promise<SitemapEntry[]> {
  "use cache";
  cacheTag(EVENTS_TAG);
  cacheLife("hours");
  const rows = await db.select({ slug: organizers.slug }).from(organizers).orderBy(asc(organizers.id)).limit(PART_SIZE);
  return [{ path: "/" }, { path: "/events" }, ...rows.map((row) => ({ path: `/organizers/${row.slug}` }))];
}
