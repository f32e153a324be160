import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayOf } from "@/db/prepared";
import { bookingItems, bookings, waitlistEntries } from "@/db/schema";
import type { Items } from "./inventory";
import type { LockedEvent } from "./locked-event";

export type BookingRow = typeof bookings.$inferSelect;

type OpenEntry = { id: number; status: "waiting" | "offered"; bookingId: number | null };

/** A booking with all that ending or confirming it has to look at. */
export type LoadedBooking = BookingRow & {
  items: Items;
  /** Its owner's place in the event's line, while it is open. */
  entry: OpenEntry | null;
  /** Of an expired booking: the place in line that it was the offer for, which is expired, too. */
  expiredEntryId: number | null;
};

/** Bookings by their ids, by whom and with which key they were made, and the active ones of some users. */
export type Sought = { ids: number[]; keys: { userId: number; idempotencyKey: string }[]; activeOf: number[] };

export function loadBookings(
  tx: Transaction,
  eventId: number,
  { ids, keys, activeOf }: Sought,
): Promise<LoadedBooking[]> {
  const keyUsers = arrayOf(keys, "bigint", (key) => key.userId);
  const keyTexts = arrayOf(keys, "text", (key) => key.idempotencyKey);
  // Lateral, so that each is one look into a unique index, whatever the planner believes of the event's size.
  const which = sql`
    select id from unnest(${arrayOf(ids, "bigint", (id) => id)}) as named (id)
    union
    select b.id from unnest(${keyUsers}, ${keyTexts}) as made (user_id, key), lateral (
      select id from bookings where user_id = made.user_id and idempotency_key = made.key limit 1) b
    union
    select b.id from unnest(${arrayOf(activeOf, "bigint", (id) => id)}) as person (user_id), lateral (
      select id from bookings
      where event_id = ${eventId} and user_id = person.user_id and status in ('pending', 'confirmed') limit 1) b`;
  return load(tx, "bookings_of_batch", which);
}

/** The event's holds whose time is up. */
export function loadLapsedHolds({ tx, row, now }: LockedEvent): Promise<LoadedBooking[]> {
  const which = sql`
    select id from bookings
    where event_id = ${row.id} and status = 'pending' and expires_at <= ${now.toISOString()}::timestamptz`;
  return load(tx, "lapsed_holds", which);
}

async function load(tx: Transaction, name: string, which: SQL): Promise<LoadedBooking[]> {
  const rows = await tx
    .select({
      booking: bookings,
      item: { ticketTypeId: bookingItems.ticketTypeId, quantity: bookingItems.quantity },
      expiredEntryId: sql<
        number | null
      >`case when ${bookings.status} = 'expired' and ${bookings.source} = 'waitlist' then (
        select offer.id from waitlist_entries offer where offer.booking_id = ${bookings.id} and offer.status = 'expired'
        limit 1) end`.mapWith(Number),
      entry: { id: waitlistEntries.id, status: waitlistEntries.status, bookingId: waitlistEntries.bookingId },
    })
    .from(bookings)
    .innerJoin(bookingItems, eq(bookingItems.bookingId, bookings.id))
    .leftJoin(
      waitlistEntries,
      and(
        eq(waitlistEntries.eventId, bookings.eventId),
        eq(waitlistEntries.userId, bookings.userId),
        inArray(waitlistEntries.status, ["waiting", "offered"]),
      ),
    )
    .where(sql`${bookings.id} in (${which})`)
    .orderBy(bookings.expiresAt, bookings.id)
    .prepare(name)
    .execute();

  const loaded = new Map<number, LoadedBooking>();
  for (const { booking, item, entry, expiredEntryId } of rows) {
    const known = loaded.get(booking.id);
    if (known) known.items.push(item);
    else loaded.set(booking.id, { ...booking, items: [item], entry: openEntry(entry), expiredEntryId });
  }
  return [...loaded.values()];
}

function openEntry(entry: { id: number; status: string; bookingId: number | null } | null): OpenEntry | null {
  if (entry?.status !== "waiting" && entry?.status !== "offered") return null;
  return { id: entry.id, status: entry.status, bookingId: entry.bookingId };
}
