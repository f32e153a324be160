import type { Deadline } from "./deadline";

type QueuedJob<Job, Outcome> = {
  job: Job;
  deadline: Deadline;
  resolve: (outcome: Outcome | Busy | Unsettled) => void;
  reject: (error: unknown) => void;
};

type KeyQueue<Job, Outcome> = {
  waiting: QueuedJob<Job, Outcome>[];
  /** The run for its key that is in flight. */
  running: { began: number; jobs: QueuedJob<Job, Outcome>[] } | null;
  /** Goes off when the first of them has to be told something. */
  timer: { at: number; timeout: NodeJS.Timeout } | null;
  /** How long one job took of late, in milliseconds. */
  pace: number;
};

/** Too many wait, or one waited too long; nothing was done. */
export type Busy = { isBusy: true; retryAfterSeconds: number };
/** Its run had not ended by the deadline: it may or may not be done. */
export type Unsettled = { isUnsettled: true };

type BatcherOptions<Job, Outcome> = {
  /** Does all jobs of one key, and answers each, in their order. */
  run: (key: number, jobs: Job[]) => Promise<Outcome[]>;
  /** A job that shares its run with no other. */
  isExclusive?: (job: Job) => boolean;
  /** Jobs in one run. */
  maxBatch: number;
  /** Jobs of one key that may wait. */
  maxWaiting: number;
  /** What a run is given: a job that has less left when its turn comes is sent away instead. */
  runMs: number;
  /** Runs at once, over all keys. */
  maxRuns: number;
  now?: () => number;
  /** When a run may start: by default once all that has arrived by now is in line. */
  defer?: (start: () => void) => void;
};

const MAX_RETRY_AFTER_SECONDS = 30;

/**
 * Combines what is asked for one key: while one run is in flight, jobs gather, and the next run takes them all, in the
 * order they came. One run at a time for each key, and keys take turns where there are more than may run at once.
 * Every job gets exactly one outcome by its deadline: its run's, its run's error, that the key is too busy, or that its
 * run has not ended.
 */
export class KeyedBatcher<Job, Outcome> {
  private readonly queues = new Map<number, KeyQueue<Job, Outcome>>();
  /** Keys with jobs that wait for one of the runs to end. */
  private readonly readyKeys = new Set<number>();
  private runs = 0;
  private isStarting = false;
  private readonly now: () => number;
  private readonly defer: (start: () => void) => void;

  constructor(private readonly options: BatcherOptions<Job, Outcome>) {
    this.now = options.now ?? (() => performance.now());
    this.defer = options.defer ?? setImmediate;
  }

  /** How many jobs of a key wait for their run. */
  queueLength(key: number) {
    return this.queues.get(key)?.waiting.length ?? 0;
  }

  /** What there is work for. */
  keys(): number[] {
    return [...this.queues.keys()];
  }

  /** How long the oldest run in flight has taken so far, in milliseconds; 0 where there is none. */
  oldestRunMs() {
    let oldest = 0;
    for (const { running } of this.queues.values()) {
      if (running) oldest = Math.max(oldest, this.now() - running.began);
    }
    return oldest;
  }

  submit(key: number, job: Job, deadline: Deadline): Promise<Outcome | Busy | Unsettled> {
    const lane = this.queueFor(key);
    if (lane.waiting.length >= this.options.maxWaiting) return Promise.resolve(busy(lane));
    return new Promise((resolve, reject) => {
      lane.waiting.push({ job, deadline, resolve, reject });
      this.scheduleTimeout(key, lane, deadline - this.options.runMs);
      this.readyKeys.add(key);
      this.scheduleStart();
    });
  }

  private queueFor(key: number): KeyQueue<Job, Outcome> {
    const lane = this.queues.get(key) ?? { waiting: [], running: null, timer: null, pace: 0 };
    this.queues.set(key, lane);
    return lane;
  }

  private scheduleStart() {
    if (this.isStarting) return;
    this.isStarting = true;
    this.defer(() => {
      this.isStarting = false;
      this.startRuns();
    });
  }

  private startRuns() {
    for (const key of this.readyKeys) {
      if (this.runs >= this.options.maxRuns) return;
      const lane = this.queueFor(key);
      if (lane.running) continue;
      // Put back at the end when there is more, so that keys take turns.
      this.readyKeys.delete(key);
      const batch = this.takeBatch(lane);
      if (batch.length > 0) void this.runBatch(key, lane, batch);
    }
  }

  /** The jobs at the head of the line that can share a run. */
  private takeBatch({ waiting }: KeyQueue<Job, Outcome>) {
    const { isExclusive = () => false, maxBatch } = this.options;
    const first = waiting[0];
    if (!first || isExclusive(first.job)) return waiting.splice(0, 1);
    const end = waiting.findIndex(({ job }, at) => at === maxBatch || isExclusive(job));
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  private async runBatch(key: number, lane: KeyQueue<Job, Outcome>, batch: QueuedJob<Job, Outcome>[]) {
    const began = this.now();
    lane.running = { began, jobs: batch };
    this.runs += 1;
    try {
      const jobs = batch.map(({ job }) => job);
      const outcomes = await this.options.run(key, jobs);
      for (const [at, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[at];
        if (outcome === undefined) reject(new Error("a job was left without an outcome"));
        else resolve(outcome);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    const pace = (this.now() - began) / batch.length;
    lane.pace = lane.pace === 0 ? pace : lane.pace * 0.8 + pace * 0.2;
    lane.running = null;
    this.runs -= 1;
    if (lane.waiting.length > 0) this.readyKeys.add(key);
    else this.removeQueue(key, lane);
    this.scheduleStart();
  }

  /** Answers those whose time is over, also while a run hangs. */
  private scheduleTimeout(key: number, lane: KeyQueue<Job, Outcome>, due: number) {
    if (lane.timer && lane.timer.at <= due) return;
    if (lane.timer) clearTimeout(lane.timer.timeout);
    const timeout = setTimeout(() => this.settleTimedOut(key, lane), Math.max(1, due - this.now()));
    lane.timer = { at: due, timeout };
  }

  private settleTimedOut(key: number, lane: KeyQueue<Job, Outcome>) {
    lane.timer = null;
    const now = this.now();
    const latestStart = now + this.options.runMs;
    const late = lane.waiting.filter(({ deadline }) => deadline <= latestStart);
    lane.waiting = lane.waiting.filter(({ deadline }) => deadline > latestStart);
    for (const { resolve } of late) resolve(busy(lane));
    const running = lane.running?.jobs ?? [];
    for (const { deadline, resolve } of running) if (deadline <= now) resolve({ isUnsettled: true });

    let next = Number.POSITIVE_INFINITY;
    for (const { deadline } of lane.waiting) next = Math.min(next, deadline - this.options.runMs);
    for (const { deadline } of running) if (deadline > now) next = Math.min(next, deadline);
    if (next < Number.POSITIVE_INFINITY) this.scheduleTimeout(key, lane, next);
    else if (!lane.running) this.removeQueue(key, lane);
  }

  private removeQueue(key: number, lane: KeyQueue<Job, Outcome>) {
    if (lane.timer) clearTimeout(lane.timer.timeout);
    lane.timer = null;
    this.readyKeys.delete(key);
    this.queues.delete(key);
  }
}

function busy({ waiting, pace }: { waiting: unknown[]; pace: number }): Busy {
  const seconds = Math.ceil((waiting.length * pace) / 1_000);
  return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), MAX_RETRY_AFTER_SECONDS) };
}
