import { setTimeout } from "node:timers/promises";

const FLOOR_MS = 400;

/** Answers no sooner than any of the ways the work can go takes, so that the time does not tell which way it went. */
export async function inEvenTime<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(FLOOR_MS)]);
  return result;
}
