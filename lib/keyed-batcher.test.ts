import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Busy, KeyedBatcher, type Unsettled } from "./keyed-batcher";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

type Job = { id: number; seats: number; isAlone: boolean };
type Outcome = { id: number; isGranted: boolean };

const LIMITS = { maxBatch: 3, maxWaiting: 4, runMs: 40, maxRuns: 2 };
const soon = () => performance.now() + 140;
const CAPACITY = 5;
const KEYS = [1, 2, 3];

/** Grants seats like a transaction without a lock: reads what is left first and writes it last. */
function seatStore(scheduler: fc.Scheduler, failing: Set<number>) {
  const left = new Map(KEYS.map((key) => [key, CAPACITY]));
  const running = new Map(KEYS.map((key) => [key, 0]));
  const seen = { ran: [] as { key: number; id: number }[], batches: [] as Job[][], most: 0, mostOfKey: 0 };
  const count = (key: number, by: number) => {
    running.set(key, (running.get(key) ?? 0) + by);
    seen.mostOfKey = Math.max(seen.mostOfKey, running.get(key) ?? 0);
    seen.most = Math.max(
      seen.most,
      [...running.values()].reduce((sum, runs) => sum + runs),
    );
  };
  async function run(key: number, jobs: Job[]): Promise<Outcome[]> {
    count(key, 1);
    seen.batches.push(jobs);
    seen.ran.push(...jobs.map(({ id }) => ({ key, id })));
    try {
      let seats = left.get(key) ?? 0;
      await scheduler.schedule(Promise.resolve(), `run of ${key}`);
      const outcomes = jobs.map((job) => {
        const isGranted = job.seats <= seats;
        if (isGranted) seats -= job.seats;
        return { id: job.id, isGranted };
      });
      if (jobs.some(({ id }) => failing.has(id))) throw new Error("failed");
      left.set(key, seats);
      return outcomes;
    } finally {
      count(key, -1);
    }
  }
  return { run, left, seen };
}

const requests = fc.array(
  fc.record({
    key: fc.constantFrom(...KEYS),
    seats: fc.integer({ min: 1, max: 3 }),
    isAlone: fc.boolean(),
    fails: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    /** Delay before the request, in milliseconds. */
    after: fc.constantFrom(0, 0, 0, 40, 150),
  }),
  { minLength: 1, maxLength: 40 },
);
type Request = Parameters<Parameters<typeof requests.map>[0]>[0][number];

type Answer = Outcome | Busy | Unsettled | Error;

/** Sends the requests in the order, and between the steps of runs, that the scheduler chooses. */
async function play(scheduler: fc.Scheduler, sent: Request[], combinerOf: (id: number) => number) {
  const failing = new Set(sent.flatMap(({ fails }, id) => (fails ? [id] : [])));
  const store = seatStore(scheduler, failing);
  const combiners = [0, 1].map(
    () =>
      new KeyedBatcher<Job, Outcome>({
        ...LIMITS,
        run: store.run,
        isExclusive: (job) => job.isAlone,
        defer: (start) => void scheduler.schedule(Promise.resolve(), "start").then(start),
      }),
  );
  const answers = new Map<number, Answer>();
  const submitted: { key: number; id: number }[] = [];
  const all = sent.map(async ({ key, seats, isAlone, after }, id) => {
    await scheduler.schedule(Promise.resolve(), `request ${id}`);
    vi.advanceTimersByTime(after);
    submitted.push({ key, id });
    const combiner = combiners[combinerOf(id)];
    const answer = await combiner?.submit(key, { id, seats, isAlone }, soon()).catch((error: Error) => error);
    if (answers.has(id)) throw new Error(`request ${id} was answered twice`);
    if (answer) answers.set(id, answer);
  });
  await scheduler.waitFor(Promise.all(all));
  return { ...store, answers, submitted, waiting: KEYS.map((key) => combiners[0]?.queueLength(key)) };
}

const seatsOf = (sent: Request[], key: number, isCounted: (id: number) => boolean) =>
  sent.reduce((sum, request, id) => (request.key === key && isCounted(id) ? sum + request.seats : sum), 0);

const grantedSeats = (sent: Request[], answers: Map<number, Answer>, key: number) =>
  seatsOf(sent, key, (id) => {
    const answer = answers.get(id);
    return answer !== undefined && "isGranted" in answer && answer.isGranted;
  });

describe("whatever the order of requests, runs, failures and time-outs", () => {
  it("every request gets exactly one answer, in order, and no seat is granted twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), requests, async (scheduler, sent) => {
        const { answers, seen, left, submitted, waiting } = await play(scheduler, sent, () => 0);

        expect(answers.size).toBe(sent.length);
        expect(waiting).toEqual([0, 0, 0]);
        const ran = seen.ran.map(({ id }) => id);
        expect(new Set(ran).size).toBe(ran.length);
        for (const [id, answer] of answers) {
          // A busy job was never run; a job that was run got its outcome.
          expect(ran.includes(id)).toBe(!("isBusy" in answer));
          if ("id" in answer) expect(answer.id).toBe(id);
          if ("isBusy" in answer) expect(answer.retryAfterSeconds).toBeGreaterThanOrEqual(1);
        }
        for (const key of KEYS) {
          const inTurn = submitted.filter((one) => one.key === key && ran.includes(one.id)).map(({ id }) => id);
          expect(seen.ran.filter((one) => one.key === key).map(({ id }) => id)).toEqual(inTurn);
          const taken = CAPACITY - (left.get(key) ?? 0);
          const granted = grantedSeats(sent, answers, key);
          // A job without an outcome in time may have been granted.
          const open = seatsOf(sent, key, (id) => "isUnsettled" in (answers.get(id) ?? {}));
          expect(granted).toBeLessThanOrEqual(taken);
          expect(granted + open).toBeGreaterThanOrEqual(taken);
          if (open === 0) expect(granted).toBe(taken);
        }
        for (const batch of seen.batches) {
          expect(batch.length).toBeLessThanOrEqual(LIMITS.maxBatch);
          if (batch.length > 1) expect(batch.some(({ isAlone }) => isAlone)).toBe(false);
        }
        expect(seen.mostOfKey).toBeLessThanOrEqual(1);
        expect(seen.most).toBeLessThanOrEqual(LIMITS.maxRuns);
      }),
      { numRuns: 500 },
    );
  });

  it("where half of the requests bypass the queue, seats are granted twice", async () => {
    const everybodyOnce = fc.asyncProperty(fc.scheduler(), requests, async (scheduler, sent) => {
      const { answers } = await play(scheduler, sent, (id) => id % 2);
      for (const key of KEYS) expect(grantedSeats(sent, answers, key)).toBeLessThanOrEqual(CAPACITY);
    });
    expect((await fc.check(everybodyOnce, { numRuns: 500 })).failed).toBe(true);
  });
});

describe("a queue that is too long", () => {
  const never = () => new Promise<Outcome[]>(() => {});
  const job = { id: 0, seats: 1, isAlone: false };

  it("refuses the next job at once, with the time to retry", async () => {
    const combiner = new KeyedBatcher<Job, Outcome>({ ...LIMITS, run: never });
    for (let at = 0; at < LIMITS.maxWaiting; at += 1) void combiner.submit(1, job, soon());
    expect(combiner.queueLength(1)).toBe(LIMITS.maxWaiting);
    expect(await combiner.submit(1, job, soon())).toEqual({ isBusy: true, retryAfterSeconds: 1 });
    expect(combiner.queueLength(2)).toBe(0);
  });

  it("answers every job by its deadline while a run hangs: waiting jobs while there is still time for a retry", async () => {
    const combiner = new KeyedBatcher<Job, Outcome>({ ...LIMITS, run: never, defer: (start) => start() });
    const answered: string[] = [];
    const submit = (who: string) =>
      void combiner
        .submit(1, job, soon())
        .then((answer) => answered.push(`${who} ${"isBusy" in answer ? "is sent away" : "is not known"}`));
    submit("the first");
    submit("the second");
    await vi.advanceTimersByTimeAsync(60);
    submit("the third");
    await vi.advanceTimersByTimeAsync(39);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toEqual(["the second is sent away"]);
    expect(combiner.queueLength(1)).toBe(1);
    await vi.advanceTimersByTimeAsync(40);
    expect(answered).toEqual(["the second is sent away", "the first is not known"]);
    await vi.advanceTimersByTimeAsync(20);
    expect(answered.at(-1)).toBe("the third is sent away");
    expect(combiner.oldestRunMs()).toBe(160);
  });

  it("forgets jobs that timed out while all runs were in use", async () => {
    const combiner = new KeyedBatcher<Job, Outcome>({ ...LIMITS, maxRuns: 1, run: never, defer: (start) => start() });
    void combiner.submit(1, job, soon());
    for (let key = 2; key < 50; key += 1) void combiner.submit(key, job, soon());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(combiner.keys()).toEqual([1]);
  });
});
