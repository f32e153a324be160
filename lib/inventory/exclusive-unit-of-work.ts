import { and, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { waitlistEntries } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import { allocateIds, type BatchRequest, loadBookings, readWaitlist } from "./load";
import { salesRefusal } from "./sales";
import { EventUnitOfWork } from "./unit-of-work";

/** The unit of work of an exclusive decision, which can also read more and write other rows. */
export class ExclusiveUnitOfWork extends EventUnitOfWork {
  /**
   * For changes that are not about seats: columns of the event, its ticket types, rows that refer to them. Pending changes
   * are not in the database yet: see `flush`.
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
    this.addBookings(loaded.bookings);
    this.waitlist.load([...loaded.entries, ...line.entries]);
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
}
