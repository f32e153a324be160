import "server-only";
import { and, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, events, users } from "@/db/schema";
import type { Membership } from "@/lib/access/memberships";
import { hasPermission } from "@/lib/access/permissions";
import { peopleQuery, searchQuery } from "@/lib/search/vector";

const MAX_EVENTS = 8;
const MAX_ATTENDEES = 8;
/** A first name alone can be that of half the world. */
const MAX_PEOPLE_SCANNED = 2_000;

export type PaletteResult = { kind: "event" | "attendee"; href: string; title: string; detail: string };

/** What the command palette finds for some words: my events, and people who booked them. Nothing for no words. */
export async function searchPalette(teams: Membership[], words: string): Promise<PaletteResult[]> {
  if (words === "") return [];
  const seesEvents = teams
    .filter(({ role }) => hasPermission(role, "events.view"))
    .map(({ organizerId }) => organizerId);
  const seesPeople = teams
    .filter(({ role }) => hasPermission(role, "attendees.view"))
    .map(({ organizerId }) => organizerId);
  const [foundEvents, foundPeople] = await Promise.all([findEvents(seesEvents, words), findPeople(seesPeople, words)]);
  return [
    ...foundEvents.map(({ slug, name, status, city }) => ({
      kind: "event" as const,
      href: status === "draft" ? `/organize/events/${slug}/edit` : `/organize/events/${slug}`,
      title: name || "Untitled event",
      detail: [status === "published" ? null : status, city].filter(Boolean).join(" · "),
    })),
    ...foundPeople.map(({ slug, reference, name, email, eventName }) => ({
      kind: "attendee" as const,
      href: `/organize/events/${slug}/attendees/${reference}`,
      title: name,
      detail: `${email} · ${eventName}`,
    })),
  ];
}

async function findEvents(organizerIds: number[], words: string) {
  if (organizerIds.length === 0) return [];
  return (
    db
      .select({ slug: events.slug, name: events.name, status: events.status, city: events.city })
      .from(events)
      .where(and(inArray(events.organizerId, organizerIds), sql`${events.search} @@ ${searchQuery(words)}::tsquery`))
      // What is next comes first, then what was last.
      .orderBy(desc(gt(events.endsAt, sql`now()`)), sql`abs(extract(epoch from ${events.startsAt} - now()))`)
      .limit(MAX_EVENTS)
  );
}

async function findPeople(organizerIds: number[], words: string) {
  if (organizerIds.length === 0) return [];
  const called = sql`${users.id} in (
    select id from users where search @@ ${peopleQuery(words)}::tsquery limit ${MAX_PEOPLE_SCANNED})`;
  return db
    .select({
      reference: bookings.reference,
      name: users.name,
      email: users.email,
      slug: events.slug,
      eventName: events.name,
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(and(inArray(events.organizerId, organizerIds), or(eq(bookings.reference, words.toUpperCase()), called)))
    .orderBy(desc(bookings.bookedAt), desc(bookings.id))
    .limit(MAX_ATTENDEES);
}
