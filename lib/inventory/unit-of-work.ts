import type { Transaction } from "@/db/connect";
import type { AuditAction } from "@/db/schema/audit-actions";
import { type Announcement, paymentCheckRequested, waitlistOfferExpired, waitlistSeatsFreed } from "@/inngest/events";
import { type AnnouncementData, newOutboxId } from "@/lib/outbox/outbox";
import { newReference, newTicketCode } from "./codes";
import {
  type BookingRow,
  type EventRow,
  type LoadedBooking,
  type LoadedEventData,
  type TicketTypeQuantities,
  type TicketTypeRow,
  takeId,
} from "./load";
import { OpenWaitlist } from "./open-waitlist";
import { PaymentLedger } from "./payment-ledger";
import { type BookingChange, PendingWrites, type RefundOnCancel } from "./pending-writes";
import type { SeatsRefusal } from "./results";
import { quotaLeft, type SeatsByType, seatsRefusal } from "./sales";

type Booking = Readonly<LoadedBooking>;

/**
 * An event under its row lock, in memory. Requests are decided one after the other, each seeing the changes of those before
 * it, and all changes are then written at once. Seats change only through its methods, which keep the counters, the sold
 * seats of ticket types, bookings, tickets and the waitlist consistent.
 */
export class EventUnitOfWork {
  private readonly bookings = new Map<number, LoadedBooking>();
  private readonly byUser = new Map<number, LoadedBooking[]>();
  private readonly checkedIn: Set<number>;
  readonly waitlist: OpenWaitlist;
  readonly payments: PaymentLedger;
  private readonly ids: LoadedEventData["ids"];
  private readonly outboxIds: string[] = [];
  private readonly writes = new PendingWrites();
  private readonly ticketTypes: TicketTypeRow[];

  constructor(
    protected readonly transaction: Transaction,
    protected readonly eventRow: EventRow,
    readonly now: Date,
    read: LoadedEventData,
  ) {
    this.ticketTypes = read.types;
    this.waitlist = new OpenWaitlist(read, this.writes);
    this.payments = new PaymentLedger(read, eventRow, now, this.writes, this.changeBooking.bind(this));
    this.checkedIn = new Set(read.checkedIn);
    this.ids = read.ids;
    this.addBookings(read.bookings);
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

  /** Whether the hold is past its time and not yet expired. One that is being paid for waits for the end of that. */
  isOverdue({ eventId, status, expiresAt, isPaying }: BookingRow): boolean {
    const isPast = expiresAt !== null && expiresAt <= this.now;
    return eventId === this.eventRow.id && status === "pending" && isPast && !isPaying;
  }

  /** Whether a ticket of the booking is checked in; only known if the request asked for it. */
  isCheckedIn(bookingId: number): boolean {
    return this.checkedIn.has(bookingId);
  }

  /** Null where these seats are on public sale. Expires overdue holds first if necessary. */
  seatsRefusal(wanted: SeatsByType): SeatsRefusal | null {
    const refusal = seatsRefusal(this.eventRow, wanted);
    return refusal && this.expireOverdueHolds() > 0 ? seatsRefusal(this.eventRow, wanted) : refusal;
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
      isPaying: false,
      intendedHolders: null,
      items: items.map(({ type, quantity }) => ({ ticketTypeId: type.id, quantity })),
      expiredEntryId: null,
    };
    this.writes.bookings.push(row);
    for (const { type, quantity } of items) {
      this.writes.items.push({ bookingId: id, ticketTypeId: type.id, quantity, unitPrice: type.price });
    }
    this.addBookings([row]);
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
    this.changeBooking(booking, { status: "confirmed", confirmedAt: this.now });
  }

  /** Ends a pending or confirmed booking: voids its tickets, frees its seats and refunds what was paid. */
  cancel(booking: Booking, refund: Partial<RefundOnCancel> = {}) {
    this.changeBooking(booking, { status: "cancelled", cancelledAt: this.now });
    const usual = { reason: "booking_cancelled", requestedBy: null, operationId: null } as const;
    this.writes.cancelled.push({ ...usual, ...refund, bookingId: booking.id });
    // If the event is paid for at the venue now, the sweep finds what there is to refund.
    if (booking.totalPrice > 0 && this.eventRow.paymentMethod === "online") {
      this.announce(paymentCheckRequested, { eventId: this.eventRow.id, bookingId: booking.id });
    }
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
      this.changeBooking(hold, { status: "expired" });
      this.adjustSold(hold.items, -1);
    }
    this.freeSeats(holds.reduce((sum, hold) => sum + hold.numberOfTickets, 0));
  }

  recordExpiry(hold: Booking) {
    this.audit("booking.expired", { actorId: null, bookingId: hold.id });
    const offer = this.waitlist.openOffer(hold);
    if (!offer) return;
    this.waitlist.close(offer, "expired");
    this.loadedBooking(hold.id).expiredEntryId = offer.id;
    this.audit("waitlist.offer-expired", { actorId: null, bookingId: hold.id });
    this.announce(waitlistOfferExpired, { entryId: offer.id });
  }

  /** Takes the seats of an expired hold again from public sale. The caller has checked that they are available. */
  retakeSeats(booking: Booking) {
    this.adjustSeats({ available: -booking.numberOfTickets });
    this.adjustSold(booking.items, 1);
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

  protected addBookings(bookings: LoadedBooking[]) {
    for (const booking of bookings) {
      if (this.bookings.has(booking.id)) continue;
      this.bookings.set(booking.id, booking);
      this.byUser.set(booking.userId, [...(this.byUser.get(booking.userId) ?? []), booking]);
    }
  }

  protected addIds(more: number[]) {
    this.ids.bookings.unshift(...more);
  }

  protected typeOf(id: number): TicketTypeRow {
    const type = this.ticketTypes.find((candidate) => candidate.id === id);
    if (!type) throw new Error(`ticket type ${id} is not of event ${this.eventRow.id}`);
    return type;
  }

  /** The table's CHECK constraints refuse counters below zero. */
  protected adjustSeats({ available = 0, waitlist = 0, capacity = 0 }) {
    this.eventRow.availableTickets += available;
    this.eventRow.waitlistTickets += waitlist;
    this.eventRow.capacity += capacity;
    this.writes.seatChanges.available += available;
    this.writes.seatChanges.waitlist += waitlist;
    this.writes.seatChanges.capacity += capacity;
  }

  /** Frees seats. While users wait, the seats are reserved for the waitlist, so that the public cannot buy them. */
  protected freeSeats(seats: number) {
    if (seats === 0) return;
    if (this.eventRow.status === "cancelled" || !this.waitlist.isAnyoneWaiting())
      return this.adjustSeats({ available: seats });
    this.adjustSeats({ waitlist: seats });
    this.announce(waitlistSeatsFreed, { eventId: this.eventRow.id });
  }

  protected adjustSold(items: TicketTypeQuantities, sign: 1 | -1) {
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

  private changeBooking({ id }: Booking, change: Partial<BookingChange>) {
    const booking = this.loadedBooking(id);
    Object.assign(booking, change);
    // A new row is inserted in its final state.
    if (!this.writes.bookings.includes(booking)) this.writes.bookingOutcomes.set(id, booking);
  }
}
