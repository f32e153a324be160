import { subDays } from "date-fns";
import type { Transaction } from "@/db/connect";
import { events, organizerMembers, organizers as organizersTable, ticketTypes } from "@/db/schema";
import { newTicketTypeCode } from "@/lib/inventory/codes";
import { eventSearchColumns } from "@/lib/search/vector";
import { wallClocksOf, wallClocksOfSales } from "@/lib/time/stored-wall-clocks";
import { cities } from "./cities";
import { type DemoEvent, demoEvents } from "./demo-events";
import { markdown } from "./event-spec";
import { organizers } from "./organizers";
import { type Moment, resolveMoment, resolveSlot } from "./schedule";

/** Events are announced this many days before they happen, and at the latest this many days ago. */
const ANNOUNCED_DAYS_AHEAD = 30;

type Team = Record<"organizer" | "manager" | "door", { id: number }>;

/** The four organizers, with one team. Returns their ids by slug. */
export async function insertOrganizers(tx: Transaction, team: Team, now: Date): Promise<Map<string, number>> {
  const rows = await tx
    .insert(organizersTable)
    .values(organizers.map((organizer) => ({ ...organizer, createdAt: subDays(now, 400) })))
    .returning({ id: organizersTable.id, slug: organizersTable.slug });
  await tx.insert(organizerMembers).values(
    rows.flatMap(({ id: organizerId }) => [
      { organizerId, userId: team.organizer.id, role: "owner" as const },
      { organizerId, userId: team.manager.id, role: "manager" as const },
      { organizerId, userId: team.door.id, role: "door_staff" as const },
    ]),
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

function eventRow(event: DemoEvent, organizerIds: Map<string, number>, now: Date): typeof events.$inferInsert {
  const place = cities[event.city];
  const { startsAt, endsAt } = resolveSlot(event.when, place.timeZone, now);
  const instant = (moment?: Moment) => moment && resolveMoment(moment, startsAt, place.timeZone, now);
  const window = { salesStartAt: instant(event.opens), salesEndAt: instant(event.closes) };
  const organizerId = organizerIds.get(event.organizer);
  if (organizerId === undefined) throw new Error(`no organizer ${event.organizer}`);
  const announcedAt = subDays(startsAt < now ? startsAt : now, ANNOUNCED_DAYS_AHEAD);
  return {
    organizerId,
    slug: event.slug,
    name: event.name,
    summary: event.summary,
    description: markdown(event.description),
    ...eventSearchColumns(event),
    category: event.category,
    startsAt,
    endsAt,
    ...wallClocksOf({ startsAt, endsAt, ...window, timeZone: place.timeZone }),
    ...place,
    venue: event.venue,
    address: event.address,
    city: event.city,
    isFeatured: event.featured ?? false,
    status: event.status ?? "published",
    capacity: event.capacity,
    availableTickets: event.capacity,
    ...window,
    maxTicketsPerBooking: event.maxPerBooking,
    holdMinutes: event.holdMinutes,
    cancellationCutoffHours: event.cutoffHours,
    paymentMethod: event.paysOnline ? "online" : "venue",
    createdAt: announcedAt,
    updatedAt: announcedAt,
  };
}

/** Every demo event and its ticket types, with nothing sold yet. */
export async function insertEvents(tx: Transaction, organizerIds: Map<string, number>, now: Date) {
  const inserted = await tx
    .insert(events)
    .values(demoEvents.map((event) => eventRow(event, organizerIds, now)))
    .returning();
  const bySlug = new Map(inserted.map((row) => [row.slug, row]));
  const typeRows = demoEvents.flatMap((event) => {
    const row = bySlug.get(event.slug);
    if (!row) throw new Error(`${event.slug} was not inserted`);
    const instant = (moment?: Moment) => moment && resolveMoment(moment, row.startsAt, row.timeZone, now);
    return event.ticketTypes.map(({ name, description, price, quota, opens, closes }, position) => {
      const window = { salesStartAt: instant(opens), salesEndAt: instant(closes) };
      const code = newTicketTypeCode();
      const clocks = wallClocksOfSales(window, row.timeZone);
      return { eventId: row.id, code, name, description, price, quota, position, ...window, ...clocks };
    });
  });
  const types = await tx.insert(ticketTypes).values(typeRows).returning();
  return inserted.map((row) => ({ ...row, ticketTypes: types.filter((type) => type.eventId === row.id) }));
}

export type InsertedEvent = Awaited<ReturnType<typeof insertEvents>>[number];
