import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayOf as array, pipelined, prepared } from "@/db/prepared";
import type { waitlistEntries } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { holderSearch } from "@/lib/search/vector";
import type { BookingRow } from "./load";

type EntryStatus = (typeof waitlistEntries.$inferSelect)["status"];
type Outcome = Pick<BookingRow, "status" | "confirmedAt" | "cancelledAt">;
type EntryOutcome = { status: EntryStatus; bookingId: number | null };
type NewEntry = { id: number; userId: number; ticketTypeId: number | null; quantity: number; acceptFewer: boolean };
type Holder = { holderName: string; holderEmail: string | null };
type Ticket = Holder & { bookingId: number; ticketTypeId: number; code: string };
type Item = { bookingId: number; ticketTypeId: number; quantity: number; unitPrice: number };
type Audit = { action: AuditAction; actorId: number | null; bookingId: number | null; detail: Record<string, unknown> };
type OutboxRow = { id: string; name: string; data: Record<string, number | string> };

/**
 * What was decided under an event's row lock, to be written in one go: one statement for each kind of row, for any
 * number of requests, all sent at once.
 */
export class PendingWrites {
  readonly bookings: BookingRow[] = [];
  readonly items: Item[] = [];
  readonly tickets: Ticket[] = [];
  readonly audits: Audit[] = [];
  readonly outbox: OutboxRow[] = [];
  /** Bookings whose tickets are no longer valid. */
  readonly voided: number[] = [];
  /** What became of bookings, by id. */
  readonly outcomes = new Map<number, Outcome>();
  /** Who joined the waitlist, with what has become of it since, by id. */
  readonly joined = new Map<number, NewEntry & EntryOutcome>();
  /** What became of entries in the waitlist, by id. */
  readonly entries = new Map<number, EntryOutcome>();
  /** Seats more (or fewer) sold, by ticket type. */
  readonly sold = new Map<number, number>();
  readonly seats = { available: 0, waitlist: 0, capacity: 0 };

  async write(tx: Transaction, event: { id: number; organizerId: number; currency: string }, now: Date) {
    const statements = [...this.statements(event, now.toISOString())];
    this.clear();
    await pipelined(statements.map((statement) => prepared(tx, statement)));
  }

  private *statements(event: { id: number; organizerId: number; currency: string }, now: string): Generator<SQL> {
    const { bookings, items, tickets, audits, outbox, outcomes, joined, entries, voided, sold, seats } = this;
    // The counters first: what would go below zero is refused before anything is written for it.
    if (seats.available !== 0 || seats.waitlist !== 0 || seats.capacity !== 0) {
      // Relative, so that even a writer without the row lock could not lose an update.
      yield sql`update events set available_tickets = available_tickets + ${seats.available}::int,
        waitlist_tickets = waitlist_tickets + ${seats.waitlist}::int, capacity = capacity + ${seats.capacity}::int
        where id = ${event.id}`;
    }
    if (sold.size > 0) {
      yield sql`update ticket_types t set sold = t.sold + d.change
        from unnest(${array(sold.keys(), "bigint", (id) => id)}, ${array(sold.values(), "int", (change) => change)})
          as d (id, change) where t.id = d.id`;
    }
    // Before new bookings: who had one that has ended may have another.
    if (outcomes.size > 0) {
      const changed = [...outcomes.values()];
      yield sql`update bookings b set status = o.status, confirmed_at = o.confirmed_at, cancelled_at = o.cancelled_at
        from unnest(${array(outcomes.keys(), "bigint", (id) => id)}, ${array(changed, "booking_status", (o) => o.status)},
          ${array(changed, "timestamptz", (o) => o.confirmedAt)}, ${array(changed, "timestamptz", (o) => o.cancelledAt)})
          as o (id, status, confirmed_at, cancelled_at) where b.id = o.id`;
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
      const found = tickets.map(holderSearch);
      yield sql`insert into tickets (event_id, booking_id, ticket_type_id, code, holder_name, holder_email, search, folding)
        select ${event.id}::bigint, t.* from unnest(${array(tickets, "bigint", (t) => t.bookingId)},
          ${array(tickets, "bigint", (t) => t.ticketTypeId)}, ${array(tickets, "text", (t) => t.code)},
          ${array(tickets, "text", (t) => t.holderName)}, ${array(tickets, "text", (t) => t.holderEmail)},
          ${array(found, "tsvector", (f) => f.search)}, ${array(found, "smallint", (f) => f.folding)}) as t`;
    }
    if (voided.length > 0) {
      yield sql`update tickets set status = 'void', changed_at = now()
        where booking_id = any (${array(voided, "bigint", (id) => id)})`;
    }
    if (entries.size > 0) {
      const changed = [...entries.values()];
      yield sql`update waitlist_entries w set status = e.status, resolved_at = ${now}::timestamptz, booking_id = e.booking_id
        from unnest(${array(entries.keys(), "bigint", (id) => id)}, ${array(changed, "waitlist_status", (e) => e.status)},
          ${array(changed, "bigint", (e) => e.bookingId)}) as e (id, status, booking_id) where w.id = e.id`;
    }
    // After those that have left: who left may join again.
    if (joined.size > 0) {
      const news = [...joined.values()];
      // Never before the last in line, whatever this server's clock says: a place that was told stays true.
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
    for (const rows of [this.bookings, this.items, this.tickets, this.audits, this.outbox, this.voided])
      rows.length = 0;
    for (const changes of [this.outcomes, this.joined, this.entries, this.sold]) changes.clear();
    Object.assign(this.seats, { available: 0, waitlist: 0, capacity: 0 });
  }
}
