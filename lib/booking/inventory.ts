import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { bookingItems, bookings, events, ticketTypes, waitlistEntries } from "@/db/schema";
import { bookingExpired, waitlistOfferExpired, waitlistSeatsFreed } from "@/inngest/events";
import type { LockedEvent } from "./locked-event";
import { salesRefusal } from "./sales";

export type Items = { ticketTypeId: number; quantity: number }[];

/**
 * Moves the event's counters. Relative, so that even a writer without the row lock could not lose an update;
 * the CHECKs refuse what would go below zero.
 */
export async function moveSeats(
  locked: LockedEvent,
  delta: { available?: number; waitlist?: number; capacity?: number },
) {
  const { row } = locked;
  const { available = 0, waitlist = 0, capacity = 0 } = delta;
  await locked.tx
    .update(events)
    .set({
      availableTickets: sql`${events.availableTickets} + ${available}`,
      waitlistTickets: sql`${events.waitlistTickets} + ${waitlist}`,
      capacity: sql`${events.capacity} + ${capacity}`,
    })
    .where(eq(events.id, row.id));
  row.availableTickets += available;
  row.waitlistTickets += waitlist;
  row.capacity += capacity;
}

/** Adds (or, with -1, takes back) the items to what their ticket types have sold. */
export async function moveSold(locked: LockedEvent, items: Items, sign: 1 | -1) {
  for (const item of items) {
    await locked.tx
      .update(ticketTypes)
      .set({ sold: sql`${ticketTypes.sold} + ${sign * item.quantity}` })
      .where(eq(ticketTypes.id, item.ticketTypeId));
  }
}

/** Whether anybody but this user waits for the event. */
export async function anyoneWaiting(locked: LockedEvent, exceptUserId = 0) {
  const [entry] = await locked.tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.status, "waiting"),
        ne(waitlistEntries.userId, exceptUserId),
      ),
    )
    .limit(1);
  return entry !== undefined;
}

/**
 * What came free of a ticket type's quota goes to whoever waits for it before the public can take it: as many free
 * seats are owed to the waitlist until the next run has looked at them.
 */
export async function oweSeatsOfType(locked: LockedEvent, ticketTypeId: number, quantity: number) {
  const { row, tx, now } = locked;
  if (row.availableTickets + row.waitlistTickets === 0 || salesRefusal(row, now)) return;
  const [entry] = await tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, row.id),
        eq(waitlistEntries.status, "waiting"),
        or(isNull(waitlistEntries.ticketTypeId), eq(waitlistEntries.ticketTypeId, ticketTypeId)),
      ),
    )
    .limit(1);
  if (!entry) return;
  const owed = Math.min(quantity, row.availableTickets);
  if (owed > 0) await moveSeats(locked, { available: -owed, waitlist: owed });
  await locked.announce(waitlistSeatsFreed, { eventId: row.id });
}

/** Gives seats back: to the waitlist while anybody waits, so that the public cannot buy what it is owed. */
export async function freeSeats(locked: LockedEvent, seats: number, delta: { capacity?: number } = {}) {
  const owed = await anyoneWaiting(locked);
  await moveSeats(locked, { ...delta, ...(owed ? { waitlist: seats } : { available: seats }) });
  if (owed) await locked.announce(waitlistSeatsFreed, { eventId: locked.row.id });
}

export async function itemsOf(locked: LockedEvent, bookingIds: number[]): Promise<Items> {
  return locked.tx
    .select({ ticketTypeId: bookingItems.ticketTypeId, quantity: sql<number>`sum(${bookingItems.quantity})::int` })
    .from(bookingItems)
    .where(inArray(bookingItems.bookingId, bookingIds))
    .groupBy(bookingItems.ticketTypeId);
}

export type Hold = Pick<typeof bookings.$inferSelect, "id" | "userId" | "numberOfTickets" | "source">;

/** Ends holds whose time is up: seats free again, and a waitlist offer among them expires its entry. */
export async function lapse(locked: LockedEvent, holds: Hold[]) {
  if (holds.length === 0) return;
  const { tx, now } = locked;
  const ids = holds.map((hold) => hold.id);
  await tx.update(bookings).set({ status: "expired" }).where(inArray(bookings.id, ids));
  await moveSold(locked, await itemsOf(locked, ids), -1);
  const lapsedOffers = await tx
    .update(waitlistEntries)
    .set({ status: "expired", resolvedAt: now })
    .where(and(inArray(waitlistEntries.bookingId, ids), eq(waitlistEntries.status, "offered")))
    .returning({ id: waitlistEntries.id, bookingId: waitlistEntries.bookingId });
  for (const hold of holds) {
    await locked.audit("booking.expired", { actorId: null, bookingId: hold.id });
    await locked.announce(bookingExpired, { bookingId: hold.id });
  }
  for (const offer of lapsedOffers) {
    await locked.audit("waitlist.offer-expired", { actorId: null, bookingId: offer.bookingId ?? undefined });
    await locked.announce(waitlistOfferExpired, { entryId: offer.id });
  }
  await freeSeats(
    locked,
    holds.reduce((seats, hold) => seats + hold.numberOfTickets, 0),
  );
}

/** Ends every hold of the event that has run out, so that correctness never waits for a sweeper. */
export async function reclaimLapsedHolds(locked: LockedEvent) {
  const holds = await locked.tx
    .select({
      id: bookings.id,
      userId: bookings.userId,
      numberOfTickets: bookings.numberOfTickets,
      source: bookings.source,
    })
    .from(bookings)
    .where(
      and(eq(bookings.eventId, locked.row.id), eq(bookings.status, "pending"), lte(bookings.expiresAt, locked.now)),
    )
    .orderBy(asc(bookings.expiresAt));
  await lapse(locked, holds);
  return holds.length;
}
