import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayParameter as array, awaitPipelined, executePrepared } from "@/db/prepared-statements";
import type { waitlistEntries } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { holderSearchColumns } from "@/lib/search/vector";
import type { BookingRow } from "./load";
import type { LoadedPayment, PaymentDetails, RefundReason } from "./load-payments";

type EntryStatus = (typeof waitlistEntries.$inferSelect)["status"];
/** What changes in a booking. */
export type BookingChange = Pick<
  BookingRow,
  "status" | "confirmedAt" | "cancelledAt" | "expiresAt" | "isPaying" | "intendedHolders"
>;
type Refund = {
  paymentId: number;
  bookingId: number;
  amount: number;
  reason: RefundReason;
  key: string;
  note: string | null;
  requestedBy: number | null;
};
/** Why a booking was cancelled: what was paid for it is refunded. */
export type RefundOnCancel = {
  reason: "booking_cancelled" | "event_cancelled";
  requestedBy: number | null;
  operationId: string | null;
};
type EntryOutcome = { status: EntryStatus; bookingId: number | null };
type NewEntry = { id: number; userId: number; ticketTypeId: number | null; quantity: number; acceptFewer: boolean };
type Holder = { holderName: string; holderEmail: string | null };
type Ticket = Holder & { bookingId: number; ticketTypeId: number; code: string };
type Item = { bookingId: number; ticketTypeId: number; quantity: number; unitPrice: number };
type AuditRow = {
  action: AuditAction;
  actorId: number | null;
  bookingId: number | null;
  detail: Record<string, unknown>;
};
type OutboxRow = { id: string; name: string; data: Record<string, number | string> };

/**
 * The writes of a batch: one statement per kind of row, for any number of requests, all pipelined.
 */
export class PendingWrites {
  readonly bookings: BookingRow[] = [];
  readonly items: Item[] = [];
  readonly tickets: Ticket[] = [];
  readonly audits: AuditRow[] = [];
  readonly outbox: OutboxRow[] = [];
  /** Cancelled bookings, whose tickets are no longer valid. */
  readonly cancelled: (RefundOnCancel & { bookingId: number })[] = [];
  /** New payments. */
  readonly payments: LoadedPayment[] = [];
  /** Updates of payments, by id. */
  readonly paymentOutcomes = new Map<number, { payment: Readonly<LoadedPayment>; details: PaymentDetails }>();
  readonly refunds: Refund[] = [];
  /** Updates of bookings, by id. */
  readonly bookingOutcomes = new Map<number, BookingChange>();
  /** New waitlist entries in their final state, by id. */
  readonly newEntries = new Map<number, NewEntry & EntryOutcome>();
  /** Updates of waitlist entries, by id. */
  readonly entryOutcomes = new Map<number, EntryOutcome>();
  /** Change of the sold seats, by ticket type. */
  readonly soldChanges = new Map<number, number>();
  readonly seatChanges = { available: 0, waitlist: 0, capacity: 0 };

  async flush(tx: Transaction, event: { id: number; organizerId: number; currency: string }, now: Date) {
    const statements = [...this.statements(event, now.toISOString())];
    this.clear();
    await awaitPipelined(statements.map((statement) => executePrepared(tx, statement)));
  }

  private *statements(event: { id: number; organizerId: number; currency: string }, now: string): Generator<SQL> {
    const {
      bookings,
      items,
      tickets,
      audits,
      outbox,
      bookingOutcomes,
      newEntries,
      entryOutcomes,
      cancelled,
      payments,
      paymentOutcomes,
      refunds,
      soldChanges,
      seatChanges,
    } = this;
    // Counters first: a counter that would go below zero fails before anything else is written.
    if (seatChanges.available !== 0 || seatChanges.waitlist !== 0 || seatChanges.capacity !== 0) {
      // Relative, so that even a writer without the row lock would not lose an update.
      yield sql`update events set available_tickets = available_tickets + ${seatChanges.available}::int,
        waitlist_tickets = waitlist_tickets + ${seatChanges.waitlist}::int, capacity = capacity + ${seatChanges.capacity}::int
        where id = ${event.id}`;
    }
    if (soldChanges.size > 0) {
      yield sql`update ticket_types t set sold = t.sold + d.change
        from unnest(${array(soldChanges.keys(), "bigint", (id) => id)}, ${array(soldChanges.values(), "int", (change) => change)})
          as d (id, change) where t.id = d.id`;
    }
    // Before new bookings, as a user whose booking has ended may have another.
    if (bookingOutcomes.size > 0) {
      const changed = [...bookingOutcomes.values()];
      yield sql`update bookings b set status = o.status, confirmed_at = o.confirmed_at, cancelled_at = o.cancelled_at,
          expires_at = o.expires_at, is_paying = o.is_paying, intended_holders = o.intended_holders
        from unnest(${array(bookingOutcomes.keys(), "bigint", (id) => id)}, ${array(changed, "booking_status", (o) => o.status)},
          ${array(changed, "timestamptz", (o) => o.confirmedAt)}, ${array(changed, "timestamptz", (o) => o.cancelledAt)},
          ${array(changed, "timestamptz", (o) => o.expiresAt)}, ${array(changed, "bool", (o) => String(o.isPaying))},
          ${array(changed, "jsonb", (o) => (o.intendedHolders ? JSON.stringify(o.intendedHolders) : null))})
          as o (id, status, confirmed_at, cancelled_at, expires_at, is_paying, intended_holders) where b.id = o.id`;
    }
    if (bookings.length > 0) {
      yield sql`insert into bookings (event_id, currency, booked_at, id, reference, user_id, status, number_of_tickets,
          total_price, source, idempotency_key, expires_at, confirmed_at, cancelled_at) overriding system value
        select ${event.id}::bigint, ${event.currency}::text, ${now}::timestamptz, b.*
        from unnest(${array(bookings, "bigint", (b) => b.id)}, ${array(bookings, "text", (b) => b.reference)},
          ${array(bookings, "bigint", (b) => b.userId)}, ${array(bookings, "booking_status", (b) => b.status)},
          ${array(bookings, "int", (b) => b.numberOfTickets)}, ${array(bookings, "bigint", (b) => b.totalPrice)},
          ${array(bookings, "booking_source", (b) => b.source)}, ${array(bookings, "text", (b) => b.idempotencyKey)},
          ${array(bookings, "timestamptz", (b) => b.expiresAt)}, ${array(bookings, "timestamptz", (b) => b.confirmedAt)},
          ${array(bookings, "timestamptz", (b) => b.cancelledAt)}) as b`;
    }
    if (items.length > 0) {
      yield sql`insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
        select * from unnest(${array(items, "bigint", (i) => i.bookingId)}, ${array(items, "bigint", (i) => i.ticketTypeId)},
          ${array(items, "int", (i) => i.quantity)}, ${array(items, "int", (i) => i.unitPrice)})`;
    }
    if (tickets.length > 0) {
      const found = tickets.map(holderSearchColumns);
      yield sql`insert into tickets (event_id, booking_id, ticket_type_id, code, holder_name, holder_email, search, folding)
        select ${event.id}::bigint, t.* from unnest(${array(tickets, "bigint", (t) => t.bookingId)},
          ${array(tickets, "bigint", (t) => t.ticketTypeId)}, ${array(tickets, "text", (t) => t.code)},
          ${array(tickets, "text", (t) => t.holderName)}, ${array(tickets, "text", (t) => t.holderEmail)},
          ${array(found, "tsvector", (f) => f.search)}, ${array(found, "smallint", (f) => f.folding)}) as t`;
    }
    if (payments.length > 0) {
      yield sql`insert into payments (event_id, created_at, captured_at, id, booking_id, provider, status, amount, currency,
          captured_amount, idempotency_key) overriding system value
        select ${event.id}::bigint, ${now}::timestamptz, case when p.status = 'captured' then ${now}::timestamptz end, p.*
        from unnest(${array(payments, "bigint", (p) => p.id)}, ${array(payments, "bigint", (p) => p.bookingId)},
          ${array(payments, "payment_provider", (p) => p.provider)}, ${array(payments, "payment_status", (p) => p.status)},
          ${array(payments, "bigint", (p) => p.amount)}, ${array(payments, "text", (p) => p.currency)},
          ${array(payments, "bigint", (p) => p.capturedAmount)}, ${array(payments, "text", (p) => p.idempotencyKey)})
          as p (id, booking_id, provider, status, amount, currency, captured_amount, idempotency_key)`;
    }
    if (paymentOutcomes.size > 0) {
      const changed = [...paymentOutcomes.values()];
      const details = (name: keyof PaymentDetails, type: "text" | "bigint" | "timestamptz") =>
        array(changed, type, ({ details: known }) => known[name] ?? null);
      // Details that are not known again stay as they were.
      yield sql`update payments p set status = c.status, captured_amount = c.captured_amount,
          intent_id = coalesce(c.intent_id, p.intent_id), method = coalesce(c.method, p.method), fee = coalesce(c.fee, p.fee),
          fee_currency = coalesce(c.fee_currency, p.fee_currency),
          failure_reason = coalesce(c.failure_reason, p.failure_reason),
          capture_before = coalesce(c.capture_before, p.capture_before),
          recorded_by = coalesce(c.recorded_by, p.recorded_by),
          authorized_at = case when c.status = 'authorized' then coalesce(p.authorized_at, ${now}::timestamptz) else p.authorized_at end,
          captured_at = case when c.status = 'captured' then coalesce(p.captured_at, ${now}::timestamptz) end,
          ended_at = case when c.status in ('failed', 'cancelled') then coalesce(p.ended_at, ${now}::timestamptz) else p.ended_at end
        from unnest(${array(paymentOutcomes.keys(), "bigint", (id) => id)},
          ${array(changed, "payment_status", ({ payment }) => payment.status)},
          ${array(changed, "bigint", ({ payment }) => payment.capturedAmount)},
          ${details("intentId", "text")}, ${details("method", "text")}, ${details("fee", "bigint")},
          ${details("feeCurrency", "text")}, ${details("failureReason", "text")}, ${details("captureBefore", "timestamptz")},
          ${details("recordedBy", "bigint")})
          as c (id, status, captured_amount, intent_id, method, fee, fee_currency, failure_reason, capture_before, recorded_by)
        where p.event_id = ${event.id} and p.id = c.id`;
    }
    if (refunds.length > 0) {
      yield sql`insert into refunds (event_id, created_at, payment_id, booking_id, amount, reason, key, note, requested_by)
        select ${event.id}::bigint, ${now}::timestamptz, r.*
        from unnest(${array(refunds, "bigint", (r) => r.paymentId)}, ${array(refunds, "bigint", (r) => r.bookingId)},
          ${array(refunds, "bigint", (r) => r.amount)}, ${array(refunds, "refund_reason", (r) => r.reason)},
          ${array(refunds, "text", (r) => r.key)}, ${array(refunds, "text", (r) => r.note)},
          ${array(refunds, "bigint", (r) => r.requestedBy)}) as r
        on conflict (event_id, key) do nothing`;
    }
    if (cancelled.length > 0) {
      const bookingIds = array(cancelled, "bigint", ({ bookingId }) => bookingId);
      yield sql`update tickets set status = 'void', changed_at = now() where booking_id = any (${bookingIds})`;
      // Here, so that no way to cancel can forget it.
      yield sql`insert into refunds (event_id, created_at, payment_id, booking_id, amount, reason, key, requested_by, operation_id)
        select p.event_id, ${now}::timestamptz, p.id, p.booking_id, p.captured_amount - p.refunded_amount, c.reason,
          'cancelled:' || p.id, c.requested_by, c.operation_id
        from unnest(${bookingIds}, ${array(cancelled, "refund_reason", ({ reason }) => reason)},
          ${array(cancelled, "bigint", ({ requestedBy }) => requestedBy)},
          ${array(cancelled, "uuid", ({ operationId }) => operationId)}) as c (booking_id, reason, requested_by, operation_id)
        join payments p on p.event_id = ${event.id} and p.booking_id = c.booking_id
        where p.captured_amount > p.refunded_amount for no key update of p on conflict (event_id, key) do nothing`;
    }
    if (entryOutcomes.size > 0) {
      const changed = [...entryOutcomes.values()];
      yield sql`update waitlist_entries w set status = e.status, resolved_at = ${now}::timestamptz, booking_id = e.booking_id
        from unnest(${array(entryOutcomes.keys(), "bigint", (id) => id)}, ${array(changed, "waitlist_status", (e) => e.status)},
          ${array(changed, "bigint", (e) => e.bookingId)}) as e (id, status, booking_id) where w.id = e.id`;
    }
    // After ended entries, as a user who left may join again.
    if (newEntries.size > 0) {
      const news = [...newEntries.values()];
      // Never earlier than the last entry, whatever this server's clock says, so that announced positions stay true.
      yield sql`insert into waitlist_entries (id, event_id, user_id, ticket_type_id, quantity, accept_fewer, status, booking_id,
          joined_at, resolved_at) overriding system value
        select e.id, ${event.id}::bigint, e.user_id, e.ticket_type_id, e.quantity, e.accept_fewer, e.status, e.booking_id,
          greatest(${now}::timestamptz, (
            select max(joined_at) from waitlist_entries where event_id = ${event.id} and status = 'waiting')),
          case when e.status = 'waiting' then null else ${now}::timestamptz end
        from unnest(${array(news, "bigint", (e) => e.id)}, ${array(news, "bigint", (e) => e.userId)},
          ${array(news, "bigint", (e) => e.ticketTypeId)}, ${array(news, "int", (e) => e.quantity)},
          ${array(news, "bool", (e) => String(e.acceptFewer))}, ${array(news, "waitlist_status", (e) => e.status)},
          ${array(news, "bigint", (e) => e.bookingId)})
          as e (id, user_id, ticket_type_id, quantity, accept_fewer, status, booking_id)`;
    }
    if (audits.length > 0) {
      yield sql`insert into audit_log (organizer_id, event_id, at, action, actor_id, booking_id, detail)
        select ${event.organizerId}::bigint, ${event.id}::bigint, ${now}::timestamptz, a.*
        from unnest(${array(audits, "text", (a) => a.action)}, ${array(audits, "bigint", (a) => a.actorId)},
          ${array(audits, "bigint", (a) => a.bookingId)}, ${array(audits, "jsonb", (a) => JSON.stringify(a.detail))}) as a`;
    }
    if (outbox.length > 0) {
      yield sql`insert into outbox (id, name, data)
        select * from unnest(${array(outbox, "uuid", (o) => o.id)}, ${array(outbox, "text", (o) => o.name)},
          ${array(outbox, "jsonb", (o) => JSON.stringify(o.data))})`;
    }
  }

  private clear() {
    for (const rows of [
      this.bookings,
      this.items,
      this.tickets,
      this.audits,
      this.outbox,
      this.cancelled,
      this.payments,
      this.refunds,
    ])
      rows.length = 0;
    for (const changes of [
      this.bookingOutcomes,
      this.newEntries,
      this.entryOutcomes,
      this.soldChanges,
      this.paymentOutcomes,
    ])
      changes.clear();
    Object.assign(this.seatChanges, { available: 0, waitlist: 0, capacity: 0 });
  }
}
