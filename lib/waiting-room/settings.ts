import { and, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, ticketTypes, waitingRooms } from "@/db/schema";

export type RoomSettings = {
  eventId: number;
  slug: string;
  /** Enabled by the organizer. */
  isMarked: boolean;
  /** When the first ticket type goes on sale; null: from publication on. */
  opensAt: Date | null;
  /** Null: the rate of this installation. */
  admissionsPerMinute: number | null;
  isPaused: boolean;
};

const firstOpening = sql<Date | null>`(
  select nullif(min(coalesce(greatest(${events.salesStartAt}, ${ticketTypes.salesStartAt}), '-infinity')), '-infinity')
  from ${ticketTypes} where ${ticketTypes.eventId} = ${events.id}
)`.mapWith(events.salesStartAt);

/** The settings of an event's room; null for an unknown event and for a draft. */
export async function findRoomSettings(slug: string): Promise<RoomSettings | null> {
  const [settings] = await db
    .select({
      eventId: events.id,
      slug: events.slug,
      isMarked: events.waitingRoom,
      opensAt: firstOpening,
      admissionsPerMinute: waitingRooms.admissionsPerMinute,
      isPaused: sql<boolean>`coalesce(${waitingRooms.isPaused}, false)`,
    })
    .from(events)
    .leftJoin(waitingRooms, eq(waitingRooms.eventId, events.id))
    .where(and(eq(events.slug, slug), ne(events.status, "draft")));
  return settings ?? null;
}
