import { onPageVisible } from "./on-page-visible";

/**
 * Polls at once, or after `firstMs`, whenever the page becomes visible, and again after the milliseconds that `poll`
 * returns; null: not again. A new request aborts the one before.
 */
export function startPolling(poll: (signal: AbortSignal) => Promise<number | null>, firstMs = 0) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();

  async function now() {
    clearTimeout(timer);
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const delay = await poll(signal);
    if (delay !== null && !signal.aborted) timer = setTimeout(now, delay);
  }

  /** Replaces the scheduled poll. */
  function later(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(now, milliseconds);
  }

  if (firstMs > 0) later(firstMs);
  else void now();
  const stopWatching = onPageVisible(now);

  function stop() {
    stopWatching();
    clearTimeout(timer);
    abort.abort();
  }
  return { now, later, stop };
}

/** ±10 %, so that pages opened at the same moment do not keep polling at the same moment. */
export const withJitter = (milliseconds: number) => milliseconds * (0.9 + Math.random() * 0.2);
