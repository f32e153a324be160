import { perProcess } from "@/lib/per-process";
import { Turnstile } from "./turnstile";

/**
 * The requests of this process that want to hold tickets, by the event's slug. Enough are inside to share their
 * transaction and their calls of Redis; and few, where somebody wants something else of the process.
 */
export const reserving = perProcess(
  "reserving",
  () => new Turnstile({ alone: 32, besideOthers: 8, maxWaiting: 4_000, stayMs: 2_500 }),
);
