import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { createShortCache } from "@/lib/cache/short-cache";
import { selfOpened } from "@/lib/waiting-room/self-opened";
import { firstOpening, roomStage } from "@/lib/waiting-room/stage";
import { eventSalesColumns, type SalesTicketTypeRow, ticketTypesOf } from "./rows";
import { type EventSales, eventLeft, eventState, ticketTypeLeft, ticketTypeState } from "./state";
import type { Availability } from "./types";

type Sellable = Omit<EventSales, "ticketTypes"> & {
  waitlistEnabled: boolean;
  waitingRoom: boolean;
  ticketTypes: SalesTicketTypeRow[];
};

/** `isRoomOpen`: whether its waiting room has opened by itself. */
export function availabilityOf(event: Sellable, now: Date, isRoomOpen = false): Availability {
  const ticketTypes = event.ticketTypes.map((type) => {
    const state = ticketTypeState(type, event, now);
    return { code: type.code, state, left: state === "on_sale" ? ticketTypeLeft(type, event) : 0 };
  });
  const selling = event.status === "published" && ticketTypes.some((type) => type.state !== "closed");
  const state = eventState(event, now);
  const anySoldOut = ticketTypes.some((type) => type.state === "sold_out");
  return {
    state,
    left: event.status === "published" ? eventLeft(event, now) : 0,
    waitlistOpen: event.waitlistEnabled && selling && anySoldOut,
    ticketTypes,
    room: roomStage({ hasRoom: event.waitingRoom || isRoomOpen, state, opensAt: firstOpening(event) }, now),
    at: now.toISOString(),
  };
}

/** Read from the database now; null for an unknown event and for a draft. */
export async function readAvailability(slug: string, queryable: Queryable = db, now = new Date()) {
  const [event] = await queryable
    .select(eventSalesColumns)
    .from(events)
    .where(and(eq(events.slug, slug), ne(events.status, "draft")));
  if (!event) return null;
  const ticketTypes = await ticketTypesOf(queryable, [event.id]);
  return availabilityOf({ ...event, ticketTypes }, now, selfOpened.isOpen(event.id));
}

/**
 * At most one read per event and second in this process, however many pages poll: a thousand viewers of one
 * event cost the database as much as one.
 */
export const currentAvailability = createShortCache({
  lifetimeMs: 1_000,
  maxEntries: 2_000,
  load: (slug: string) => readAvailability(slug),
});
