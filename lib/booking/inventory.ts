import { and, eq, isNull, or } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import { waitlistOfferExpired, waitlistSeatsFreed } from "@/inngest/events";
import { type LoadedBooking, loadBookings, loadLapsedHolds } from "./loaded-booking";
import type { LockedEvent } from "./locked-event";
import { salesRefusal } from "./sales";

export type Items = { ticketTypeId: number; quantity: number }[];

type Delta = { available?: number; waitlist?: number; capacity?: number };

// What is called record… decides and writes nothing yet: many requests are recorded one after the other, and then
// written at once. The other functions write what they decide, for operations that have the event to themselves.

export function recordSeats({ row, pending }: LockedEvent, { available = 0, waitlist = 0, capacity = 0 }: Delta) {
  row.availableTickets += available;
  row.waitlistTickets += waitlist;
  row.capacity += capacity;
  pending.seats.available += available;
  pending.seats.waitlist += waitlist;
  pending.seats.capacity += capacity;
}

/** Moves the event's counters. The CHECKs refuse what would go below zero. */
export function moveSeats(locked: LockedEvent, delta: Delta) {
  recordSeats(locked, delta);
  return locked.save();
}

export function recordSold({ types, pending }: LockedEvent, items: Items, sign: 1 | -1) {
  for (const { ticketTypeId, quantity } of items) {
    pending.sold.set(ticketTypeId, (pending.sold.get(ticketTypeId) ?? 0) + sign * quantity);
    const type = types.find(({ id }) => id === ticketTypeId);
    if (type) type.sold += sign * quantity;
  }
}

/** Adds (or, with -1, takes back) the items to what their ticket types have sold. */
export function moveSold(locked: LockedEvent, items: Items, sign: 1 | -1) {
  recordSold(locked, items, sign);
  return locked.save();
}

/** Whether anybody waits for the event who may be served; or, with `all`, who may only be served once a type opens again. */
export async function anyoneWaiting(locked: LockedEvent, all: "all" | null = null) {
  const [entry] = await locked.tx
    .select({ id: waitlistEntries.id })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.status, "waiting"),
        all ? undefined : isNull(waitlistEntries.typeClosedAt),
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
  if (owed > 0) recordSeats(locked, { available: -owed, waitlist: owed });
  await locked.announce(waitlistSeatsFreed, { eventId: row.id });
}

/** Gives seats back: to the waitlist where it is owed them, so that the public cannot buy what it waits for. */
export function recordFreed(locked: LockedEvent, seats: number, isOwed: boolean, { capacity = 0 }: Delta = {}) {
  recordSeats(locked, { capacity, ...(isOwed ? { waitlist: seats } : { available: seats }) });
  if (isOwed) locked.recordAnnouncement(waitlistSeatsFreed, { eventId: locked.row.id });
}

export async function freeSeats(locked: LockedEvent, seats: number, delta: { capacity?: number } = {}) {
  recordFreed(locked, seats, await anyoneWaiting(locked), delta);
  await locked.save();
}

/** Ends holds whose time is up: seats free again, and a waitlist offer among them expires its entry. */
export function recordLapse(locked: LockedEvent, holds: LoadedBooking[], isOwed: boolean) {
  if (holds.length === 0) return;
  recordSeatsOfLapsed(locked, holds, isOwed);
  for (const hold of holds) recordEndOfLapsed(locked, hold);
}

/** What a hold that ran out held is free. Its owner is told nothing yet: they may get other seats in the same moment. */
export function recordSeatsOfLapsed(locked: LockedEvent, holds: LoadedBooking[], isOwed: boolean) {
  for (const hold of holds) {
    hold.status = "expired";
    locked.pending.outcomes.set(hold.id, hold);
    recordSold(locked, hold.items, -1);
  }
  const seats = holds.reduce((sum, hold) => sum + hold.numberOfTickets, 0);
  recordFreed(locked, seats, isOwed);
}

export function recordEndOfLapsed(locked: LockedEvent, hold: LoadedBooking) {
  locked.recordAudit("booking.expired", { actorId: null, bookingId: hold.id });
  const offer = openOffer(locked, hold);
  if (!offer) return;
  locked.pending.entries.set(offer.id, { status: "expired", bookingId: hold.id });
  locked.recordAudit("waitlist.offer-expired", { actorId: null, bookingId: hold.id });
  locked.recordAnnouncement(waitlistOfferExpired, { entryId: offer.id });
}

/** The place in line that this booking is the offer for, unless something was decided about it already. */
export function openOffer({ pending }: LockedEvent, { id, entry }: LoadedBooking) {
  return entry?.status === "offered" && entry.bookingId === id && !pending.entries.has(entry.id) ? entry : null;
}

/** Ends one hold whose time is up. */
export async function lapse(locked: LockedEvent, bookingId: number) {
  const holds = await loadBookings(locked.tx, locked.row.id, { ids: [bookingId], keys: [], activeOf: [] });
  recordLapse(locked, holds, await anyoneWaiting(locked));
  await locked.save();
}

/** Ends every hold of the event that has run out, so that correctness never waits for a sweeper. */
export async function reclaimLapsedHolds(locked: LockedEvent) {
  const holds = await loadLapsedHolds(locked);
  if (holds.length === 0) return 0;
  recordLapse(locked, holds, await anyoneWaiting(locked));
  await locked.save();
  return holds.length;
}
