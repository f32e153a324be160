import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { codeOf, isConnectionLost, sqlState } from "@/db/errors";
import { prepared } from "@/db/prepared";
import { Combiner } from "@/lib/combiner";
import { type Deadline, deadlineIn } from "@/lib/deadline";
import { log } from "@/lib/log";
import { type Batch, type Needs, openBatch } from "./batch";
import { type LockTickets, lockTickets } from "./checked-in";
import { type EventRow, type LockEvent, LockedEvent, lockEventRow } from "./locked-event";
import type { LockRefusal } from "./results";

/**
 * Set for each transaction, by the server's clock. The first is for each lock that is waited for, so another stands beside
 * it for the whole statement; the last ends the transaction of a process that has stopped in the middle of it, and with it
 * its hold on the event.
 */
const TIMEOUTS_MS = { lock_timeout: 1_500, statement_timeout: 2_500, idle_in_transaction_session_timeout: 5_000 };
const setTimeouts = sql.raw(
  `select ${Object.entries(TIMEOUTS_MS).map(([name, ms]) => `set_config('${name}', '${ms}', true)`)}`,
);
/** Requests decided under one row lock: enough to share its cost, few enough that other instances soon have their turn. */
const MAX_BATCH = 256;
/** Beyond these a request is told to come back instead of being kept waiting. */
export const queueLimits = { maxWaiting: 4_000, runMs: 2_000 };
const LOCK_NOT_AVAILABLE = "55P03";
const QUERY_CANCELED = "57014";

export type TransactionDependencies = {
  db: Pick<Database, "select" | "transaction">;
  now?: () => Date;
  /** Events written to at the same time, with a connection each. */
  maxTransactions?: number;
  /** Called after the commit with the outbox rows it wrote, so that they can be relayed at once. */
  onCommit?: (outboxIds: string[]) => void;
  /** Called after a commit, or what may have been one, with the slug of the event. */
  onChange?: (slug: string) => void;
  /** How the event's row is locked. Tests take the lock out here, to show that it is what keeps them right. */
  lockEvent?: LockEvent;
  /** The same for the tickets of bookings that their owners cancel. */
  lockTickets?: LockTickets;
};

/** What is to be done under an event's row lock: together with others, or alone. */
type Job =
  | { needs: Needs; decide: (batch: Batch) => void }
  | { needs: null; work: (locked: LockedEvent) => Promise<void> };
/** The outbox rows written for it; or why it was not done. */
type Outcome = { announced: string[] } | { failed: unknown } | "no-event" | "locked" | "unreachable" | "unknown";

export const busy = (retryAfterSeconds: number) => ({ ok: false, code: "BUSY", retryAfterSeconds }) as const;
/** A second is enough where the database is back at once. */
export const unreachable = busy(1);
const unknown = { ok: false, code: "UNKNOWN" } as const;

/** Transactions under events' row locks: in this process one at a time for each event, which does all that waited for it. */
export class EventTransactions {
  private readonly combiner: Combiner<Job, Outcome>;

  constructor(private readonly deps: TransactionDependencies) {
    this.combiner = new Combiner({
      ...queueLimits,
      maxRuns: deps.maxTransactions ?? 4,
      maxBatch: MAX_BATCH,
      isAlone: (job) => job.needs === null,
      run: (eventId, jobs) => this.runUnderRowLock(eventId, jobs),
    });
  }

  /** How many jobs of this process wait for an event. */
  waiting(eventId: number): number {
    return this.combiner.waiting(eventId);
  }

  /** How long the oldest transaction in flight has taken so far, in milliseconds. */
  oldestRunMs(): number {
    return this.combiner.oldestRunMs();
  }

  /** Decides a request in the next transaction of its event; null where there is no such event. */
  async together<T>(
    eventId: number,
    needs: Needs,
    decide: (batch: Batch) => T,
    deadline?: Deadline,
  ): Promise<T | LockRefusal | null> {
    // A batch that fails is run again in parts: the last decision is the one that was committed.
    const decided: { last?: { result: T } } = {};
    const job: Job = {
      needs,
      decide: (batch) => {
        decided.last = { result: decide(batch) };
      },
    };
    const refused = await this.submit(eventId, job, deadline);
    return refused === undefined && decided.last ? decided.last.result : (refused ?? null);
  }

  /** Runs `work` in a transaction that holds the event's row lock; null where there is no such event. No network calls in it. */
  async underRowLock<T>(
    eventId: number,
    work: (locked: LockedEvent) => Promise<T>,
    deadline?: Deadline,
  ): Promise<T | LockRefusal | null> {
    const done: { last?: { result: T } } = {};
    const job: Job = {
      needs: null,
      work: async (locked) => {
        done.last = { result: await work(locked) };
      },
    };
    const refused = await this.submit(eventId, job, deadline);
    return refused === undefined && done.last ? done.last.result : (refused ?? null);
  }

  /** Undefined once the job was done and committed; null where there is no such event. */
  private async submit(eventId: number, job: Job, deadline = deadlineIn()): Promise<LockRefusal | null | undefined> {
    const outcome = await this.combiner.submit(eventId, job, deadline);
    if (outcome === "no-event") return null;
    if (outcome === "locked") return busy(Math.ceil(TIMEOUTS_MS.lock_timeout / 1_000));
    if (outcome === "unreachable") return unreachable;
    if (outcome === "unknown") return unknown;
    if ("isUnsettled" in outcome) {
      log.warn("booking.transaction.unsettled", { eventId });
      return unknown;
    }
    if ("failed" in outcome) throw outcome.failed;
    if ("isBusy" in outcome) {
      log.warn("booking.queue.full", { eventId, retryAfterSeconds: outcome.retryAfterSeconds });
      return busy(outcome.retryAfterSeconds);
    }
    if (outcome.announced.length > 0) this.deps.onCommit?.(outcome.announced);
    return undefined;
  }

  private async runUnderRowLock(eventId: number, jobs: Job[]): Promise<Outcome[]> {
    const commit: { of?: EventRow | null } = {};
    try {
      return await this.deps.db.transaction(async (tx) => {
        const { outcomes, row } = await this.decideAll(tx, eventId, jobs);
        commit.of = row;
        return outcomes;
      });
    } catch (error) {
      const state = sqlState(error);
      if (state === LOCK_NOT_AVAILABLE) {
        log.warn("booking.row-lock.timeout", { eventId, requests: jobs.length });
        return jobs.map(() => "locked");
      }
      if (isConnectionLost(error) || state === QUERY_CANCELED) {
        // Before the COMMIT was sent nothing can have happened; after it, only the database knows.
        const outcome = commit.of && state !== QUERY_CANCELED ? "unknown" : "unreachable";
        log.warn("booking.transaction.lost", { eventId, requests: jobs.length, outcome, code: codeOf(error) });
        return jobs.map(() => outcome);
      }
      if (commit.of || jobs.length === 1) return jobs.map(() => ({ failed: error }));
      // One bad request must not fail the others: nothing was committed, so each half is tried by itself.
      const half = Math.ceil(jobs.length / 2);
      const first = await this.runUnderRowLock(eventId, jobs.slice(0, half));
      return [...first, ...(await this.runUnderRowLock(eventId, jobs.slice(half)))];
    } finally {
      if (commit.of) this.deps.onChange?.(commit.of.slug);
    }
  }

  private async decideAll(
    tx: Transaction,
    eventId: number,
    jobs: Job[],
  ): Promise<{ outcomes: Outcome[]; row: EventRow | null }> {
    const { lockEvent = lockEventRow, now = () => new Date() } = this.deps;
    // Bounded waits: under a rush, "busy, try again" beats a request that hangs until its platform kills it.
    const limit = prepared(tx, setTimeouts);
    const [first] = jobs;
    if (first?.needs === null) {
      const [row] = await Promise.all([lockEvent(tx, eventId), limit]);
      if (!row) return { outcomes: ["no-event"], row: null };
      const locked = new LockedEvent(tx, row, now());
      await first.work(locked);
      // What it has only recorded is written, too.
      await locked.save();
      return { outcomes: [{ announced: locked.announced }], row };
    }
    const together = jobs.filter((job) => job.needs !== null);
    const needs = together.map((job) => job.needs);
    const [batch] = await Promise.all([
      openBatch(tx, eventId, needs, { lockTickets, ...this.deps, lockEvent, now }),
      limit,
    ]);
    if (!batch) return { outcomes: jobs.map(() => "no-event"), row: null };
    const outcomes = together.map((job) => {
      const before = batch.locked.announced.length;
      job.decide(batch);
      return { announced: batch.locked.announced.slice(before) };
    });
    await batch.locked.save();
    return { outcomes, row: batch.locked.row };
  }
}
