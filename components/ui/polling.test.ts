import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPolling } from "./polling";

const page = Object.assign(new EventTarget(), { hidden: false });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
});
afterEach(() => void vi.useRealTimers());

test("asks at once, and again when the answer says, until it is stopped", async () => {
  const ask = vi.fn(async (): Promise<number | null> => 1_000);
  const { stop } = startPolling(ask);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(ask).toHaveBeenCalledTimes(3);
  stop();
  page.dispatchEvent(new Event("pageshow"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("where the answer says nothing more, it asks when the page is shown again or a refresh is requested", async () => {
  const ask = vi.fn(async () => null);
  const { now, stop } = startPolling(ask, 500);
  expect(ask).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event("online"));
  expect(ask).toHaveBeenCalledTimes(2);
  await now();
  expect(ask).toHaveBeenCalledTimes(3);
  stop();
});

test("a new question ends the one before, whose answer sets no time any more", async () => {
  const answers: ((delay: number) => void)[] = [];
  const signals: AbortSignal[] = [];
  const { now, later, stop } = startPolling((signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  });
  void now();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  answers[0]?.(10);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(signals).toHaveLength(2);
  answers[1]?.(10_000);
  later(20);
  await vi.advanceTimersByTimeAsync(20);
  expect(signals).toHaveLength(3);
  stop();
  expect(signals[2]?.aborted).toBe(true);
});
