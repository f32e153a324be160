import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayParameter } from "@/db/prepared-statements";
import { bookingItems, bookings, events, tickets, ticketTypes, waitlistEntries } from "@/db/schema";
import type { LoadedPayment } from "./load-payments";

const eventColumns = {
  id: events.id,
  slug: events.slug,
  organizerId: events.organizerId,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  salesStartAt: events.salesStartAt,
  salesEndAt: events.salesEndAt,
  currency: events.currency,
  capacity: events.capacity,
  availableTickets: events.availableTickets,
  waitlistTickets: events.waitlistTickets,
  maxTicketsPerBooking: events.maxTicketsPerBooking,
  holdMinutes: events.holdMinutes,
  cancellationCutoffHours: events.cancellationCutoffHours,
  waitlistEnabled: events.waitlistEnabled,
  paymentMethod: events.paymentMethod,
  paymentMinutes: events.paymentMinutes,
};

export type EventRow = { [K in keyof typeof eventColumns]: (typeof events.$inferSelect)[K] };
export type TicketTypeRow = typeof ticketTypes.$inferSelect;
export type BookingRow = typeof bookings.$inferSelect;

/** Seats by ticket type id. */
export type TicketTypeQuantities = { ticketTypeId: number; quantity: number }[];

/** A booking with the data that ending or confirming it needs. */
export type LoadedBooking = BookingRow & {
  items: TicketTypeQuantities;
  /** Of an expired offer: its waitlist entry, which is expired too. */
  expiredEntryId: number | null;
};

/** An open waitlist entry. */
export type OpenWaitlistEntry = {
  id: number;
  userId: number;
  status: "waiting" | "offered";
  bookingId: number | null;
  /** 1 for the next to be served, as of the row lock; null where it was not requested, or the entry no longer waits. */
  position: number | null;
};

/** The data that one request needs under the row lock. */
export type BatchRequest = {
  bookingId?: number;
  /** Also reads the user's active booking of the event. */
  userId?: number;
  /** With `userId`: reads the booking that was made with this key, of any event. */
  idempotencyKey?: string;
  /** The requested seats. */
  items?: { ticketTypeCode: string; quantity: number }[];
  /** Also reads whether a ticket of the booking is checked in. */
  checkedIn?: boolean;
  /** With `userId`: reads the user's waitlist entry with its position, and the length of the waitlist. */
  waitlist?: "join" | "leave";
  /** With `bookingId`: reads the booking's payments. `add`: may add one. */
  payments?: "read" | "add";
};

export type LockEvent = (tx: Transaction, eventId: number) => Promise<EventRow | undefined>;

/**
 * Takes the event's row lock: until the commit, no other transaction decides about its seats. Everything that decisions
 * depend on (active bookings, seats left, waitlist) is read after this, under READ COMMITTED.
 * NO KEY UPDATE conflicts with itself, with UPDATE and with FOR UPDATE, but not with foreign key checks: inserting a scan
 * or an email that refers to the event does not wait for a batch.
 */
export const lockEventRow: LockEvent = async (tx, eventId) => {
  const locking = tx
    .select(eventColumns)
    .from(events)
    .where(eq(events.id, eventId))
    .for("no key update")
    .prepare("lock_event");
  const [event] = await locking.execute();
  return event;
};

export type LockTickets = (tx: Transaction, bookingIds: number[]) => Promise<number[]>;

/**
 * Which of these bookings have a checked-in ticket. Their tickets are locked until the commit, as check-in does not take
 * the event's lock: this waits for a scan in progress, and a later scan sees the ticket's new status.
 */
export const lockTickets: LockTickets = async (tx, bookingIds) => {
  if (bookingIds.length === 0) return [];
  const rows = await tx
    .select({ bookingId: tickets.bookingId, checkedInAt: tickets.checkedInAt })
    .from(tickets)
    .where(sql`${tickets.bookingId} = any (${arrayParameter(bookingIds, "bigint", (id) => id)})`)
    .orderBy(tickets.id)
    .for("no key update")
    .prepare("lock_tickets")
    .execute();
  return rows.flatMap(({ bookingId, checkedInAt }) => (checkedInAt ? [bookingId] : []));
};

export function readTicketTypes(tx: Transaction, eventId: number): Promise<TicketTypeRow[]> {
  return tx
    .select()
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(ticketTypes.position, ticketTypes.id)
    .prepare("ticket_types")
    .execute();
}

/** Bookings, and the open waitlist entries of their owners. */
export type LoadedBookings = { bookings: LoadedBooking[]; entries: OpenWaitlistEntry[] };

/** The bookings of the requests: by id, by idempotency key, and the users' active ones. */
export function loadBookings(tx: Transaction, eventId: number, needs: BatchRequest[]): Promise<LoadedBookings> {
  const ids = needs.flatMap(({ bookingId }) => bookingId ?? []);
  const userIds = needs.flatMap(({ userId }) => userId ?? []);
  const keys = needs.flatMap(({ userId, idempotencyKey: key }) => (userId && key ? [{ userId, key }] : []));
  // Lateral, so that each is one lookup in a unique index, whatever the planner estimates of the event's size.
  const which = sql`
    select id from unnest(${arrayParameter(ids, "bigint", (id) => id)}) as named (id)
    union
    select b.id from unnest(${arrayParameter(keys, "bigint", ({ userId }) => userId)}, ${arrayParameter(keys, "text", ({ key }) => key)})
      as made (user_id, key), lateral (
      select id from bookings where user_id = made.user_id and idempotency_key = made.key limit 1) b
    union
    select b.id from unnest(${arrayParameter(userIds, "bigint", (id) => id)}) as person (user_id), lateral (
      select id from bookings
      where event_id = ${eventId} and user_id = person.user_id and status in ('pending', 'confirmed') limit 1) b`;
  return loadWhere(tx, eventId, "bookings_of_batch", which);
}

/** The event's overdue holds: past their time, not yet expired, and not being paid for. */
export function loadOverdueHolds(tx: Transaction, eventId: number, now: Date): Promise<LoadedBookings> {
  const which = sql`
    select id from bookings
    where event_id = ${eventId} and status = 'pending' and not is_paying
      and expires_at <= ${now.toISOString()}::timestamptz`;
  return loadWhere(tx, eventId, "overdue_holds", which);
}

async function loadWhere(tx: Transaction, eventId: number, name: string, which: SQL): Promise<LoadedBookings> {
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
  const entries: OpenWaitlistEntry[] = [];
  for (const { booking, item, entry, expiredEntryId } of rows) {
    const known = loaded.get(booking.id);
    if (known) known.items.push(item);
    else loaded.set(booking.id, { ...booking, items: [item], expiredEntryId });
    if (known || booking.eventId !== eventId) continue;
    if (entry?.status === "waiting" || entry?.status === "offered") {
      entries.push({ ...entry, status: entry.status, userId: booking.userId, position: null });
    }
  }
  return { bookings: [...loaded.values()], entries };
}

/** Up to `limit` users who wait for the event and may be served. */
export async function readWaitingUserIds(tx: Transaction, eventId: number, limit: number): Promise<number[]> {
  const rows = await tx
    .select({ userId: waitlistEntries.userId })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, eventId),
        eq(waitlistEntries.status, "waiting"),
        isNull(waitlistEntries.typeClosedAt),
      ),
    )
    .limit(limit)
    .prepare("waiting")
    .execute();
  return rows.map((row) => row.userId);
}

/**
 * Waiting entries with their positions: 1 for the next to be served. Ordered by when they joined, then by id. `which`
 * selects the events.
 */
export const waitlistPositions = (which: SQL) => sql`(
  select id, row_number() over (partition by event_id order by joined_at, id)::int as place
  from waitlist_entries where status = 'waiting' and ${which})`;

/** The length of an event's waitlist, and the open entries of some users with their positions. */
export type WaitlistState = { length: number; entries: OpenWaitlistEntry[] };

export async function readWaitlist(tx: Transaction, eventId: number, needs: BatchRequest[]): Promise<WaitlistState> {
  // Positions of all these users, as those behind move up when one stops waiting.
  const userIds = needs.some(({ waitlist }) => waitlist) ? needs.flatMap(({ userId }) => userId ?? []) : [];
  if (userIds.length === 0) return { length: 0, entries: [] };
  const open = sql`event_id = ${eventId} and user_id = any (${arrayParameter(userIds, "bigint", (id) => id)})`;
  const [[line], entries] = await Promise.all([
    tx
      .select({ length: sql<number>`count(*)::int` })
      .from(waitlistEntries)
      .where(and(eq(waitlistEntries.eventId, eventId), eq(waitlistEntries.status, "waiting")))
      .prepare("line_length")
      .execute(),
    // Positions are counted once for all requests, and only if one of the users waits.
    tx
      .select({
        id: sql`own.id`.mapWith(Number),
        userId: sql`own.user_id`.mapWith(Number),
        status: sql<OpenWaitlistEntry["status"]>`own.status`,
        bookingId: sql<number | null>`own.booking_id`.mapWith(Number),
        position: sql<number | null>`line.place`.mapWith(Number),
      })
      .from(
        sql`(select * from waitlist_entries where ${open} and status in ('waiting', 'offered')) own
        left join ${waitlistPositions(
          sql`event_id = ${eventId} and exists (select from waitlist_entries where ${open} and status = 'waiting')`,
        )} line on line.id = own.id`,
      )
      .prepare("places_in_line")
      .execute(),
  ]);
  return { length: line?.length ?? 0, entries };
}

const sequences = {
  bookings: "bookings_id_seq",
  waitlistEntries: "waitlist_entries_id_seq",
  payments: "payments_id_seq",
};

/** Ids for rows that may be inserted, so that dependent rows can be written at the same time; the lowest last. */
export async function allocateIds(tx: Transaction, of: keyof typeof sequences, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx
    .select({ id: sql`nextval(${sql.raw(`'${sequences[of]}'`)})`.mapWith(Number) })
    .from(sql`generate_series(1, ${count}::int)`)
    .prepare(`ids_of_${of}`)
    .execute();
  return rows.map((row) => row.id).reverse();
}

/** The data that was read under the row lock. */
export type LoadedEventData = {
  types: TicketTypeRow[];
  bookings: LoadedBooking[];
  entries: OpenWaitlistEntry[];
  waitlistLength: number;
  /** Users who wait and may be served: all, or more than can be served under this lock. */
  waiting: number[];
  /** Of the requested bookings, those with a checked-in ticket. */
  checkedIn: number[];
  /** Of the bookings whose request asked for them. */
  payments: LoadedPayment[];
  /** Ids for new rows, the lowest last. */
  ids: { bookings: number[]; entries: number[]; payments: number[] };
};

/** Takes an allocated id for a new row. */
export function takeId(ids: number[]): number {
  const id = ids.pop();
  if (id === undefined) throw new Error("more new rows than requests");
  return id;
}
