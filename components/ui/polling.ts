import { onPageVisible } from "./on-page-visible";

/**
 * Asks at once, or after `firstMs`, whenever the page comes back into view, and again after as many milliseconds as
 * `ask` says; null: not by itself. One question at a time: a new one ends that before it.
 */
export function startPolling(ask: (signal: AbortSignal) => Promise<number | null>, firstMs = 0) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();

  async function now() {
    clearTimeout(timer);
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const delay = await ask(signal);
    if (delay !== null && !signal.aborted) timer = setTimeout(now, delay);
  }

  /** Instead of the next time. */
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

/** Spread over a fifth, so that pages which were opened at one moment do not ask at one moment for ever. */
export const withJitter = (milliseconds: number) => milliseconds * (0.9 + Math.random() * 0.2);
