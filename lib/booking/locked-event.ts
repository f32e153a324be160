import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { auditLog, events, ticketTypes } from "@/db/schema";
import type { Announcement } from "@/inngest/events";
import { announce } from "@/lib/outbox/outbox";

const columns = {
  id: events.id,
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
 */
export const lockEventRow: LockEvent = async (tx, eventId) => {
  const [event] = await tx.select(columns).from(events).where(eq(events.id, eventId)).for("update");
  return event;
};

/** What an operation works with while it holds the event's row lock. */
export class LockedEvent {
  /** Ids of the outbox rows written so far. */
  readonly announced: string[] = [];

  constructor(
    readonly tx: Transaction,
    /** Counters are kept in step with what this transaction has written. */
    readonly row: EventRow,
    readonly now: Date,
  ) {}

  async announce<T extends Announcement>(announcement: T, data: Parameters<typeof announce<T>>[2]) {
    this.announced.push(await announce(this.tx, announcement, data));
  }

  async audit(action: string, entry: { actorId: number | null; bookingId?: number; detail?: Record<string, unknown> }) {
    await this.tx.insert(auditLog).values({
      action,
      organizerId: this.row.organizerId,
      eventId: this.row.id,
      at: this.now,
      ...entry,
    });
  }

  ticketTypes() {
    return this.tx
      .select()
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, this.row.id))
      .orderBy(ticketTypes.position, ticketTypes.id);
  }
}

export type TicketTypeRow = typeof ticketTypes.$inferSelect;
