import type { Redis } from "@upstash/redis";
import { and, eq } from "drizzle-orm";
import { isConnectionLost, violates } from "@/db/errors";
import { bookings } from "@/db/schema";
import { answerClockRules, type ClockAnswer, type ClockAnswerResult } from "@/lib/clock-rules/answer";
import { type FollowResult, followClockRules } from "@/lib/clock-rules/follow";
import { Combiner } from "@/lib/combiner";
import { type Deadline, deadlineIn } from "@/lib/deadline";
import { type ChangeInput, changeEvent } from "@/lib/event-editing/change";
import { type PublishInput, publish } from "@/lib/event-editing/publish";
import type { ChangeResult, PublishResult, SaveDraftResult } from "@/lib/event-editing/results";
import { type SaveDraftInput, saveDraft } from "@/lib/event-editing/save-draft";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { log } from "@/lib/log";
import { type ChangeWishInput, changeWish } from "@/lib/waitlist/change-wish";
import { closeWaitlist } from "@/lib/waitlist/close";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { type JoinWaitlistInput, joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { type OfferByHandInput, offerByHand } from "@/lib/waitlist/offer-by-hand";
import { type AddGuestInput, addGuest } from "./add-guest";
import type { Batch } from "./batch";
import { type CancelInput, cancel, release } from "./cancel";
import { type CancelEventInput, cancelEvent } from "./cancel-event";
import { cancelEventBookings } from "./cancel-event-bookings";
import { type CapacityInput, changeCapacity } from "./capacity";
import { type ConfirmInput, confirm } from "./confirm";
import { busy, EventTransactions, queueLimits, type TransactionDependencies, unreachable } from "./event-transactions";
import { expire } from "./expire";
import { type FoundBooking, findBookings } from "./find-bookings";
import { mendCounters } from "./mend";
import { type MoveInput, moveTicketType } from "./move-ticket-type";
import { underRedisLock } from "./redis-lock";
import { type ReserveInput, reserve } from "./reserve";
import type {
  AddGuestResult,
  CancelEventResult,
  CancelResult,
  CapacityResult,
  ChangeWishResult,
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

type Dependencies = TransactionDependencies & {
  /** Null: no first gate. */
  redis: Redis | null;
};

/**
 * The one way to change what an event has left. Everything that decides about seats runs here, under the event's row
 * lock. In this process there is one transaction at a time for each event, and it decides all that waited for it; in
 * others, too, and the row lock orders them. Every operation is idempotent, and every expected outcome is a return value:
 * by the deadline, five seconds from the call where none is handed in, and `UNKNOWN` if it is not known by then.
 */
export class BookingConcurrencyManager {
  private readonly events: EventTransactions;
  private readonly lookups: Combiner<string, FoundBooking>;

  constructor(private readonly deps: Dependencies) {
    const { redis } = deps;
    this.events = new EventTransactions(
      redis ? { onChange: (slug) => announceSalesChange(redis, slug), ...deps } : deps,
    );
    this.lookups = new Combiner({
      ...queueLimits,
      maxRuns: 1,
      maxBatch: 1_000,
      run: (_, references) => findBookings(deps.db, references),
    });
  }

  /** How many requests of this process wait for an event. */
  queue(eventId: number): number {
    return this.events.waiting(eventId);
  }

  /** How long the oldest of its transactions has taken so far, in milliseconds. */
  oldestRunMs(): number {
    return Math.max(this.events.oldestRunMs(), this.lookups.oldestRunMs());
  }

  /** Puts seats on hold. Safe to repeat with the same idempotency key: it answers with the same booking. */
  async reserve(input: ReserveInput, deadline?: Deadline): Promise<ReserveResult> {
    const key = `booking_lock:${input.eventId}:${input.userId}`;
    try {
      const result = await underRedisLock(this.deps.redis, key, () =>
        this.events.together(input.eventId, input, (batch) => reserve(batch, input), deadline),
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
      return (await this.events.underRowLock(input.eventId, (locked) => addGuest(locked, input))) ?? EVENT_NOT_FOUND;
    } catch (error) {
      if (violates(error, "bookings_idempotency_key")) return { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
      throw error;
    }
  }

  /** Gives tickets of a confirmed booking another type. */
  async moveTicketType(input: MoveInput): Promise<MoveResult> {
    return (
      (await this.events.underRowLock(input.eventId, (locked) => moveTicketType(locked, input))) ?? BOOKING_NOT_FOUND
    );
  }

  /** Takes the booking's last move back. */
  async undoMove(input: UndoMoveInput): Promise<MoveResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => undoMove(locked, input))) ?? BOOKING_NOT_FOUND;
  }

  /** Turns a hold into a confirmed booking with tickets; one that ran out is revived if its seats are still free. */
  async confirm(input: ConfirmInput, deadline?: Deadline): Promise<ConfirmResult> {
    return this.onBooking(input.reference, input.userId, (batch, id) => confirm(batch, id, input), deadline);
  }

  /** Gives up a hold, and never a confirmed booking. */
  async release(input: { reference: string; userId: number }, deadline?: Deadline): Promise<ReleaseResult> {
    return this.onBooking(input.reference, input.userId, (batch, id) => release(batch, id, input.userId), deadline);
  }

  /** Releases a hold, or cancels a confirmed booking: its owner until the cutoff and while nobody is checked in, an organizer always. */
  async cancel(input: CancelInput, deadline?: Deadline): Promise<CancelResult> {
    const ownerId = input.actor.isOrganizer ? null : input.actor.userId;
    const more = { checkedIn: ownerId !== null };
    return this.onBooking(input.reference, ownerId, (batch, id) => cancel(batch, id, input), deadline, more);
  }

  /** Closes sales for good and starts the operation that ends every booking and tells everybody. */
  async cancelEvent(input: CancelEventInput): Promise<CancelEventResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => cancelEvent(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Ends some of a cancelled event's bookings, and notes for the operation who is to hear of it. */
  async cancelEventBookings(input: { eventId: number; operationId: string; actorId: number }): Promise<EndedResult> {
    return (
      (await this.events.underRowLock(input.eventId, (locked) => cancelEventBookings(locked, input))) ?? EVENT_NOT_FOUND
    );
  }

  /** The same for those who wait. */
  async closeWaitlist(input: { eventId: number; operationId: string; actorId: number }): Promise<EndedResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => closeWaitlist(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Ends a hold whose time is up. `eventId`: where it is known, it is not asked for. */
  async expire(input: { bookingId: number; eventId?: number }): Promise<ExpireResult> {
    const { bookingId } = input;
    const eventId = input.eventId ?? (await this.eventOfHold(bookingId));
    if (eventId === null) return { ok: true, expired: false };
    const result = await this.events.together(eventId, { bookingId }, (batch) => expire(batch, bookingId));
    return result ?? { ok: true, expired: false };
  }

  async joinWaitlist(input: JoinWaitlistInput, deadline?: Deadline): Promise<JoinWaitlistResult> {
    const result = await this.events.underRowLock(input.eventId, (locked) => joinWaitlist(locked, input), deadline);
    return result ?? EVENT_NOT_FOUND;
  }

  async leaveWaitlist(input: { eventId: number; userId: number }, deadline?: Deadline): Promise<LeaveWaitlistResult> {
    const { eventId, userId } = input;
    const result = await this.events.underRowLock(eventId, (locked) => leaveWaitlist(locked, userId), deadline);
    return result ?? { ok: true, left: false };
  }

  /** Has somebody in line wait for another ticket type, or for any. */
  async changeWish(input: ChangeWishInput, deadline?: Deadline): Promise<ChangeWishResult> {
    const result = await this.events.underRowLock(input.eventId, (locked) => changeWish(locked, input), deadline);
    return result ?? EVENT_NOT_FOUND;
  }

  /** Gives free seats to the line. `actorId`: the member of the team who started it, if somebody did. */
  async convertWaitlist(input: { eventId: number; actorId?: number }): Promise<ConvertResult> {
    const { eventId, actorId = null } = input;
    const result = await this.events.underRowLock(eventId, (locked) => convertWaitlist(locked, actorId));
    if (result?.ok) {
      const { ok: _, ...counts } = result;
      log.info("waitlist.run", { eventId: input.eventId, ...counts });
    }
    return result ?? EVENT_NOT_FOUND;
  }

  /** Gives free seats to one in line, wherever they stand. */
  async offerByHand(input: OfferByHandInput): Promise<OfferByHandResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => offerByHand(locked, input))) ?? EVENT_NOT_FOUND;
  }

  async changeCapacity(input: CapacityInput): Promise<CapacityResult> {
    return (
      (await this.events.underRowLock(input.eventId, (locked) => changeCapacity(locked, input))) ?? EVENT_NOT_FOUND
    );
  }

  /** Keeps what was typed into a draft. */
  async saveDraft(input: SaveDraftInput): Promise<SaveDraftResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => saveDraft(locked, input))) ?? EVENT_NOT_FOUND;
  }

  async publish(input: PublishInput): Promise<PublishResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => publish(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Saves a published event with its ticket types and its capacity. */
  async changeEvent(input: ChangeInput): Promise<ChangeResult> {
    return (await this.events.underRowLock(input.eventId, (locked) => changeEvent(locked, input))) ?? EVENT_NOT_FOUND;
  }

  /** Has an event follow the present rules of its time zone, as far as nobody has booked it. */
  async followClockRules(input: { eventId: number }): Promise<FollowResult | LockRefusal | typeof EVENT_NOT_FOUND> {
    return (await this.events.underRowLock(input.eventId, followClockRules)) ?? EVENT_NOT_FOUND;
  }

  /** Settles by its organizer what rules of time zones have done to a booked event. */
  async answerClockRules(input: ClockAnswer): Promise<ClockAnswerResult> {
    return (
      (await this.events.underRowLock(input.eventId, (locked) => answerClockRules(locked, input))) ?? EVENT_NOT_FOUND
    );
  }

  /** Sets drifted counters to what the bookings say. `mended: false`: nothing differed, or it is oversold. */
  async mendCounters(input: { eventId: number }): Promise<{ mended: boolean } | LockRefusal> {
    return (await this.events.underRowLock(input.eventId, mendCounters)) ?? { mended: false };
  }

  private async eventOfHold(bookingId: number): Promise<number | null> {
    const [hold] = await this.deps.db
      .select({ eventId: bookings.eventId })
      .from(bookings)
      .where(and(eq(bookings.id, bookingId), eq(bookings.status, "pending")));
    return hold?.eventId ?? null;
  }

  /** One decision about a booking, of this owner or (null) of anybody, together with others of its event. */
  private async onBooking<T>(
    reference: string,
    ownerId: number | null,
    decide: (batch: Batch, bookingId: number) => T,
    deadline = deadlineIn(),
    more: { checkedIn?: boolean } = {},
  ): Promise<T | LockRefusal | typeof BOOKING_NOT_FOUND> {
    const found = await this.lookups.submit(ANY, reference, deadline).catch((error: unknown) => {
      if (isConnectionLost(error)) return { isUnsettled: true } as const;
      throw error;
    });
    if ("isBusy" in found) return busy(found.retryAfterSeconds);
    // Nothing is decided yet.
    if ("isUnsettled" in found) return unreachable;
    const { booking } = found;
    if (!booking || (ownerId !== null && booking.userId !== ownerId)) return BOOKING_NOT_FOUND;
    const needs = { bookingId: booking.id, userId: booking.userId, ...more };
    const result = await this.events.together(booking.eventId, needs, (batch) => decide(batch, booking.id), deadline);
    return result ?? BOOKING_NOT_FOUND;
  }
}

/** The one key of what is looked up for all events together. */
const ANY = 0;
const EVENT_NOT_FOUND = { ok: false, code: "EVENT_NOT_FOUND" } as const;
const BOOKING_NOT_FOUND = { ok: false, code: "BOOKING_NOT_FOUND" } as const;
