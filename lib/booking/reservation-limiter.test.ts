import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { KeyedConcurrencyLimiter } from "./reservation-limiter";

const limits = { limit: 2, limitWhenContended: 1, maxWaiting: 3, minRemainingMs: 500 };
const someTime = () => performance.now() + 60_000;

/** Work that ends on demand. */
function visitors(turnstile: KeyedConcurrencyLimiter, key = "jazz") {
  const entered: number[] = [];
  const leave = new Map<number, (fails?: boolean) => void>();
  const come = (who: number, deadline = someTime()) =>
    turnstile.run(key, deadline, () => {
      entered.push(who);
      return new Promise<number>((resolve, reject) => {
        leave.set(who, (fails) => (fails ? reject(new Error(`${who} fell`)) : resolve(who)));
      });
    });
  return { entered, come, leave: (who: number, fails = false) => leave.get(who)?.(fails) };
}

it("runs up to the limit, and the others in the order they came", async () => {
  const { entered, come, leave } = visitors(new KeyedConcurrencyLimiter(limits));
  const answers = [1, 2, 3, 4].map((who) => come(who));
  expect(entered).toEqual([1, 2]);
  leave(2);
  expect(await answers[1]).toBe(2);
  await expect.poll(() => entered).toEqual([1, 2, 3]);
  leave(1, true);
  await expect(answers[0]).rejects.toThrow("1 fell");
  await expect.poll(() => entered).toEqual([1, 2, 3, 4]);
});

it("does not queue requests behind other events", () => {
  const turnstile = new KeyedConcurrencyLimiter(limits);
  const jazz = visitors(turnstile);
  for (const who of [1, 2, 3]) void jazz.come(who);
  const rock = visitors(turnstile, "rock");
  void rock.come(9);
  expect([turnstile.queueLength("jazz"), turnstile.queueLength("rock"), rock.entered]).toEqual([1, 0, [9]]);
});

it("lowers the limit while there are requests for other keys, and raises it again", async () => {
  const clock = { now: 0 };
  const turnstile = new KeyedConcurrencyLimiter({ ...limits, now: () => clock.now });
  const jazz = visitors(turnstile);
  const answers = [1, 2, 3, 4, 5].map((who) => jazz.come(who));
  void visitors(turnstile, "rock").come(9);
  jazz.leave(1);
  await answers[0];
  expect(jazz.entered).toEqual([1, 2]);
  jazz.leave(2);
  await expect.poll(() => jazz.entered).toEqual([1, 2, 3]);
  clock.now = 1_000;
  jazz.leave(3);
  await expect.poll(() => jazz.entered).toEqual([1, 2, 3, 4, 5]);
});

it("refuses at once when too many wait, and by the deadline while running requests hang", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const turnstile = new KeyedConcurrencyLimiter(limits);
  const { entered, come, leave } = visitors(turnstile);
  const inSeconds = (seconds: number) => performance.now() + seconds * 1_000;
  const answers = [1, 2, 3, 4, 5].map((who) => come(who, inSeconds(who)));
  expect(await come(6)).toEqual({ isBusy: true, retryAfterSeconds: 1 });
  await vi.advanceTimersByTimeAsync(2_499);
  expect(turnstile.queueLength("jazz")).toBe(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answers[2]).toEqual({ isBusy: true, retryAfterSeconds: 1 });
  expect(turnstile.queueLength("jazz")).toBe(2);
  leave(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await answers[4]).toMatchObject({ isBusy: true });
  expect(entered).toEqual([1, 2, 4]);
  vi.useRealTimers();
});

it("never exceeds the limit, answers every request once and forgets finished ones, in any order", () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { maxLength: 30 }), async (scheduler, failures) => {
      const turnstile = new KeyedConcurrencyLimiter({
        limit: 3,
        limitWhenContended: 1,
        maxWaiting: 10,
        minRemainingMs: 0,
      });
      let inside = 0;
      const answers = failures.map((fails, who) =>
        turnstile
          .run("jazz", someTime(), async () => {
            inside += 1;
            expect(inside).toBeLessThanOrEqual(3);
            await scheduler.schedule(Promise.resolve(), `${who} works`);
            inside -= 1;
            if (fails) throw new Error("fell");
            return "done";
          })
          .then(
            (answer) => (typeof answer === "string" ? answer : "busy"),
            () => "fell",
          ),
      );
      await scheduler.waitFor(Promise.all(answers));
      const outcomes = await Promise.all(answers);
      const served = Math.min(failures.length, 13);
      expect(outcomes).toEqual(failures.map((fails, who) => (who >= served ? "busy" : fails ? "fell" : "done")));
      expect(turnstile.queueLength("jazz")).toBe(0);
    }),
    { numRuns: 200 },
  ));
