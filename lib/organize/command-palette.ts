import "server-only";
import { and, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, events, users } from "@/db/schema";
import type { Membership } from "@/lib/access/memberships";
import { hasPermission } from "@/lib/access/permissions";
import { peopleQuery, searchQuery } from "@/lib/search/vector";
import { eventLabels } from "@/texts/organizer";

const MAX_EVENTS = 8;
const MAX_ATTENDEES = 8;
/** A first name alone can match very many people. */
const MAX_PEOPLE_SCANNED = 2_000;

export type PaletteResult = { kind: "event" | "attendee"; href: string; title: string; detail: string };

/** The events of the teams, and people who booked them. Nothing without terms. */
export async function searchPalette(teams: Membership[], terms: string): Promise<PaletteResult[]> {
  if (terms === "") return [];
  const seesEvents = teams
    .filter(({ role }) => hasPermission(role, "events.view"))
    .map(({ organizerId }) => organizerId);
  const seesPeople = teams
    .filter(({ role }) => hasPermission(role, "attendees.view"))
    .map(({ organizerId }) => organizerId);
  const [foundEvents, foundPeople] = await Promise.all([findEvents(seesEvents, terms), findPeople(seesPeople, terms)]);
  return [
    ...foundEvents.map(({ slug, name, status, city }) => ({
      kind: "event" as const,
      href: status === "draft" ? `/organize/events/${slug}/edit` : `/organize/events/${slug}`,
      title: name || eventLabels.untitled,
      detail: [status === "published" ? null : eventLabels.statuses[status], city].filter(Boolean).join(" · "),
    })),
    ...foundPeople.map(({ slug, reference, name, email, eventName }) => ({
      kind: "attendee" as const,
      href: `/organize/events/${slug}/attendees/${reference}`,
      title: name,
      detail: `${email} · ${eventName}`,
    })),
  ];
}

async function findEvents(organizerIds: number[], terms: string) {
  if (organizerIds.length === 0) return [];
  return (
    db
      .select({ slug: events.slug, name: events.name, status: events.status, city: events.city })
      .from(events)
      .where(and(inArray(events.organizerId, organizerIds), sql`${events.search} @@ ${searchQuery(terms)}::tsquery`))
      // Upcoming events first, the next at the top; then past ones, the latest first.
      .orderBy(desc(gt(events.endsAt, sql`now()`)), sql`abs(extract(epoch from ${events.startsAt} - now()))`)
      .limit(MAX_EVENTS)
  );
}

async function findPeople(organizerIds: number[], terms: string) {
  if (organizerIds.length === 0) return [];
  const nameMatches = sql`${users.id} in (
    select id from users where search @@ ${peopleQuery(terms)}::tsquery limit ${MAX_PEOPLE_SCANNED})`;
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
    .where(and(inArray(events.organizerId, organizerIds), or(eq(bookings.reference, terms.toUpperCase()), nameMatches)))
    .orderBy(desc(bookings.bookedAt), desc(bookings.id))
    .limit(MAX_ATTENDEES);
}
