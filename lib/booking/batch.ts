import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { waitlistEntries } from "@/db/schema";
import type { LockTickets } from "./checked-in";
import { recordLapse, recordSeatsOfLapsed } from "./inventory";
import { type BookingRow, type LoadedBooking, loadBookings, loadLapsedHolds, type Sought } from "./loaded-booking";
import { type LockEvent, LockedEvent, readTicketTypes } from "./locked-event";
import { newBookingIds, type Wanted } from "./new-booking";
import { quotaLeft } from "./sales";
import { seatsRefusal } from "./seats-refusal";

/**
 * What one request has to know: of the booking it is about, perhaps with others of its owner, and whether somebody is
 * checked in on it; or of who asks for seats.
 */
export type Needs =
  | { bookingId: number; userId?: number; checkedIn?: boolean }
  | { userId: number; idempotencyKey: string; items: { ticketTypeCode: string; quantity: number }[] };

/**
 * An event under its row lock with all that a batch of requests has to know of it, in memory. Requests are decided on
 * it one after the other, each seeing what those before it did, and then written at once.
 */
export class Batch {
  private readonly bookings = new Map<number, LoadedBooking>();
  private readonly ofUser = new Map<number, LoadedBooking[]>();
  private readonly waiting: Set<number>;
  private readonly checkedIn: Set<number>;

  constructor(
    readonly locked: LockedEvent,
    read: { bookings: LoadedBooking[]; waiting: number[]; checkedIn: number[] },
    private readonly newIds: number[],
  ) {
    for (const booking of read.bookings) this.add(booking);
    this.waiting = new Set(read.waiting);
    this.checkedIn = new Set(read.checkedIn);
  }

  booking(id: number) {
    return this.bookings.get(id);
  }

  bookingsOf(userId: number): LoadedBooking[] {
    return this.ofUser.get(userId) ?? [];
  }

  add(booking: LoadedBooking) {
    if (this.bookings.has(booking.id)) return;
    this.bookings.set(booking.id, booking);
    this.ofUser.set(booking.userId, [...this.bookingsOf(booking.userId), booking]);
  }

  newId() {
    const id = this.newIds.pop();
    if (id === undefined) throw new Error("more bookings than requests");
    return id;
  }

  /** Whether anybody but this user waits for the event. */
  isAnyoneWaiting(exceptUserId = 0) {
    return this.waiting.size > (this.waiting.has(exceptUserId) ? 1 : 0);
  }

  /** Whether any of its tickets was let in; known where the request has said that it needs it. */
  isCheckedIn(bookingId: number) {
    return this.checkedIn.has(bookingId);
  }

  stopsWaiting(userId: number) {
    this.waiting.delete(userId);
  }

  lapse(holds: LoadedBooking[]) {
    recordLapse(this.locked, holds, this.isAnyoneWaiting());
  }

  /** The seats of a hold that ran out are free, before it is decided whether its owner gets others: see `recordEndOfLapsed`. */
  freeSeatsOf(hold: LoadedBooking) {
    recordSeatsOfLapsed(this.locked, [hold], this.isAnyoneWaiting());
  }

  /** Null where the public can take these seats now, after lapsed holds were reclaimed if that has to be. */
  seatsRefusal(wanted: Wanted) {
    const refusal = seatsRefusal(this.locked, wanted);
    if (!refusal) return null;
    const lapsed = [...this.bookings.values()].filter((booking) => isLapsed(booking, this.locked));
    this.lapse(lapsed);
    return lapsed.length > 0 ? seatsRefusal(this.locked, wanted) : refusal;
  }
}

export function isLapsed({ eventId, status, expiresAt }: BookingRow, { row, now }: Pick<LockedEvent, "row" | "now">) {
  return eventId === row.id && status === "pending" && expiresAt !== null && expiresAt <= now;
}

/**
 * Takes the event's row lock and reads what the requests need, in one round trip: the statements leave together, and
 * each sees what was committed when its turn came, which is after the lock was granted. Null: there is no such event.
 */
export async function openBatch(
  tx: Transaction,
  eventId: number,
  needs: Needs[],
  { lockEvent, lockTickets, now }: { lockEvent: LockEvent; lockTickets: LockTickets; now: () => Date },
): Promise<Batch | null> {
  const askers = needs.filter((need) => "items" in need);
  const sought: Sought = {
    ids: needs.flatMap((need) => ("bookingId" in need ? [need.bookingId] : [])),
    keys: askers,
    activeOf: needs.flatMap(({ userId }) => (userId === undefined ? [] : [userId])),
  };
  const cancelled = needs.flatMap((need) => ("bookingId" in need && need.checkedIn ? [need.bookingId] : []));
  const [row, checkedIn, types, bookings, waiting, newIds] = await Promise.all([
    lockEvent(tx, eventId),
    lockTickets(tx, cancelled),
    readTicketTypes(tx, eventId),
    loadBookings(tx, eventId, sought),
    // Each request ends the waiting of one person at most: with one more read than that, somebody still waits.
    readWaiting(tx, eventId, needs.length + 1),
    newBookingIds(tx, askers.length),
  ]);
  if (!row) return null;
  // The clock is read after the lock was granted: what ran out while the requests waited has run out.
  const locked = new LockedEvent(tx, row, now());
  locked.types = types;
  const late = bookings.filter((booking) => booking.status === "expired" || isLapsed(booking, locked));
  if (mayBeShort(locked, askers, late)) bookings.push(...(await loadLapsedHolds(locked)));
  return new Batch(locked, { bookings, waiting, checkedIn }, newIds);
}

type Asker = Extract<Needs, { items: unknown }>;

/** Whether everybody who asks, and all who confirm too late, could get what they ask for without another look. */
function mayBeShort({ row, types }: LockedEvent, askers: Asker[], late: LoadedBooking[]) {
  const asked = new Map<string, number>();
  let seats = 0;
  for (const { ticketTypeCode, quantity } of askers.flatMap((asker) => asker.items)) {
    asked.set(ticketTypeCode, (asked.get(ticketTypeCode) ?? 0) + quantity);
    seats += quantity;
  }
  for (const booking of late) seats += booking.numberOfTickets;
  return (
    seats > row.availableTickets ||
    types.some((type) => (asked.get(type.code) ?? 0) + lateSeats(late, type.id) > quotaLeft(type))
  );
}

function lateSeats(late: LoadedBooking[], typeId: number) {
  const items = late.flatMap((booking) => booking.items).filter((item) => item.ticketTypeId === typeId);
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

async function readWaiting(tx: Transaction, eventId: number, limit: number) {
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
