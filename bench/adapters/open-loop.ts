/** An open loop: the next call begins whether or not earlier ones were answered. */
export type OpenLoop = { perSecond: number; warmUpMs: number; measuredMs: number };

/**
 * Begins `work` at a fixed rate. Returns the latency of each call after the warm-up, counted from when it was due (so
 * that delays before its start count), and the results of all calls.
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
