import "server-only";
import { and, eq } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db/client";
import { events, organizerMembers, organizers } from "@/db/schema";

/** An event with the viewer's role in its team; null for people outside it. Read once per request. */
export const getEventForTeam = cache(async (slug: string, userId: number) => {
  const [found] = await db
    .select({
      role: organizerMembers.role,
      event: {
        id: events.id,
        organizerId: events.organizerId,
        organizerName: organizers.name,
        slug: events.slug,
        name: events.name,
        status: events.status,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        startsAtWall: events.startsAtWall,
        endsAtWall: events.endsAtWall,
        timeZone: events.timeZone,
        isZoneUnsettled: events.isZoneUnsettled,
        venue: events.venue,
        city: events.city,
        currency: events.currency,
        paymentMethod: events.paymentMethod,
        capacity: events.capacity,
        availableTickets: events.availableTickets,
        waitlistTickets: events.waitlistTickets,
        waitlistEnabled: events.waitlistEnabled,
        waitingRoom: events.waitingRoom,
        version: events.version,
      },
    })
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .innerJoin(
      organizerMembers,
      and(eq(organizerMembers.organizerId, events.organizerId), eq(organizerMembers.userId, userId)),
    )
    .where(eq(events.slug, slug));
  return found ?? null;
});

export type EventForTeam = NonNullable<Awaited<ReturnType<typeof getEventForTeam>>>["event"];
