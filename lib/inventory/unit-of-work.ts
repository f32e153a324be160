import { and, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { waitlistEntries } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { type Announcement, waitlistOfferExpired, waitlistSeatsFreed } from "@/inngest/events";
import { type AnnouncementData, newOutboxId } from "@/lib/outbox/outbox";
import { newReference, newTicketCode } from "./codes";
import {
  allocateIds,
  type BatchRequest,
  type BookingRow,
  type EventRow,
  type LoadedBooking,
  loadBookings,
  type OpenWaitlistEntry,
  readWaitlist,
  type TicketTypeQuantities,
  type TicketTypeRow,
} from "./load";
import { PendingWrites } from "./pending-writes";
import type { BookingSummary, SeatsRefusal } from "./results";
import { quotaLeft, salesRefusal } from "./sales";

/** How many seats of each ticket type. */
export type SeatsByType = Map<Readonly<TicketTypeRow>, number>;

type Booking = Readonly<LoadedBooking>;

/** What was read under the row lock. */
export type LoadedEventData = {
  types: TicketTypeRow[];
  bookings: LoadedBooking[];
  entries: OpenWaitlistEntry[];
  waitlistLength: number;
  /** People who wait and may be served: all of them, or more than can be served under this lock. */
  waiting: number[];
  /** Bookings on which somebody is checked in, of those that were asked for. */
  checkedIn: number[];
  /** For new rows, the lowest last. */
  ids: { bookings: number[]; entries: number[] };
};

export function toBookingSummary(booking: BookingRow): BookingSummary {
  const { reference, status, numberOfTickets, totalPrice, currency, expiresAt } = booking;
  return { reference, status, numberOfTickets, totalPrice, currency, expiresAt };
}

/**
 * An event under its row lock, with what was read of it, in memory. Requests are decided on it one after the other, each
 * seeing what those before it did, and all that they did is then written at once. Its verbs are the only way to seats:
 * they keep the counters, what ticket types have sold, bookings, tickets and the waitlist in step.
 */
export class EventUnitOfWork {
  private readonly bookings = new Map<number, LoadedBooking>();
  private readonly byUser = new Map<number, LoadedBooking[]>();
  private readonly entries = new Map<number, OpenWaitlistEntry>();
  private readonly waiting: Set<number>;
  private readonly checkedIn: Set<number>;
  private readonly ids: LoadedEventData["ids"];
  private waitlistLength: number;
  /** Places in line that came free in this batch. */
  private readonly freedPositions: number[] = [];
  private readonly outboxIds: string[] = [];
  private readonly writes = new PendingWrites();
  private readonly ticketTypes: TicketTypeRow[];

  constructor(
    protected readonly transaction: Transaction,
    private readonly eventRow: EventRow,
    readonly now: Date,
    read: LoadedEventData,
  ) {
    this.ticketTypes = read.types;
    this.waiting = new Set(read.waiting);
    this.checkedIn = new Set(read.checkedIn);
    this.waitlistLength = read.waitlistLength;
    this.ids = read.ids;
    this.add(read);
  }

  /** As this transaction has left it so far. */
  get event(): Readonly<EventRow> {
    return this.eventRow;
  }

  get types(): readonly Readonly<TicketTypeRow>[] {
    return this.ticketTypes;
  }

  booking(id: number): Booking | undefined {
    return this.bookings.get(id);
  }

  /** Those of this person that were asked for, also of other events. */
  bookingsFor(userId: number): readonly Booking[] {
    return this.byUser.get(userId) ?? [];
  }

  /** Their pending or confirmed booking of this event: there is one at most. */
  activeBookingFor(userId: number): (Booking & { status: "pending" | "confirmed" }) | undefined {
    return this.bookingsFor(userId).find((booking): booking is Booking & { status: "pending" | "confirmed" } => {
      return booking.eventId === this.eventRow.id && (booking.status === "pending" || booking.status === "confirmed");
    });
  }

  /** A hold whose time is up, and whose end is not written yet. */
  isOverdue({ eventId, status, expiresAt }: BookingRow): boolean {
    return eventId === this.eventRow.id && status === "pending" && expiresAt !== null && expiresAt <= this.now;
  }

  /** Whether any of its tickets was let in; known where the request has said that it needs it. */
  isCheckedIn(bookingId: number): boolean {
    return this.checkedIn.has(bookingId);
  }

  /** Their place in line, or the offer it became; known where the request has said that it needs it. */
  entryFor(userId: number): Readonly<OpenWaitlistEntry> | undefined {
    return this.entries.get(userId);
  }

  /** 1 for whoever is next in line. */
  positionOf({ position }: Readonly<OpenWaitlistEntry>): number {
    if (position === null) throw new Error("a place in line that was not asked for");
    return position - this.freedPositions.filter((other) => other < position).length;
  }

  /** Whether anybody but this person waits for the event and may be served. */
  isAnyoneWaiting(exceptUserId = 0): boolean {
    return this.waiting.size > (this.waiting.has(exceptUserId) ? 1 : 0);
  }

  /** Null where the public can take these seats now, after overdue holds have ended if that has to be. */
  seatsRefusal(wanted: SeatsByType): SeatsRefusal | null {
    const refusal = this.findSeatsRefusal(wanted);
    return refusal && this.expireOverdueHolds() > 0 ? this.findSeatsRefusal(wanted) : refusal;
  }

  /** The same for a ticket type's quota alone, as for tickets that have their seats already. */
  quotaRefusal(type: Readonly<TicketTypeRow>, quantity: number): SeatsRefusal | null {
    const isShort = () => quotaLeft(this.typeOf(type.id)) < quantity;
    if (!isShort() || (this.expireOverdueHolds() > 0 && !isShort())) return null;
    const left = quotaLeft(this.typeOf(type.id));
    const seats = { ticketTypeCode: type.code, waitlistEnabled: false };
    return left <= 0
      ? { ok: false, code: "SOLD_OUT", ...seats }
      : { ok: false, code: "NOT_ENOUGH_LEFT", left, ...seats };
  }

  /** Books seats, for a hold until `expiresAt`, or confirmed at once. Whether they may be had was decided before. */
  book(booking: {
    userId: number;
    wanted: SeatsByType;
    source: BookingRow["source"];
    idempotencyKey: string;
    /** Null: confirmed at once. */
    expiresAt: Date | null;
    /** `waitlist`: those that are kept for the waitlist first. */
    from: "public" | "waitlist";
  }): Booking {
    const { userId, source, idempotencyKey, expiresAt } = booking;
    const id = takeId(this.ids.bookings);
    const items = [...booking.wanted].map(([type, quantity]) => ({ type, quantity }));
    const seats = items.reduce((sum, item) => sum + item.quantity, 0);
    const row: LoadedBooking = {
      id,
      reference: newReference(),
      eventId: this.eventRow.id,
      userId,
      status: expiresAt ? "pending" : "confirmed",
      numberOfTickets: seats,
      totalPrice: items.reduce((sum, { type, quantity }) => sum + quantity * type.price, 0),
      currency: this.eventRow.currency,
      source,
      idempotencyKey,
      expiresAt,
      bookedAt: this.now,
      confirmedAt: expiresAt ? null : this.now,
      cancelledAt: null,
      items: items.map(({ type, quantity }) => ({ ticketTypeId: type.id, quantity })),
      expiredEntryId: null,
    };
    this.writes.bookings.push(row);
    for (const { type, quantity } of items) {
      this.writes.items.push({ bookingId: id, ticketTypeId: type.id, quantity, unitPrice: type.price });
    }
    this.add({ bookings: [row], entries: [] });
    this.adjustSold(row.items, 1);
    const kept = booking.from === "waitlist" ? Math.min(this.eventRow.waitlistTickets, seats) : 0;
    this.adjustSeats({ waitlist: -kept, available: kept - seats });
    return row;
  }

  issueTickets({ id }: Booking, holders: { ticketTypeId: number; name: string; email?: string }[]) {
    for (const { ticketTypeId, name: holderName, email: holderEmail = null } of holders) {
      this.writes.tickets.push({ bookingId: id, ticketTypeId, code: newTicketCode(), holderName, holderEmail });
    }
  }

  confirm(booking: Booking) {
    this.setBookingOutcome(booking, { status: "confirmed", confirmedAt: this.now });
  }

  /** Ends a pending or confirmed booking: its tickets are void and its seats free. */
  cancel(booking: Booking) {
    this.setBookingOutcome(booking, { status: "cancelled", cancelledAt: this.now });
    this.writes.voidedBookingIds.push(booking.id);
    this.adjustSold(booking.items, -1);
    this.freeSeats(booking.numberOfTickets);
  }

  /** Ends overdue holds of the event, so that being right never waits for a sweep. Returns how many. */
  expireOverdueHolds(): number {
    const overdue = [...this.bookings.values()].filter((booking) => this.isOverdue(booking));
    this.expireHolds(overdue);
    return overdue.length;
  }

  /** Ends holds whose time is up: seats free again, and an offer among them expires its entry. */
  expireHolds(holds: Booking[]) {
    if (holds.length === 0) return;
    this.freeExpiredSeats(holds);
    for (const hold of holds) this.recordExpiry(hold);
  }

  /** What holds that ran out held is free. Their owners are told nothing yet: they may get other seats in the same moment. */
  freeExpiredSeats(holds: Booking[]) {
    for (const hold of holds) {
      this.setBookingOutcome(hold, { status: "expired" });
      this.adjustSold(hold.items, -1);
    }
    this.freeSeats(holds.reduce((sum, hold) => sum + hold.numberOfTickets, 0));
  }

  recordExpiry(hold: Booking) {
    this.audit("booking.expired", { actorId: null, bookingId: hold.id });
    const offer = this.openOffer(hold);
    if (!offer) return;
    this.closeEntry(offer, "expired");
    this.loadedBooking(hold.id).expiredEntryId = offer.id;
    this.audit("waitlist.offer-expired", { actorId: null, bookingId: hold.id });
    this.announce(waitlistOfferExpired, { entryId: offer.id });
  }

  /** The seats of a hold that ended are taken again from the public's; whether they are left was decided before. */
  retakeSeats(booking: Booking) {
    this.adjustSeats({ available: -booking.numberOfTickets });
    this.adjustSold(booking.items, 1);
  }

  /** The place in line that this booking is the offer for. */
  openOffer({ id, userId }: Booking): Readonly<OpenWaitlistEntry> | undefined {
    const entry = this.entries.get(userId);
    return entry?.status === "offered" && entry.bookingId === id ? entry : undefined;
  }

  /** Puts somebody at the end of the line. */
  addToWaitlist(entry: { userId: number; ticketTypeId: number | null; quantity: number; acceptFewer: boolean }) {
    const id = takeId(this.ids.entries);
    this.writes.newEntries.set(id, { ...entry, id, status: "waiting", bookingId: null });
    this.waitlistLength += 1;
    const open: OpenWaitlistEntry = {
      id,
      userId: entry.userId,
      status: "waiting",
      bookingId: null,
      position: this.waitlistLength,
    };
    this.entries.set(entry.userId, open);
    this.waiting.add(entry.userId);
    return open;
  }

  /** An entry waits no longer, by this booking or without one. */
  closeEntry(entry: { id: number; userId: number }, status: "converted" | "expired" | "left", bookingId?: number) {
    const open = this.entries.get(entry.userId);
    const isOpen = open?.id === entry.id;
    this.setEntryOutcome(entry.id, status, bookingId ?? (isOpen ? open.bookingId : null));
    this.waiting.delete(entry.userId);
    if (!isOpen) return;
    this.entries.delete(entry.userId);
    if (open.position !== null) this.freedPositions.push(open.position);
  }

  /** An entry was given a hold, which its owner may confirm. */
  offerTo(entry: { id: number; userId: number }, booking: Booking) {
    this.setEntryOutcome(entry.id, "offered", booking.id);
    this.waiting.delete(entry.userId);
    this.entries.set(entry.userId, { ...entry, status: "offered", bookingId: booking.id, position: null });
  }

  /** Whoever got in, by an offer, too late for it, or past the line, waits no longer. */
  stopWaiting({ id, userId, expiredEntryId }: Booking) {
    const entry = this.entries.get(userId);
    if (entry) this.closeEntry(entry, "converted", id);
    if (expiredEntryId) this.setEntryOutcome(expiredEntryId, "converted", id);
    this.waiting.delete(userId);
  }

  /** Sets how many seats there are; false where more are sold and held, and nothing is changed then. */
  setCapacity(capacity: number): boolean {
    const added = capacity - this.eventRow.capacity;
    const free = () => this.eventRow.availableTickets + this.eventRow.waitlistTickets;
    if (free() < -added) this.expireOverdueHolds();
    if (free() < -added) return false;
    if (added >= 0) {
      this.adjustSeats({ capacity: added });
      this.freeSeats(added);
    } else {
      const fromPublic = Math.min(this.eventRow.availableTickets, -added);
      this.adjustSeats({ capacity: added, available: -fromPublic, waitlist: added + fromPublic });
    }
    return true;
  }

  /** Keeps up to so many seats that are on public sale for the waitlist, until a run, which is started, has looked at them. */
  reserveForWaitlist(seats: number) {
    const kept = Math.min(seats, this.eventRow.availableTickets);
    this.adjustSeats({ available: -kept, waitlist: kept });
    this.announce(waitlistSeatsFreed, { eventId: this.eventRow.id });
  }

  /** What was kept for the waitlist goes on public sale. Returns how many seats that were. */
  releaseToPublic(): number {
    const seats = this.eventRow.waitlistTickets;
    this.adjustSeats({ available: seats, waitlist: -seats });
    return seats;
  }

  /** Tickets have another type now. */
  transferSold({ from, to, quantity }: { from: number; to: number; quantity: number }) {
    this.adjustSold([{ ticketTypeId: from, quantity }], -1);
    this.adjustSold([{ ticketTypeId: to, quantity }], 1);
  }

  /** Sets the counters to what bookings take; false where that is more than the capacity, and nothing is changed then. */
  reconcile({ taken, types }: { taken: number | null; types: { id: number; taken: number }[] }): boolean {
    const { capacity, availableTickets, waitlistTickets } = this.eventRow;
    if (taken !== null) {
      const free = capacity - taken;
      if (free < 0) return false;
      const waitlist = Math.min(waitlistTickets, free);
      this.adjustSeats({ waitlist: waitlist - waitlistTickets, available: free - waitlist - availableTickets });
    }
    for (const type of types) {
      this.adjustSold([{ ticketTypeId: type.id, quantity: type.taken - this.typeOf(type.id).sold }], 1);
    }
    return true;
  }

  /** A step for the audit log. */
  audit(
    action: AuditAction,
    {
      actorId,
      bookingId,
      detail = {},
    }: { actorId: number | null; bookingId?: number; detail?: Record<string, unknown> },
  ) {
    this.writes.audits.push({ action, actorId, bookingId: bookingId ?? null, detail });
  }

  /** A fact for the outbox. */
  announce<T extends Announcement>(announcement: T, data: AnnouncementData<T>) {
    const id = newOutboxId();
    this.writes.outbox.push({ id, name: announcement.name, data });
    this.outboxIds.push(id);
  }

  /** Ids of the outbox rows so far. */
  get announcedIds(): readonly string[] {
    return this.outboxIds;
  }

  /** Writes what is not written yet. */
  protected flushWrites(): Promise<void> {
    return this.writes.flush(this.transaction, this.eventRow, this.now);
  }

  protected add({ bookings, entries }: { bookings: LoadedBooking[]; entries: OpenWaitlistEntry[] }) {
    for (const booking of bookings) {
      if (this.bookings.has(booking.id)) continue;
      this.bookings.set(booking.id, booking);
      const others = this.byUser.get(booking.userId);
      if (others) others.push(booking);
      else this.byUser.set(booking.userId, [booking]);
    }
    for (const entry of entries) {
      if (!this.entries.get(entry.userId)?.position) this.entries.set(entry.userId, entry);
    }
  }

  protected addIds(more: number[]) {
    this.ids.bookings.unshift(...more);
  }

  private findSeatsRefusal(wanted: SeatsByType): SeatsRefusal | null {
    const { availableTickets, waitlistEnabled } = this.eventRow;
    if (availableTickets === 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled };
    let seats = 0;
    for (const [type, quantity] of wanted) {
      const left = Math.min(quotaLeft(this.typeOf(type.id)), availableTickets);
      if (left <= 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: type.code, waitlistEnabled };
      if (left < quantity) {
        return { ok: false, code: "NOT_ENOUGH_LEFT", left, ticketTypeCode: type.code, waitlistEnabled };
      }
      seats += quantity;
    }
    if (availableTickets < seats) {
      return { ok: false, code: "NOT_ENOUGH_LEFT", left: availableTickets, ticketTypeCode: null, waitlistEnabled };
    }
    return null;
  }

  private typeOf(id: number): TicketTypeRow {
    const type = this.ticketTypes.find((candidate) => candidate.id === id);
    if (!type) throw new Error(`ticket type ${id} is not of event ${this.eventRow.id}`);
    return type;
  }

  /** The CHECKs of the table refuse what would go below zero. */
  private adjustSeats({ available = 0, waitlist = 0, capacity = 0 }) {
    this.eventRow.availableTickets += available;
    this.eventRow.waitlistTickets += waitlist;
    this.eventRow.capacity += capacity;
    this.writes.seatChanges.available += available;
    this.writes.seatChanges.waitlist += waitlist;
    this.writes.seatChanges.capacity += capacity;
  }

  /** Gives seats back: to the waitlist while anybody waits, so that the public cannot buy what they wait for. */
  private freeSeats(seats: number) {
    if (seats === 0) return;
    if (this.eventRow.status === "cancelled" || !this.isAnyoneWaiting()) return this.adjustSeats({ available: seats });
    this.adjustSeats({ waitlist: seats });
    this.announce(waitlistSeatsFreed, { eventId: this.eventRow.id });
  }

  private adjustSold(items: TicketTypeQuantities, sign: 1 | -1) {
    for (const { ticketTypeId, quantity } of items) {
      this.writes.soldChanges.set(ticketTypeId, (this.writes.soldChanges.get(ticketTypeId) ?? 0) + sign * quantity);
      this.typeOf(ticketTypeId).sold += sign * quantity;
    }
  }

  private loadedBooking(id: number): LoadedBooking {
    const booking = this.bookings.get(id);
    if (!booking) throw new Error(`booking ${id} was not read under the row lock`);
    return booking;
  }

  private setBookingOutcome(
    { id }: Booking,
    outcome: Partial<Pick<BookingRow, "status" | "confirmedAt" | "cancelledAt">>,
  ) {
    const booking = this.loadedBooking(id);
    Object.assign(booking, outcome);
    // A new one is written as it is then.
    if (!this.writes.bookings.includes(booking)) this.writes.bookingOutcomes.set(id, booking);
  }

  private setEntryOutcome(id: number, status: "offered" | "converted" | "expired" | "left", bookingId: number | null) {
    const joined = this.writes.newEntries.get(id);
    if (joined) Object.assign(joined, { status, bookingId });
    else this.writes.entryOutcomes.set(id, { status, bookingId });
  }
}

/** What a decision that has the event to itself works with: it may read more, and write what is not about seats. */
export class ExclusiveUnitOfWork extends EventUnitOfWork {
  /**
   * For what is not about seats: the columns of the event, its ticket types, what refers to them. What was only recorded
   * is not in the database yet: see `save`.
   */
  get tx(): Transaction {
    return this.transaction;
  }

  /** Writes what is not written yet: what is read from the database next has it. It is done at the end, too. */
  flush(): Promise<void> {
    return this.flushWrites();
  }

  /** Reads more bookings, with the waitlist entries of their owners. */
  async load(...needs: BatchRequest[]) {
    const eventId = this.event.id;
    const [loaded, line] = await Promise.all([
      loadBookings(this.tx, eventId, needs),
      readWaitlist(this.tx, eventId, needs),
    ]);
    this.add({ bookings: loaded.bookings, entries: [...loaded.entries, ...line.entries] });
  }

  /** Has ids for so many bookings ready. */
  async allocateBookingIds(count: number) {
    this.addIds(await allocateIds(this.tx, "bookings", count));
  }

  /** Whether anybody waits, also for a ticket type that is not sold now; `ticketTypeId`: for this one, or for any. */
  async isAnyoneOnWaitlist(ticketTypeId?: number): Promise<boolean> {
    const wants = ticketTypeId
      ? or(isNull(waitlistEntries.ticketTypeId), eq(waitlistEntries.ticketTypeId, ticketTypeId))
      : undefined;
    const [entry] = await this.tx
      .select({ id: waitlistEntries.id })
      .from(waitlistEntries)
      .where(and(eq(waitlistEntries.eventId, this.event.id), eq(waitlistEntries.status, "waiting"), wants))
      .limit(1);
    return entry !== undefined;
  }

  /**
   * What came free of a ticket type's quota goes to whoever waits for it before the public can take it: as many free
   * seats are kept for the waitlist until the next run has looked at them.
   */
  async reserveTypeForWaitlist(ticketTypeId: number, quantity: number) {
    const { availableTickets, waitlistTickets } = this.event;
    if (availableTickets + waitlistTickets === 0 || salesRefusal(this.event, this.now)) return;
    if (await this.isAnyoneOnWaitlist(ticketTypeId)) this.reserveForWaitlist(quantity);
  }
}

function takeId(ids: number[]): number {
  const id = ids.pop();
  if (id === undefined) throw new Error("more new rows than requests");
  return id;
}
