import type { Deadline } from "./deadline";

type QueuedJob<Job, Outcome> = {
  job: Job;
  deadline: Deadline;
  resolve: (outcome: Outcome | Busy | Unsettled) => void;
  reject: (error: unknown) => void;
};

type KeyQueue<Job, Outcome> = {
  waiting: QueuedJob<Job, Outcome>[];
  /** The key's run in progress. */
  running: { began: number; jobs: QueuedJob<Job, Outcome>[] } | null;
  /** Fires at the first timeout among the jobs. */
  timer: { at: number; timeout: NodeJS.Timeout } | null;
  /** Moving average of the duration of one job, in milliseconds. */
  avgJobMs: number;
};

/** Too many jobs wait, or the job waited too long; it was not run. */
export type Busy = { isBusy: true; retryAfterSeconds: number };
/** The job's run had not ended by the deadline, so its outcome is unknown. */
export type Unsettled = { isUnsettled: true };

type BatcherOptions<Job, Outcome> = {
  /** Runs jobs of one key, and returns their outcomes in the same order. */
  run: (key: number, jobs: Job[]) => Promise<Outcome[]>;
  /** Whether the job needs a run of its own. */
  isExclusive?: (job: Job) => boolean;
  /** Maximum jobs per run. */
  maxBatch: number;
  /** Maximum waiting jobs per key. */
  maxWaiting: number;
  /** Time for a run: a job with less time left before its deadline is not started. */
  runMs: number;
  /** Maximum concurrent runs, over all keys. */
  maxRuns: number;
  now?: () => number;
  /** Delays the start of a run, by default until all requests that have arrived are queued. */
  defer?: (start: () => void) => void;
};

const MAX_RETRY_AFTER_SECONDS = 30;

/**
 * Batches jobs by key: while a run is in progress, jobs queue, and the next run takes them in the order they came. Each key
 * has one run at a time, and keys take turns beyond `maxRuns`. Every job gets exactly one outcome by its deadline: its
 * result, its run's error, busy, or unsettled.
 */
export class KeyedBatcher<Job, Outcome> {
  private readonly queues = new Map<number, KeyQueue<Job, Outcome>>();
  /** Keys whose jobs wait for a run to end. */
  private readonly readyKeys = new Set<number>();
  private runs = 0;
  private isStarting = false;
  private readonly now: () => number;
  private readonly defer: (start: () => void) => void;

  constructor(private readonly options: BatcherOptions<Job, Outcome>) {
    this.now = options.now ?? (() => performance.now());
    this.defer = options.defer ?? setImmediate;
  }

  /** How many jobs of the key wait. */
  queueLength(key: number) {
    return this.queues.get(key)?.waiting.length ?? 0;
  }

  /** Keys with waiting or running jobs. */
  keys(): number[] {
    return [...this.queues.keys()];
  }

  /** How long the oldest run in progress has taken so far, in milliseconds; 0 where there is none. */
  oldestRunMs() {
    let oldest = 0;
    for (const { running } of this.queues.values()) {
      if (running) oldest = Math.max(oldest, this.now() - running.began);
    }
    return oldest;
  }

  submit(key: number, job: Job, deadline: Deadline): Promise<Outcome | Busy | Unsettled> {
    const queue = this.queueFor(key);
    if (queue.waiting.length >= this.options.maxWaiting) return Promise.resolve(busy(queue));
    return new Promise((resolve, reject) => {
      queue.waiting.push({ job, deadline, resolve, reject });
      this.scheduleTimeout(key, queue, deadline - this.options.runMs);
      this.readyKeys.add(key);
      this.scheduleStart();
    });
  }

  private queueFor(key: number): KeyQueue<Job, Outcome> {
    const queue = this.queues.get(key) ?? { waiting: [], running: null, timer: null, avgJobMs: 0 };
    this.queues.set(key, queue);
    return queue;
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
      const queue = this.queueFor(key);
      if (queue.running) continue;
      // Added again at the end after the run, so that keys take turns.
      this.readyKeys.delete(key);
      const batch = this.takeBatch(queue);
      if (batch.length > 0) void this.runBatch(key, queue, batch);
    }
  }

  /** The first jobs of the queue that can share a run. */
  private takeBatch({ waiting }: KeyQueue<Job, Outcome>) {
    const { isExclusive = () => false, maxBatch } = this.options;
    const first = waiting[0];
    if (!first || isExclusive(first.job)) return waiting.splice(0, 1);
    const end = waiting.findIndex(({ job }, at) => at === maxBatch || isExclusive(job));
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  private async runBatch(key: number, queue: KeyQueue<Job, Outcome>, batch: QueuedJob<Job, Outcome>[]) {
    const began = this.now();
    queue.running = { began, jobs: batch };
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
    const avgJobMs = (this.now() - began) / batch.length;
    queue.avgJobMs = queue.avgJobMs === 0 ? avgJobMs : queue.avgJobMs * 0.8 + avgJobMs * 0.2;
    queue.running = null;
    this.runs -= 1;
    if (queue.waiting.length > 0) this.readyKeys.add(key);
    else this.removeQueue(key, queue);
    this.scheduleStart();
  }

  /** Answers jobs that time out, even while a run hangs. */
  private scheduleTimeout(key: number, queue: KeyQueue<Job, Outcome>, due: number) {
    if (queue.timer && queue.timer.at <= due) return;
    if (queue.timer) clearTimeout(queue.timer.timeout);
    const timeout = setTimeout(() => this.settleTimedOut(key, queue), Math.max(1, due - this.now()));
    queue.timer = { at: due, timeout };
  }

  private settleTimedOut(key: number, queue: KeyQueue<Job, Outcome>) {
    queue.timer = null;
    const now = this.now();
    const latestStart = now + this.options.runMs;
    const late = queue.waiting.filter(({ deadline }) => deadline <= latestStart);
    queue.waiting = queue.waiting.filter(({ deadline }) => deadline > latestStart);
    for (const { resolve } of late) resolve(busy(queue));
    const running = queue.running?.jobs ?? [];
    for (const { deadline, resolve } of running) if (deadline <= now) resolve({ isUnsettled: true });

    let next = Number.POSITIVE_INFINITY;
    for (const { deadline } of queue.waiting) next = Math.min(next, deadline - this.options.runMs);
    for (const { deadline } of running) if (deadline > now) next = Math.min(next, deadline);
    if (next < Number.POSITIVE_INFINITY) this.scheduleTimeout(key, queue, next);
    else if (!queue.running) this.removeQueue(key, queue);
  }

  private removeQueue(key: number, queue: KeyQueue<Job, Outcome>) {
    if (queue.timer) clearTimeout(queue.timer.timeout);
    queue.timer = null;
    this.readyKeys.delete(key);
    this.queues.delete(key);
  }
}

function busy({ waiting, avgJobMs }: { waiting: unknown[]; avgJobMs: number }): Busy {
  const seconds = Math.ceil((waiting.length * avgJobMs) / 1_000);
  return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), MAX_RETRY_AFTER_SECONDS) };
}
