import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { events, ticketTypes } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import type { Announcement } from "@/inngest/events";
import type { DataOf } from "@/lib/outbox/outbox";
import { newOutboxId } from "@/lib/outbox/outbox-id";
import { PendingWrites } from "./pending-writes";

const columns = {
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
};

export type EventRow = {
  [K in keyof typeof columns]: (typeof events.$inferSelect)[K];
};

export type LockEvent = (tx: Transaction, eventId: number) => Promise<EventRow | undefined>;

/**
 * Takes the event's row lock: from here to the commit nobody else decides about its seats. Everything that
 * reads before it writes (who is active, what is left, who waits) is read after this, under READ COMMITTED.
 * NO KEY UPDATE excludes itself, every UPDATE and FOR UPDATE; it lets only foreign keys' checks pass, so that a scan or
 * an email, which refer to the event and decide nothing about it, do not wait for a batch.
 */
export const lockEventRow: LockEvent = async (tx, eventId) => {
  const locking = tx
    .select(columns)
    .from(events)
    .where(eq(events.id, eventId))
    .for("no key update")
    .prepare("lock_event");
  const [event] = await locking.execute();
  return event;
};

type AuditEntry = { actorId: number | null; bookingId?: number; detail?: Record<string, unknown> };

/** What an operation works with while it holds the event's row lock. */
export class LockedEvent {
  /** Ids of the outbox rows written, or recorded, so far. */
  readonly announced: string[] = [];
  /** What was decided and is not in the database yet. */
  readonly pending = new PendingWrites();
  /** The ticket types as they were read last; what they have sold is kept in step. */
  types: TicketTypeRow[] = [];

  constructor(
    readonly tx: Transaction,
    /** Counters are kept in step with what this transaction has recorded. */
    readonly row: EventRow,
    readonly now: Date,
  ) {}

  /** Records a fact to announce, without writing it yet. */
  recordAnnouncement<T extends Announcement>(announcement: T, data: DataOf<T>) {
    const id = newOutboxId();
    this.pending.outbox.push({ id, name: announcement.name, data });
    this.announced.push(id);
  }

  /** Records a step for the audit log, without writing it yet. */
  recordAudit(action: AuditAction, { actorId, bookingId, detail = {} }: AuditEntry) {
    this.pending.audits.push({ action, actorId, bookingId: bookingId ?? null, detail });
  }

  /** Writes all that is recorded. */
  save() {
    return this.pending.write(this.tx, this.row, this.now);
  }

  announce<T extends Announcement>(announcement: T, data: DataOf<T>) {
    this.recordAnnouncement(announcement, data);
    return this.save();
  }

  audit(action: AuditAction, entry: AuditEntry) {
    this.recordAudit(action, entry);
    return this.save();
  }

  async ticketTypes() {
    this.types = await readTicketTypes(this.tx, this.row.id);
    return this.types;
  }
}

export async function readTicketTypes(tx: Transaction, eventId: number) {
  const reading = tx
    .select()
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(ticketTypes.position, ticketTypes.id)
    .prepare("ticket_types");
  return reading.execute();
}

export type TicketTypeRow = typeof ticketTypes.$inferSelect;
