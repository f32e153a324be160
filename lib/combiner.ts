type Waiting<Job, Outcome> = {
  job: Job;
  since: number;
  resolve: (outcome: Outcome | Busy) => void;
  reject: (error: unknown) => void;
};

type Lane<Job, Outcome> = {
  waiting: Waiting<Job, Outcome>[];
  /** Whether work for its key is in flight. */
  isBusy: boolean;
  timer: NodeJS.Timeout | null;
  /** How long one job took of late, in milliseconds. */
  pace: number;
};

/** Too many wait, or one waited too long; nothing was done. */
export type Busy = { isBusy: true; retryAfterSeconds: number };

type Options<Job, Outcome> = {
  /** Does all jobs of one key, and answers each, in their order. */
  run: (key: number, jobs: Job[]) => Promise<Outcome[]>;
  /** A job that shares its run with no other. */
  isAlone?: (job: Job) => boolean;
  /** Jobs in one run. */
  maxBatch: number;
  /** Jobs of one key that may wait. */
  maxWaiting: number;
  maxWaitMs: number;
  /** Runs at once, over all keys. */
  maxRuns: number;
  now?: () => number;
  /** When a run may start: by default once all that has arrived by now is in line. */
  defer?: (start: () => void) => void;
};

const LONGEST_RETRY_SECONDS = 30;

/**
 * Combines what is asked for one key: while one run is in flight, jobs gather, and the next run takes them all, in the
 * order they came. One run at a time for each key, and keys take turns where there are more than may run at once.
 * Every job gets exactly one outcome: its run's, its run's error, or that the key is too busy.
 */
export class Combiner<Job, Outcome> {
  private readonly lanes = new Map<number, Lane<Job, Outcome>>();
  /** Keys with jobs that wait for one of the runs to end. */
  private readonly ready = new Set<number>();
  private runs = 0;
  private isStarting = false;
  private readonly now: () => number;
  private readonly defer: (start: () => void) => void;

  constructor(private readonly options: Options<Job, Outcome>) {
    this.now = options.now ?? (() => performance.now());
    this.defer = options.defer ?? setImmediate;
  }

  /** How many jobs of a key wait for their run. */
  waiting(key: number) {
    return this.lanes.get(key)?.waiting.length ?? 0;
  }

  submit(key: number, job: Job): Promise<Outcome | Busy> {
    const lane = this.laneOf(key);
    if (lane.waiting.length >= this.options.maxWaiting) return Promise.resolve(busy(lane));
    return new Promise((resolve, reject) => {
      lane.waiting.push({ job, since: this.now(), resolve, reject });
      this.watch(lane);
      this.ready.add(key);
      this.startSoon();
    });
  }

  private laneOf(key: number) {
    const lane = this.lanes.get(key) ?? { waiting: [], isBusy: false, timer: null, pace: 0 };
    this.lanes.set(key, lane);
    return lane;
  }

  private startSoon() {
    if (this.isStarting) return;
    this.isStarting = true;
    this.defer(() => {
      this.isStarting = false;
      this.start();
    });
  }

  private start() {
    for (const key of this.ready) {
      if (this.runs >= this.options.maxRuns) return;
      const lane = this.laneOf(key);
      if (lane.isBusy) continue;
      // Put back at the end when there is more, so that keys take turns.
      this.ready.delete(key);
      const batch = this.take(lane);
      if (batch.length > 0) void this.runBatch(key, lane, batch);
    }
  }

  /** The jobs at the head of the line that can share a run. */
  private take({ waiting }: Lane<Job, Outcome>) {
    const { isAlone = () => false, maxBatch } = this.options;
    const first = waiting[0];
    if (!first || isAlone(first.job)) return waiting.splice(0, 1);
    const end = waiting.findIndex(({ job }, at) => at === maxBatch || isAlone(job));
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  private async runBatch(key: number, lane: Lane<Job, Outcome>, batch: Waiting<Job, Outcome>[]) {
    lane.isBusy = true;
    this.runs += 1;
    const began = this.now();
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
    lane.isBusy = false;
    this.runs -= 1;
    if (lane.waiting.length > 0) this.ready.add(key);
    else this.forget(key, lane);
    this.startSoon();
  }

  /** Sends those away who have waited for too long, also while a run hangs. */
  private watch(lane: Lane<Job, Outcome>) {
    const [first] = lane.waiting;
    if (lane.timer || !first) return;
    const left = Math.max(1, first.since + this.options.maxWaitMs - this.now());
    lane.timer = setTimeout(() => {
      lane.timer = null;
      const latest = this.now() - this.options.maxWaitMs;
      const end = lane.waiting.findIndex(({ since }) => since > latest);
      const late = lane.waiting.splice(0, end === -1 ? lane.waiting.length : end);
      for (const { resolve } of late) resolve(busy(lane));
      this.watch(lane);
    }, left);
  }

  private forget(key: number, lane: Lane<Job, Outcome>) {
    if (lane.timer) clearTimeout(lane.timer);
    lane.timer = null;
    this.lanes.delete(key);
  }
}

function busy({ waiting, pace }: { waiting: unknown[]; pace: number }): Busy {
  const seconds = Math.ceil((waiting.length * pace) / 1_000);
  return { isBusy: true, retryAfterSeconds: Math.min(Math.max(seconds, 1), LONGEST_RETRY_SECONDS) };
}
