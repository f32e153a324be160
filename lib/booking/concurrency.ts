import type { Redis } from "@upstash/redis";
import { and, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { isConnectionLost, sqlState, violates } from "@/db/errors";
import { prepared } from "@/db/prepared";
import { bookings } from "@/db/schema";
import { Combiner } from "@/lib/combiner";
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
import { type Batch, type Needs, openBatch } from "./batch";
import { type CancelInput, cancel, release } from "./cancel";
import { type CancelEventInput, cancelEvent } from "./cancel-event";
import { cancelEventBookings } from "./cancel-event-bookings";
import { type CapacityInput, changeCapacity } from "./capacity";
import { type ConfirmInput, confirm } from "./confirm";
import { expire } from "./expire";
import { type FoundBooking, findBookings } from "./find-bookings";
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
/** Requests decided under one row lock: enough to share its cost, few enough that other instances soon have their turn. */
const MAX_BATCH = 256;
/** Beyond these a request is told to come back instead of being kept waiting. */
const MAX_WAITING = 4_000;
const MAX_WAIT_MS = 5_000;

type Dependencies = {
  db: Pick<Database, "select" | "transaction">;
  /** Null: no first gate. */
  redis: Redis | null;
  now?: () => Date;
  /** Events written to at the same time, with a connection each. */
  maxTransactions?: number;
  /** Called after the commit with the outbox rows it wrote, so that they can be relayed at once. */
  onCommit?: (outboxIds: string[]) => void;
  /** How the event's row is locked. Tests take the lock out here, to show that it is what keeps them right. */
  lockEvent?: LockEvent;
};

/** What is to be done under an event's row lock: together with others, or alone. */
type Job =
  | { needs: Needs; decide: (batch: Batch) => void }
  | { needs: null; work: (locked: LockedEvent) => Promise<void> };
/** The outbox rows written for it; or why it was not done. */
type Outcome = { announced: string[] } | { failed: unknown } | "no-event" | "locked";

/**
 * The one way to change what an event has left. Everything that decides about seats runs here, under the event's row
 * lock. In this process there is one transaction at a time for each event, and it decides all that waited for it; in
 * others, too, and the row lock orders them. Every operation is idempotent, and every expected outcome is a return value.
 */
export class BookingConcurrencyManager {
  private readonly events: Combiner<Job, Outcome>;
  private readonly lookups: Combiner<string, FoundBooking>;

  constructor(private readonly deps: Dependencies) {
    const limits = { maxWaiting: MAX_WAITING, maxWaitMs: MAX_WAIT_MS, maxRuns: deps.maxTransactions ?? 4 };
    this.events = new Combiner({
      ...limits,
      maxBatch: MAX_BATCH,
      isAlone: (job) => job.needs === null,
      run: (eventId, jobs) => this.runUnderRowLock(eventId, jobs),
    });
    this.lookups = new Combiner({
      ...limits,
      maxBatch: 1_000,
      run: (_, references) => findBookings(deps.db, references),
    });
  }

  /** How many requests of this process wait for an event. */
  queue(eventId: number): number {
    return this.events.waiting(eventId);
  }

  /** Puts seats on hold. Safe to repeat with the same idempotency key: it answers with the same booking. */
  async reserve(input: ReserveInput): Promise<ReserveResult> {
    const key = `booking_lock:${input.eventId}:${input.userId}`;
    try {
      const result = await underRedisLock(this.deps.redis, key, () =>
        this.together(input.eventId, input, (batch) => reserve(batch, input)),
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
    return this.onBooking(input.reference, input.userId, (batch, id) => confirm(batch, id, input));
  }

  /** Gives up a hold, and never a confirmed booking. */
  async release(input: { reference: string; userId: number }): Promise<ReleaseResult> {
    return this.onBooking(input.reference, input.userId, (batch, id) => release(batch, id, input.userId));
  }

  /** Releases a hold, or cancels a confirmed booking: its owner until the cutoff, an organizer always. */
  async cancel(input: CancelInput): Promise<CancelResult> {
    const ownerId = input.actor.isOrganizer ? null : input.actor.userId;
    return this.onBooking(input.reference, ownerId, (batch, id) => cancel(batch, id, input));
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
    const { bookingId } = input;
    const [booking] = await this.deps.db
      .select({ eventId: bookings.eventId })
      .from(bookings)
      .where(and(eq(bookings.id, bookingId), eq(bookings.status, "pending")));
    if (!booking) return { ok: true, expired: false };
    const result = await this.together(booking.eventId, { bookingId }, (batch) => expire(batch, bookingId));
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

  /** One decision about a booking, of this owner or (null) of anybody, together with others of its event. */
  private async onBooking<T>(
    reference: string,
    ownerId: number | null,
    decide: (batch: Batch, bookingId: number) => T,
  ): Promise<T | LockRefusal | typeof BOOKING_NOT_FOUND> {
    const found = await this.lookups.submit(ANY, reference);
    if ("isBusy" in found) return busy(found.retryAfterSeconds);
    const { booking } = found;
    if (!booking || (ownerId !== null && booking.userId !== ownerId)) return BOOKING_NOT_FOUND;
    const needs = { bookingId: booking.id, userId: booking.userId };
    const result = await this.together(booking.eventId, needs, (batch) => decide(batch, booking.id));
    return result ?? BOOKING_NOT_FOUND;
  }

  /** Decides a request in the next transaction of its event; null where there is no such event. */
  private async together<T>(
    eventId: number,
    needs: Needs,
    decide: (batch: Batch) => T,
  ): Promise<T | LockRefusal | null> {
    // A batch that fails is run again in parts: the last decision is the one that was committed.
    const decided: { last?: { result: T } } = {};
    const job: Job = {
      needs,
      decide: (batch) => {
        decided.last = { result: decide(batch) };
      },
    };
    const refused = await this.submit(eventId, job);
    return refused === undefined && decided.last ? decided.last.result : (refused ?? null);
  }

  /** Runs `work` in a transaction that holds the event's row lock; null where there is no such event. No network calls in it. */
  private async underRowLock<T>(
    eventId: number,
    work: (locked: LockedEvent) => Promise<T>,
  ): Promise<T | LockRefusal | null> {
    const done: { last?: { result: T } } = {};
    const job: Job = {
      needs: null,
      work: async (locked) => {
        done.last = { result: await work(locked) };
      },
    };
    const refused = await this.submit(eventId, job);
    return refused === undefined && done.last ? done.last.result : (refused ?? null);
  }

  /** Undefined once the job was done and committed; null where there is no such event. */
  private async submit(eventId: number, job: Job): Promise<LockRefusal | null | undefined> {
    const outcome = await this.events.submit(eventId, job);
    if (outcome === "no-event") return null;
    if (outcome === "locked") return busy(LOCK_TIMEOUT_MS / 1_000);
    if ("failed" in outcome) throw outcome.failed;
    if ("isBusy" in outcome) {
      log.warn("booking.queue.full", { eventId, retryAfterSeconds: outcome.retryAfterSeconds });
      return busy(outcome.retryAfterSeconds);
    }
    if (outcome.announced.length > 0) this.deps.onCommit?.(outcome.announced);
    return undefined;
  }

  private async runUnderRowLock(eventId: number, jobs: Job[]): Promise<Outcome[]> {
    let isCommitting = false;
    try {
      return await this.deps.db.transaction(async (tx) => {
        const outcomes = await this.decideAll(tx, eventId, jobs);
        isCommitting = true;
        return outcomes;
      });
    } catch (error) {
      if (sqlState(error) === LOCK_NOT_AVAILABLE) {
        log.warn("booking.row-lock.timeout", { eventId, requests: jobs.length });
        return jobs.map(() => "locked");
      }
      if (isCommitting || jobs.length === 1 || isConnectionLost(error)) return jobs.map(() => ({ failed: error }));
      // One bad request must not fail the others: nothing was committed, so each half is tried by itself.
      const half = Math.ceil(jobs.length / 2);
      const first = await this.runUnderRowLock(eventId, jobs.slice(0, half));
      return [...first, ...(await this.runUnderRowLock(eventId, jobs.slice(half)))];
    }
  }

  private async decideAll(tx: Transaction, eventId: number, jobs: Job[]): Promise<Outcome[]> {
    const { lockEvent = lockEventRow, now = () => new Date() } = this.deps;
    // A bounded wait: under a rush, "busy, try again" beats a request that hangs until its platform kills it.
    const limit = prepared(tx, sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`));
    const [first] = jobs;
    if (first?.needs === null) {
      const [row] = await Promise.all([lockEvent(tx, eventId), limit]);
      if (!row) return ["no-event"];
      const locked = new LockedEvent(tx, row, now());
      await first.work(locked);
      return [{ announced: locked.announced }];
    }
    const together = jobs.filter((job) => job.needs !== null);
    const needs = together.map((job) => job.needs);
    const [batch] = await Promise.all([openBatch(tx, eventId, needs, lockEvent, now), limit]);
    if (!batch) return jobs.map(() => "no-event");
    const outcomes = together.map((job) => {
      const before = batch.locked.announced.length;
      job.decide(batch);
      return { announced: batch.locked.announced.slice(before) };
    });
    await batch.locked.save();
    return outcomes;
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
/** The one key of what is looked up for all events together. */
const ANY = 0;
const EVENT_NOT_FOUND = { ok: false, code: "EVENT_NOT_FOUND" } as const;
const BOOKING_NOT_FOUND = { ok: false, code: "BOOKING_NOT_FOUND" } as const;

const busy = (retryAfterSeconds: number) => ({ ok: false, code: "BUSY", retryAfterSeconds }) as const;
