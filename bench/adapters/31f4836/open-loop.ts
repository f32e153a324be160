/** A rate that nothing slows down: the next begins whether or not those before it were answered. */
export type OpenLoop = { perSecond: number; warmUpMs: number; measuredMs: number };

/**
 * Begins `work` at a fixed rate. Of those due after the warm-up, how long each took from when it was due, whatever kept
 * it from beginning; and of all, what they came to.
 */
export async function openLoop<T>({ perSecond, warmUpMs, measuredMs }: OpenLoop, work: () => Promise<T>) {
  const waits: number[] = [];
  const running: Promise<T>[] = [];
  const began = performance.now();
  const passed = () => performance.now() - began;

  async function begin(dueMs: number) {
    const result = await work();
    if (dueMs >= warmUpMs) waits.push(passed() - dueMs);
    return result;
  }
  while (passed() < warmUpMs + measuredMs) {
    const due = Math.min(passed(), warmUpMs + measuredMs) * (perSecond / 1_000);
    while (running.length < due) running.push(begin((running.length / perSecond) * 1_000));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { waits, results: await Promise.all(running) };
}
