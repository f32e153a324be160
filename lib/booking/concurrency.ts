import type { Redis } from "@upstash/redis";
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { sqlState, violates } from "@/db/errors";
import { bookings } from "@/db/schema";
import { type ChangeInput, changeEvent } from "@/lib/event-editing/change";
import { type PublishInput, publish } from "@/lib/event-editing/publish";
import type { ChangeResult, PublishResult, SaveDraftResult } from "@/lib/event-editing/results";
import { type SaveDraftInput, saveDraft } from "@/lib/event-editing/save-draft";
import { log } from "@/lib/log";
import { closeWaitlist } from "@/lib/waitlist/close";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { type JoinWaitlistInput, joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { type OfferByHandInput, offerByHand } from "@/lib/waitlist/offer-by-hand";
import { type AddGuestInput, addGuest } from "./add-guest";
import { type CancelInput, cancel, release } from "./cancel";
import { type CancelEventInput, cancelEvent } from "./cancel-event";
import { cancelEventBookings } from "./cancel-event-bookings";
import { type CapacityInput, changeCapacity } from "./capacity";
import { type ConfirmInput, confirm } from "./confirm";
import { expire } from "./expire";
import { type LockEvent, LockedEvent, lockEventRow } from "./locked-event";
import { mendCounters } from "./mend";
import { type MoveInput, moveTicketType } from "./move-ticket-type";
import { underRedisLock } from "./redis-lock";
import { type ReserveInput, reserve } from "./reserve";
import type {
  AddGuestResult,
  CancelEventResult,
  CancelResult,
  CapacityResult,
  ConfirmResult,
  ConvertResult,
  EndedResult,
  ExpireResult,
  JoinWaitlistResult,
  LeaveWaitlistResult,
  LockRefusal,
  MoveResult,
  OfferByHandResult,
  ReleaseResult,
  ReserveResult,
} from "./results";
import { type UndoMoveInput, undoMove } from "./undo-move";

const LOCK_TIMEOUT_MS = 2_000;

type Dependencies = {
  /** The pool; or a transaction, in which each operation is then a savepoint. */
  db: Pick<Database, "select" | "transaction">;
  /** Null: no first gate. */
  redis: Redis | null;
  now?: () => Date;
  /** Called after the commit with the outbox rows it wrote, so that they can be relayed at once. */
  onCommit?: (outboxIds: string[]) => void;
  /** How the event's row is locked. Tests take the lock out here, to show that it is what keeps them right. */
  lockEvent?: LockEvent;
};

/**
 * The one way to change what an event has left. Everything that decides about seats runs here, one transaction at a
 * time per event under its row lock; every operation is idempotent, and every expected outcome is a return value.
 */
export class BookingConcurrencyManager {
  constructor(private readonly deps: Dependencies) {}

  /** Puts seats on hold. Safe to repeat with the same idempotency key: it answers with the same booking. */
  async reserve(input: ReserveInput): Promise<ReserveResult> {
    const key = `booking_lock:${input.eventId}:${input.userId}`;
    try {
      const result = await underRedisLock(this.deps.redis, key, () =>
        this.underRowLock(input.eventId, (locked) => reserve(locked, input)),
      );
      return result === "taken" ? { ok: false, code: "BOOKING_IN_PROGRESS" } : (result ?? EVENT_NOT_FOUND);
    } catch (error) {
      // Two events have two row locks: only the index sees one key arrive at both in the same moment.
      if (violates(error, "bookings_idempotency_key")) return { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
      throw error;
    }
  }

  /** Puts somebody on the guest list: a confirmed booking made by the organizer. Idempotent by its key. */
  async addGuest(input: AddGuestInput): Promise<AddGuestResult> {
    try {
      return (await this.underRowLock(input.eventId, (locked) => addGuest(locked, input))) ?? EVENT_NOT_FOUND;
    } catch (error) {
      if (violates(error, "bookings_idempotency_key")) return { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
      throw error;
    }
  }

  /** Gives tickets of a confirmed booking another type. */
  async moveTicketType(input: MoveInput): Promise<MoveResult> {
    return (await this.underRowLock(input.eventId, (locked) => moveTicketType(locked, input))) ?? BOOKING_NOT_FOUND;
  }

  /** Takes the booking's last move back. */
  async undoMove(input: UndoMoveInput): Promise<MoveResult> {
    return (await this.underRowLock(input.eventId, (locked) => undoMove(locked, input))) ?? BOOKING_NOT_FOUND;
  }

  /** Turns a hold into a confirmed booking with tickets; one that ran out is revived if its seats are still free. */
  async confirm(input: ConfirmInput): Promise<ConfirmResult> {
    const booking = await this.find(input.reference, input.userId);
    if (!booking) return BOOKING_NOT_FOUND;
    const result = await this.underRowLock(booking.eventId, (locked) => confirm(locked, booking.id, input));
    return result ?? BOOKING_NOT_FOUND;
  }

  /** Gives up a hold, and never a confirmed booking. */
  async release(input: { reference: string; userId: number }): Promise<ReleaseResult> {
    const booking = await this.find(input.reference, input.userId);
    if (!booking) return BOOKING_NOT_FOUND;
    const result = await this.underRowLock(booking.eventId, (locked) => release(locked, booking.id, input.userId));
    return result ?? BOOKING_NOT_FOUND;
  }

  /** Releases a hold, or cancels a confirmed booking: its owner until the cutoff, an organizer always. */
  async cancel(input: CancelInput): Promise<CancelResult> {
    const booking = await this.find(input.reference, input.actor.isOrganizer ? null : input.actor.userId);
    if (!booking) return BOOKING_NOT_FOUND;
    const result = await this.underRowLock(booking.eventId, (locked) => cancel(locked, booking.id, input));
    return result ?? BOOKING_NOT_FOUND;
  }

  /** Closes sales for good and starts the operation that ends every booking and tells everybody. */
  async cancelEvent(input: CancelEventInput): Promise<CancelEventResult> {
    return (await this.underRowLock(input.eventId, (locked) => cancelEvent(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Ends some of a cancelled event's bookings, and notes for the operation who is to hear of it. */
  async cancelEventBookings(input: { eventId: number; operationId: string; actorId: number }): Promise<EndedResult> {
    return (await this.underRowLock(input.eventId, (locked) => cancelEventBookings(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** The same for those who wait. */
  async closeWaitlist(input: { eventId: number; operationId: string; actorId: number }): Promise<EndedResult> {
    return (await this.underRowLock(input.eventId, (locked) => closeWaitlist(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Ends a hold whose time is up. */
  async expire(input: { bookingId: number }): Promise<ExpireResult> {
    const [booking] = await this.deps.db
      .select({ eventId: bookings.eventId })
      .from(bookings)
      .where(and(eq(bookings.id, input.bookingId), eq(bookings.status, "pending")));
    if (!booking) return { ok: true, expired: false };
    const result = await this.underRowLock(booking.eventId, (locked) => expire(locked, input.bookingId));
    return result ?? { ok: true, expired: false };
  }

  async joinWaitlist(input: JoinWaitlistInput): Promise<JoinWaitlistResult> {
    return (await this.underRowLock(input.eventId, (locked) => joinWaitlist(locked, input))) ?? EVENT_NOT_FOUND;
  }

  async leaveWaitlist(input: { eventId: number; userId: number }): Promise<LeaveWaitlistResult> {
    const result = await this.underRowLock(input.eventId, (locked) => leaveWaitlist(locked, input.userId));
    return result ?? { ok: true, left: false };
  }

  /** Gives free seats to the line. `actorId`: the member of the team who started it, if somebody did. */
  async convertWaitlist(input: { eventId: number; actorId?: number }): Promise<ConvertResult> {
    const { eventId, actorId = null } = input;
    const result = await this.underRowLock(eventId, (locked) => convertWaitlist(locked, actorId));
    if (result?.ok) {
      const { ok: _, ...counts } = result;
      log.info("waitlist.run", { eventId: input.eventId, ...counts });
    }
    return result ?? EVENT_NOT_FOUND;
  }

  /** Gives free seats to one in line, wherever they stand. */
  async offerByHand(input: OfferByHandInput): Promise<OfferByHandResult> {
    return (await this.underRowLock(input.eventId, (locked) => offerByHand(locked, input))) ?? EVENT_NOT_FOUND;
  }

  async changeCapacity(input: CapacityInput): Promise<CapacityResult> {
    return (await this.underRowLock(input.eventId, (locked) => changeCapacity(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Keeps what was typed into a draft. */
  async saveDraft(input: SaveDraftInput): Promise<SaveDraftResult> {
    return (await this.underRowLock(input.eventId, (locked) => saveDraft(locked, input))) ?? EVENT_NOT_FOUND;
  }

  async publish(input: PublishInput): Promise<PublishResult> {
    return (await this.underRowLock(input.eventId, (locked) => publish(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Saves a published event with its ticket types and its capacity. */
  async changeEvent(input: ChangeInput): Promise<ChangeResult> {
    return (await this.underRowLock(input.eventId, (locked) => changeEvent(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Sets drifted counters to what the bookings say. `mended: false`: nothing differed, or it is oversold. */
  async mendCounters(input: { eventId: number }): Promise<{ mended: boolean } | LockRefusal> {
    return (await this.underRowLock(input.eventId, mendCounters)) ?? { mended: false };
  }

  private async find(reference: string, userId: number | null) {
    const [booking] = await this.deps.db
      .select({ id: bookings.id, eventId: bookings.eventId })
      .from(bookings)
      .where(and(eq(bookings.reference, reference), userId === null ? undefined : eq(bookings.userId, userId)));
    return booking;
  }

  /** Runs `work` in a transaction that holds the event's row lock; null where there is no such event. No network calls in it. */
  private async underRowLock<T>(
    eventId: number,
    work: (locked: LockedEvent) => Promise<T>,
  ): Promise<T | LockRefusal | null> {
    const { db, now = () => new Date(), lockEvent = lockEventRow, onCommit } = this.deps;
    try {
      const { result, announced } = await db.transaction(async (tx) => {
        // A bounded wait: under a rush, "busy, try again" beats a request that hangs until its platform kills it.
        await tx.execute(sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`));
        const row = await lockEvent(tx, eventId);
        if (!row) return { result: null, announced: [] };
        // Read after the lock was granted: what ran out while this request waited has run out.
        const locked = new LockedEvent(tx, row, now());
        return { result: await work(locked), announced: locked.announced };
      });
      if (announced.length > 0) onCommit?.(announced);
      return result;
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      log.warn("booking.row-lock.timeout", { eventId });
      return { ok: false, code: "BUSY" };
    }
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
const EVENT_NOT_FOUND = { ok: false, code: "EVENT_NOT_FOUND" } as const;
const BOOKING_NOT_FOUND = { ok: false, code: "BOOKING_NOT_FOUND" } as const;
