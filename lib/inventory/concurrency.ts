import type { Redis } from "@upstash/redis";
import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { errorCode, isConnectionLost, sqlState } from "@/db/errors";
import { awaitPipelined, executePrepared } from "@/db/prepared-statements";
import { type Deadline, deadlineIn } from "@/lib/deadline";
import { KeyedBatcher } from "@/lib/keyed-batcher";
import { log } from "@/lib/log";
import { ExclusiveUnitOfWork } from "./exclusive-unit-of-work";
import { type FoundBooking, findBookings } from "./find-bookings";
import {
  allocateIds,
  type BatchRequest,
  type EventRow,
  type LoadedEventData,
  type LockEvent,
  type LockTickets,
  loadBookings,
  loadOverdueHolds,
  lockEventRow,
  lockTickets,
  readTicketTypes,
  readWaitingUserIds,
  readWaitlist,
} from "./load";
import { loadPayments } from "./load-payments";
import { withRedisLock } from "./redis-lock";
import { busyRefusal, type LockRefusal, unknownRefusal, unreachableRefusal } from "./results";
import { findLateBookings, mightBeShort } from "./sales";
import type { EventUnitOfWork } from "./unit-of-work";

/**
 * Set for each transaction. `lock_timeout` counts per lock, so `statement_timeout` bounds the whole statement. The last
 * one ends the transaction of a process that has stopped in the middle of it, which releases the event's row lock.
 */
const TIMEOUTS_MS = { lock_timeout: 1_500, statement_timeout: 2_500, idle_in_transaction_session_timeout: 5_000 };
const setTimeouts = sql.raw(
  `select ${Object.entries(TIMEOUTS_MS).map(([name, ms]) => `set_config('${name}', '${ms}', true)`)}`,
);
/** Requests per row lock: enough to share its cost, few enough that other instances get the lock soon. */
const MAX_BATCH = 256;
/** Beyond these limits a request is refused as busy. */
const QUEUE_LIMITS = { maxWaiting: 4_000, runMs: 2_000 };
const LOCK_NOT_AVAILABLE = "55P03";
const QUERY_CANCELED = "57014";

export type Dependencies = {
  db: Pick<Database, "select" | "transaction">;
  /** Without Redis, double clicks reach the row lock. */
  redis: Redis | null;
  now?: () => Date;
  /** Concurrent transactions, each with its own connection. */
  maxTransactions?: number;
  /** Called after a commit with the ids of its outbox rows, so that they can be relayed at once. */
  onCommit?: (outboxIds: string[]) => void;
  /** Called with the event's slug after a commit, also after one whose outcome is unknown. */
  onChange?: (slug: string) => void;
  /** Locks the event's row. Tests replace it to show that correctness depends on the lock. */
  lockEvent?: LockEvent;
  /** Locks the tickets of bookings that their owners cancel, with the same purpose in tests. */
  lockTickets?: LockTickets;
};

/** Work under an event's row lock, batched or exclusive. */
type Job =
  | { needs: BatchRequest; decide: (event: EventUnitOfWork) => void }
  | { needs: null; work: (event: ExclusiveUnitOfWork) => Promise<void>; readsOverdue: boolean };
/** The outbox rows of the job, or why it failed. */
type Outcome = { announced: string[] } | { failed: unknown } | "no-event" | "locked" | "unreachable" | "unknown";

/** Lookups for all events share one key. */
const LOOKUP_KEY = 0;

/**
 * The only way to change an event's inventory. Every decision about seats runs here, under the event's row lock. Each
 * process has one transaction per event at a time, which decides all waiting requests; the row lock serializes the
 * processes. Every request is answered by its deadline (default: five seconds from the call), with `UNKNOWN` if its
 * outcome is not known by then.
 */
export class BookingConcurrencyManager {
  private readonly batcher: KeyedBatcher<Job, Outcome>;
  private readonly lookupBatcher: KeyedBatcher<string | number, { found: FoundBooking | null }>;

  constructor(private readonly deps: Dependencies) {
    this.batcher = new KeyedBatcher({
      ...QUEUE_LIMITS,
      maxRuns: deps.maxTransactions ?? 4,
      maxBatch: MAX_BATCH,
      isExclusive: (job) => job.needs === null,
      run: (eventId, jobs) => this.runBatch(eventId, jobs),
    });
    this.lookupBatcher = new KeyedBatcher({
      ...QUEUE_LIMITS,
      maxRuns: 1,
      maxBatch: 1_000,
      run: (_, names) => findBookings(deps.db, names),
    });
  }

  /** How many requests for the event wait in this process. */
  queueLength(eventId: number): number {
    return this.batcher.queueLength(eventId);
  }

  /** How long the oldest running transaction has taken so far, in milliseconds. */
  oldestRunMs(): number {
    return Math.max(this.batcher.oldestRunMs(), this.lookupBatcher.oldestRunMs());
  }

  /**
   * Decides a request in the next batch of its event; null where there is no such event. `decide` may run more than once,
   * as a failed batch is retried in halves: the last run counts. With `once`, a second request with the same name is
   * refused while the first is in progress.
   */
  async decide<T>(
    eventId: number,
    needs: BatchRequest,
    decide: (event: EventUnitOfWork) => T,
    { deadline, once }: { deadline?: Deadline; once?: string } = {},
  ): Promise<T | LockRefusal | null> {
    const decided: { last?: { result: T } } = {};
    const job: Job = {
      needs,
      decide: (event) => {
        decided.last = { result: decide(event) };
      },
    };
    const submit = () => this.submit(eventId, job, deadline);
    const refused = await (once ? withRedisLock(this.deps.redis, once, submit) : submit());
    return refused === undefined && decided.last ? decided.last.result : (refused ?? null);
  }

  /**
   * Runs work that has a transaction of its own, as it reads or writes more than seats; null where there is no such event.
   * `work` must not make network calls. `readsOverdue: false`: it takes no seats, so overdue holds do not matter.
   */
  async runExclusive<T>(
    eventId: number,
    work: (event: ExclusiveUnitOfWork) => Promise<T>,
    { deadline, readsOverdue = true }: { deadline?: Deadline; readsOverdue?: boolean } = {},
  ): Promise<T | LockRefusal | null> {
    const done: { last?: { result: T } } = {};
    const job: Job = {
      needs: null,
      readsOverdue,
      work: async (event) => {
        done.last = { result: await work(event) };
      },
    };
    const refused = await this.submit(eventId, job, deadline);
    return refused === undefined && done.last ? done.last.result : (refused ?? null);
  }

  /** A booking's event and owner, by its reference or id; null where there is no such booking. Lookups are batched. */
  async findBooking(
    booking: { reference: string } | { id: number },
    deadline: Deadline = deadlineIn(),
  ): Promise<FoundBooking | LockRefusal | null> {
    const name = "id" in booking ? booking.id : booking.reference;
    const outcome = await this.lookupBatcher.submit(LOOKUP_KEY, name, deadline).catch((error: unknown) => {
      if (isConnectionLost(error)) return { isUnsettled: true } as const;
      throw error;
    });
    if ("isBusy" in outcome) return busyRefusal(outcome.retryAfterSeconds);
    // Nothing has been decided yet.
    return "isUnsettled" in outcome ? unreachableRefusal : outcome.found;
  }

  /** Undefined once the job is committed; null where there is no such event. */
  private async submit(eventId: number, job: Job, deadline = deadlineIn()): Promise<LockRefusal | null | undefined> {
    const outcome = await this.batcher.submit(eventId, job, deadline);
    if (outcome === "no-event") return null;
    if (outcome === "locked") return busyRefusal(Math.ceil(TIMEOUTS_MS.lock_timeout / 1_000));
    if (outcome === "unreachable") return unreachableRefusal;
    if (outcome === "unknown") return unknownRefusal;
    if ("isUnsettled" in outcome) {
      log.warn("booking.transaction.timed-out", { eventId });
      return unknownRefusal;
    }
    if ("failed" in outcome) throw outcome.failed;
    if ("isBusy" in outcome) {
      log.warn("booking.queue.overflowed", { eventId, retryAfterSeconds: outcome.retryAfterSeconds });
      return busyRefusal(outcome.retryAfterSeconds);
    }
    if (outcome.announced.length > 0) this.deps.onCommit?.(outcome.announced);
    return undefined;
  }

  private async runBatch(eventId: number, jobs: Job[]): Promise<Outcome[]> {
    const commit: { of?: Readonly<EventRow> | null } = {};
    try {
      return await this.deps.db.transaction(async (tx) => {
        const event = await this.lockAndLoad(tx, eventId, jobs);
        if (!event) return jobs.map(() => "no-event" as const);
        const outcomes: Outcome[] = [];
        for (const job of jobs) {
          const before = event.announcedIds.length;
          if (job.needs) job.decide(event);
          else await job.work(event);
          outcomes.push({ announced: event.announcedIds.slice(before) });
        }
        await event.flush();
        commit.of = event.event;
        return outcomes;
      });
    } catch (error) {
      const state = sqlState(error);
      if (state === LOCK_NOT_AVAILABLE) {
        log.warn("booking.row-lock.timed-out", { eventId, requests: jobs.length });
        return jobs.map(() => "locked");
      }
      if (isConnectionLost(error) || state === QUERY_CANCELED) {
        // Before the COMMIT was sent, nothing can have been committed; after it, only the database knows.
        const outcome = commit.of && state !== QUERY_CANCELED ? "unknown" : "unreachable";
        log.warn("booking.transaction.lost", { eventId, requests: jobs.length, outcome, code: errorCode(error) });
        return jobs.map(() => outcome);
      }
      if (commit.of || jobs.length === 1) return jobs.map(() => ({ failed: error }));
      // Nothing was committed, so each half is retried: one bad request must not fail the others.
      const half = Math.ceil(jobs.length / 2);
      const first = await this.runBatch(eventId, jobs.slice(0, half));
      return [...first, ...(await this.runBatch(eventId, jobs.slice(half)))];
    } finally {
      if (commit.of) this.deps.onChange?.(commit.of.slug);
    }
  }

  /**
   * Takes the event's row lock and reads what the requests need, in one round trip. The statements are pipelined, and each
   * has its own snapshot, taken after the lock was granted. Null: there is no such event.
   */
  private async lockAndLoad(tx: Transaction, eventId: number, jobs: Job[]): Promise<ExclusiveUnitOfWork | null> {
    const { now = () => new Date() } = this.deps;
    const needs = jobs.flatMap((job) => job.needs ?? []);
    const isExclusive = needs.length < jobs.length;
    const readsOverdue = jobs.some((job) => job.needs === null && job.readsOverdue);
    const joining = needs.filter(({ waitlist }) => waitlist === "join").length;
    const [, row, checkedIn, types, loaded, payments, waiting, line, ...ids] = await awaitPipelined([
      // Timeouts: under load, "busy, try again" is better than a request that hangs until the platform kills it.
      executePrepared(tx, setTimeouts),
      (this.deps.lockEvent ?? lockEventRow)(tx, eventId),
      (this.deps.lockTickets ?? lockTickets)(
        tx,
        needs.flatMap(({ bookingId, checkedIn }) => (bookingId && checkedIn ? [bookingId] : [])),
      ),
      readTicketTypes(tx, eventId),
      loadBookings(tx, eventId, needs),
      loadPayments(
        tx,
        eventId,
        needs.flatMap(({ bookingId, payments }) => (bookingId && payments ? [bookingId] : [])),
      ),
      // One more than this batch can serve, so that it is known whether anyone is left waiting.
      readWaitingUserIds(tx, eventId, (isExclusive ? MAX_BATCH : jobs.length) + 1),
      readWaitlist(tx, eventId, needs),
      allocateIds(tx, "bookings", needs.filter(({ items }) => items).length),
      allocateIds(tx, "waitlistEntries", joining),
      allocateIds(tx, "payments", needs.filter(({ payments }) => payments === "add").length),
    ]);
    const [bookingIds, entryIds, paymentIds] = ids;
    if (!row) return null;
    const read: LoadedEventData = {
      ...{ types, waiting, checkedIn, payments },
      bookings: loaded.bookings,
      entries: [...loaded.entries, ...line.entries],
      waitlistLength: line.length,
      ids: { bookings: bookingIds, entries: entryIds, payments: paymentIds },
    };
    // Read after the lock was granted: holds that became overdue while the requests waited are overdue.
    const at = now();
    if (readsOverdue || joining > 0 || mightBeShort(row, types, needs, findLateBookings(read, row, at))) {
      const overdue = await loadOverdueHolds(tx, eventId, at);
      read.bookings.push(...overdue.bookings);
      read.entries.push(...overdue.entries);
    }
    return new ExclusiveUnitOfWork(tx, row, at, read);
  }
}
