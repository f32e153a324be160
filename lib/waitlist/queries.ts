import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, ticketTypes, waitlistEntries } from "@/db/schema";
import { sellsUntilColumn } from "@/lib/events/columns";
import { coverColumn } from "@/lib/media/cover-column";
import { positionColumn } from "./waiting-entries";

const waitlistEntryColumns = {
  position: positionColumn,
  quantity: waitlistEntries.quantity,
  acceptFewer: waitlistEntries.acceptFewer,
  ticketTypeName: ticketTypes.name,
  /** The ticket type is no longer sold, and the user is asked what to do. */
  isTypeClosed: sql<boolean>`(${waitlistEntries.typeClosedAt} is not null or coalesce(${ticketTypes.salesEndAt} <= now(), false))`,
};

/** A user's waiting entry for one event, if any. */
export async function findMyWaitlistEntry(eventId: number, userId: number) {
  const [entry] = await db
    .select(waitlistEntryColumns)
    .from(waitlistEntries)
    .leftJoin(ticketTypes, eq(ticketTypes.id, waitlistEntries.ticketTypeId))
    .where(
      and(
        eq(waitlistEntries.eventId, eventId),
        eq(waitlistEntries.userId, userId),
        eq(waitlistEntries.status, "waiting"),
      ),
    );
  return entry ?? null;
}

/** A user's waiting entries for events on sale, soonest first. */
export function listMyWaitlistEntries(userId: number, now = new Date()) {
  return db
    .select({
      ...waitlistEntryColumns,
      joinedAt: waitlistEntries.joinedAt,
      event: {
        slug: events.slug,
        name: events.name,
        coverImage: coverColumn,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        timeZone: events.timeZone,
        venue: events.venue,
        city: events.city,
      },
    })
    .from(waitlistEntries)
    .innerJoin(events, eq(events.id, waitlistEntries.eventId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, waitlistEntries.ticketTypeId))
    .where(
      and(
        eq(waitlistEntries.userId, userId),
        eq(waitlistEntries.status, "waiting"),
        eq(events.status, "published"),
        gt(sellsUntilColumn, now.toISOString()),
      ),
    )
    .orderBy(asc(events.startsAt), asc(waitlistEntries.id))
    .limit(100);
}
