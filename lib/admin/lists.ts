import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { events, organizers, users } from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { pageByOpaqueId, pageQuerySchema, parsePageCursor } from "@/lib/paging/keyset";
import { peopleQuery, searchQuery } from "@/lib/search/vector";
import { typedText } from "@/lib/text/typed-text";

const PAGE_SIZE = 50;

const searchText = typedText().max(100).optional().catch(undefined);

export const userSearchSchema = pageQuerySchema.extend({
  q: searchText,
  show: z.enum(["all", "closed", "superusers"]).catch("all"),
});
export const eventSearchSchema = pageQuerySchema.extend({
  q: searchText,
  show: z.enum(["all", "draft", "published", "cancelled"]).catch("all"),
});

/** Users, newest first. */
export async function listUsers(search: z.output<typeof userSearchSchema>, viewerId: number) {
  const cursor = parsePageCursor(search, "user");
  const found = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isActive: users.isActive,
      isSuperuser: users.isSuperuser,
      isProved: sql<boolean>`${users.emailVerifiedAt} is not null`,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(
      and(
        search.q ? sql`${users.search} @@ ${peopleQuery(search.q)}::tsquery` : undefined,
        search.show === "closed" ? eq(users.isActive, false) : undefined,
        search.show === "superusers" ? eq(users.isSuperuser, true) : undefined,
        cursor ? sql`${users.id} ${cursor.backwards ? sql`>` : sql`<`} ${cursor.id}` : undefined,
      ),
    )
    .orderBy(cursor?.backwards ? asc(users.id) : desc(users.id))
    .limit(PAGE_SIZE + 1);
  const { rows, ...cursors } = pageByOpaqueId(found, cursor, PAGE_SIZE, "user");
  return {
    ...cursors,
    users: rows.map(({ id, ...user }) => ({ ...user, user: encodeOpaqueId(id, "user"), isViewer: id === viewerId })),
  };
}

export type AdminUser = Awaited<ReturnType<typeof listUsers>>["users"][number];

/** Every organizer's events, newest first. */
export async function listEvents(search: z.output<typeof eventSearchSchema>) {
  const cursor = parsePageCursor(search, "event");
  const found = await db
    .select({
      id: events.id,
      slug: events.slug,
      name: events.name,
      status: events.status,
      startsAt: events.startsAt,
      timeZone: events.timeZone,
      city: events.city,
      capacity: events.capacity,
      taken: sql<number>`${events.capacity} - ${events.availableTickets} - ${events.waitlistTickets}`,
      organizer: organizers.name,
      organizerSlug: organizers.slug,
    })
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(
      and(
        search.q ? sql`${events.search} @@ ${searchQuery(search.q)}::tsquery` : undefined,
        search.show === "all" ? undefined : eq(events.status, search.show),
        cursor ? sql`${events.id} ${cursor.backwards ? sql`>` : sql`<`} ${cursor.id}` : undefined,
      ),
    )
    .orderBy(cursor?.backwards ? asc(events.id) : desc(events.id))
    .limit(PAGE_SIZE + 1);
  const { rows, ...cursors } = pageByOpaqueId(found, cursor, PAGE_SIZE, "event");
  return { ...cursors, events: rows.map(({ id: _, ...event }) => event) };
}

export type AdminEvent = Awaited<ReturnType<typeof listEvents>>["events"][number];
