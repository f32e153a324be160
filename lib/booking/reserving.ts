import { Turnstile } from "./turnstile";

/**
 * The requests of this process that want to hold tickets, by the event's slug. Enough are inside to share their
 * transaction and their calls of Redis, and few enough for whoever comes for something else.
 */
export const reserving = new Turnstile({ atOnce: 16, maxWaiting: 4_000, maxWaitMs: 5_000 });
