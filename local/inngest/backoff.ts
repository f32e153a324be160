/** How long to wait before the attempt that follows the given one (the first is 0). */
export type Backoff = (attempt: number) => number;

const secondsAfterAttempt = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const jitterMs = 30_000;

/** Inngest's own schedule: a table that about doubles, and up to half a minute of jitter. */
export const inngestBackoff: Backoff = (attempt) => {
  const seconds = secondsAfterAttempt[Math.min(attempt, secondsAfterAttempt.length - 1)] ?? 0;
  return seconds * 1000 + Math.random() * jitterMs;
};
