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
  /** Ids for new rows, the lowest last. */
  ids: { bookings: number[]; entries: number[] };
};

export function toBookingSummary(booking: BookingRow): BookingSummary {
  const { reference, status, numberOfTickets, totalPrice, currency, expiresAt } = booking;
  return { reference, status, numberOfTickets, totalPrice, currency, expiresAt };
}

/**
 * An event under its row lock, in memory. Requests are decided one after the other, each seeing the changes of those before
 * it, and all changes are then written at once. Seats change only through its methods, which keep the counters, the sold
 * seats of ticket types, bookings, tickets and the waitlist consistent.
 */
export class EventUnitOfWork {
  private readonly bookings = new Map<number, LoadedBooking>();
  private readonly byUser = new Map<number, LoadedBooking[]>();
  private readonly entries = new Map<number, OpenWaitlistEntry>();
  private readonly waiting: Set<number>;
  private readonly checkedIn: Set<number>;
  private readonly ids: LoadedEventData["ids"];
  private waitlistLength: number;
  /** Entries that stopped waiting in this batch. */
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

  /** With the changes of this transaction so far. */
  get event(): Readonly<EventRow> {
    return this.eventRow;
  }

  get types(): readonly Readonly<TicketTypeRow>[] {
    return this.ticketTypes;
  }

  booking(id: number): Booking | undefined {
    return this.bookings.get(id);
  }

  /** The user's bookings among those that were read, also of other events. */
  bookingsFor(userId: number): readonly Booking[] {
    return this.byUser.get(userId) ?? [];
  }

  /** The user's pending or confirmed booking of this event: there is at most one. */
  activeBookingFor(userId: number): (Booking & { status: "pending" | "confirmed" }) | undefined {
    return this.bookingsFor(userId).find((booking): booking is Booking & { status: "pending" | "confirmed" } => {
      return booking.eventId === this.eventRow.id && (booking.status === "pending" || booking.status === "confirmed");
    });
  }

  /** Whether the hold is past its time and not yet expired. */
  isOverdue({ eventId, status, expiresAt }: BookingRow): boolean {
    return eventId === this.eventRow.id && status === "pending" && expiresAt !== null && expiresAt <= this.now;
  }

  /** Whether a ticket of the booking is checked in; only known if the request asked for it. */
  isCheckedIn(bookingId: number): boolean {
    return this.checkedIn.has(bookingId);
  }

  /** The user's waitlist entry, waiting or offered; only known if the request asked for it. */
  entryFor(userId: number): Readonly<OpenWaitlistEntry> | undefined {
    return this.entries.get(userId);
  }

  /** 1 for the next to be served. */
  positionOf({ position }: Readonly<OpenWaitlistEntry>): number {
    if (position === null) throw new Error("The position of this waitlist entry was not requested");
    return position - this.freedPositions.filter((other) => other < position).length;
  }

  /** Whether a user other than this one waits for the event and may be served. */
  isAnyoneWaiting(exceptUserId = 0): boolean {
    return this.waiting.size > (this.waiting.has(exceptUserId) ? 1 : 0);
  }

  /** Null where these seats are on public sale. Expires overdue holds first if necessary. */
  seatsRefusal(wanted: SeatsByType): SeatsRefusal | null {
    const refusal = this.findSeatsRefusal(wanted);
    return refusal && this.expireOverdueHolds() > 0 ? this.findSeatsRefusal(wanted) : refusal;
  }

  /** The same for a ticket type's quota alone, for tickets that already have seats. */
  quotaRefusal(type: Readonly<TicketTypeRow>, quantity: number): SeatsRefusal | null {
    const isShort = () => quotaLeft(this.typeOf(type.id)) < quantity;
    if (!isShort() || (this.expireOverdueHolds() > 0 && !isShort())) return null;
    const left = quotaLeft(this.typeOf(type.id));
    const seats = { ticketTypeCode: type.code, waitlistEnabled: false };
    return left <= 0
      ? { ok: false, code: "SOLD_OUT", ...seats }
      : { ok: false, code: "NOT_ENOUGH_LEFT", left, ...seats };
  }

  /** Books seats as a hold until `expiresAt`, or confirmed at once. The caller has checked that they are available. */
  book(booking: {
    userId: number;
    wanted: SeatsByType;
    source: BookingRow["source"];
    idempotencyKey: string;
    /** Null: confirmed at once. */
    expiresAt: Date | null;
    /** `waitlist`: takes seats reserved for the waitlist first. */
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

  /** Ends a pending or confirmed booking: voids its tickets and frees its seats. */
  cancel(booking: Booking) {
    this.setBookingOutcome(booking, { status: "cancelled", cancelledAt: this.now });
    this.writes.voidedBookingIds.push(booking.id);
    this.adjustSold(booking.items, -1);
    this.freeSeats(booking.numberOfTickets);
  }

  /** Expires overdue holds of the event, so that correctness never depends on the sweep. Returns how many. */
  expireOverdueHolds(): number {
    const overdue = [...this.bookings.values()].filter((booking) => this.isOverdue(booking));
    this.expireHolds(overdue);
    return overdue.length;
  }

  /** Expires overdue holds: frees their seats, and expires the waitlist entries of offers. */
  expireHolds(holds: Booking[]) {
    if (holds.length === 0) return;
    this.freeExpiredSeats(holds);
    for (const hold of holds) this.recordExpiry(hold);
  }

  /** Frees the seats of overdue holds. Their owners are not notified yet, as they may get other seats in the same batch. */
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

  /** Takes the seats of an expired hold again from public sale. The caller has checked that they are available. */
  retakeSeats(booking: Booking) {
    this.adjustSeats({ available: -booking.numberOfTickets });
    this.adjustSold(booking.items, 1);
  }

  /** The waitlist entry that this booking was offered to. */
  openOffer({ id, userId }: Booking): Readonly<OpenWaitlistEntry> | undefined {
    const entry = this.entries.get(userId);
    return entry?.status === "offered" && entry.bookingId === id ? entry : undefined;
  }

  /** Adds a user at the end of the waitlist. */
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

  /** Ends an entry, with or without a booking. */
  closeEntry(entry: { id: number; userId: number }, status: "converted" | "expired" | "left", bookingId?: number) {
    const open = this.entries.get(entry.userId);
    const isOpen = open?.id === entry.id;
    this.setEntryOutcome(entry.id, status, bookingId ?? (isOpen ? open.bookingId : null));
    this.waiting.delete(entry.userId);
    if (!isOpen) return;
    this.entries.delete(entry.userId);
    if (open.position !== null) this.freedPositions.push(open.position);
  }

  /** Records that a hold was offered to an entry. */
  offerTo(entry: { id: number; userId: number }, booking: Booking) {
    this.setEntryOutcome(entry.id, "offered", booking.id);
    this.waiting.delete(entry.userId);
    this.entries.set(entry.userId, { ...entry, status: "offered", bookingId: booking.id, position: null });
  }

  /** Ends the waitlist entry of a user who has a confirmed booking, whether by an offer or otherwise. */
  stopWaiting({ id, userId, expiredEntryId }: Booking) {
    const entry = this.entries.get(userId);
    if (entry) this.closeEntry(entry, "converted", id);
    if (expiredEntryId) this.setEntryOutcome(expiredEntryId, "converted", id);
    this.waiting.delete(userId);
  }

  /** Sets the capacity. False, without a change, where more seats are sold and held. */
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

  /** Reserves up to so many `seats` on public sale for the waitlist, and starts a conversion run for them. */
  reserveForWaitlist(seats: number) {
    const kept = Math.min(seats, this.eventRow.availableTickets);
    this.adjustSeats({ available: -kept, waitlist: kept });
    this.announce(waitlistSeatsFreed, { eventId: this.eventRow.id });
  }

  /** Puts seats reserved for the waitlist on public sale. Returns how many. */
  releaseToPublic(): number {
    const seats = this.eventRow.waitlistTickets;
    this.adjustSeats({ available: seats, waitlist: -seats });
    return seats;
  }

  /** Updates the sold counters after a change of ticket types. */
  transferSold({ from, to, quantity }: { from: number; to: number; quantity: number }) {
    this.adjustSold([{ ticketTypeId: from, quantity }], -1);
    this.adjustSold([{ ticketTypeId: to, quantity }], 1);
  }

  /** Reconciles the counters with the bookings. False, without a change, where these exceed the capacity. */
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

  /** Adds an audit log entry. */
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

  /** Adds an outbox row. */
  announce<T extends Announcement>(announcement: T, data: AnnouncementData<T>) {
    const id = newOutboxId();
    this.writes.outbox.push({ id, name: announcement.name, data });
    this.outboxIds.push(id);
  }

  /** Ids of the outbox rows added so far. */
  get announcedIds(): readonly string[] {
    return this.outboxIds;
  }

  /** Writes the pending changes. */
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

  /** The table's CHECK constraints refuse counters below zero. */
  private adjustSeats({ available = 0, waitlist = 0, capacity = 0 }) {
    this.eventRow.availableTickets += available;
    this.eventRow.waitlistTickets += waitlist;
    this.eventRow.capacity += capacity;
    this.writes.seatChanges.available += available;
    this.writes.seatChanges.waitlist += waitlist;
    this.writes.seatChanges.capacity += capacity;
  }

  /** Frees seats. While users wait, the seats are reserved for the waitlist, so that the public cannot buy them. */
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
    // A new row is inserted in its final state.
    if (!this.writes.bookings.includes(booking)) this.writes.bookingOutcomes.set(id, booking);
  }

  private setEntryOutcome(id: number, status: "offered" | "converted" | "expired" | "left", bookingId: number | null) {
    const joined = this.writes.newEntries.get(id);
    if (joined) Object.assign(joined, { status, bookingId });
    else this.writes.entryOutcomes.set(id, { status, bookingId });
  }
}

/** The unit of work of an exclusive decision, which can also read more and write other rows. */
export class ExclusiveUnitOfWork extends EventUnitOfWork {
  /**
   * For changes that are not about seats: columns of the event, its ticket types, rows that refer to them. Pending changes
   * are not in the database yet: see `save`.
   */
  get tx(): Transaction {
    return this.transaction;
  }

  /** Writes the pending changes now, so that later reads see them. Also called at the end. */
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

  /** Allocates ids for so many bookings. */
  async allocateBookingIds(count: number) {
    this.addIds(await allocateIds(this.tx, "bookings", count));
  }

  /** Whether anyone waits, even for a ticket type that is not on sale. With `ticketTypeId`: for this type or for any. */
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
   * Freed quota of a ticket type goes to the waitlist before public sale: as many available seats are reserved for it until
   * the next conversion run.
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
