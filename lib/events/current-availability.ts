import { createHash } from "node:crypto";
import type { Redis } from "@upstash/redis";
import { isConnectionLost } from "@/db/errors";
import { createTtlCache } from "@/lib/cache/ttl-cache";
import { DeadlineExceededError, withDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import { availabilityOf, nextChangeAtMs } from "./availability";
import { readSalesState, type SalesStateRow } from "./read-sales-state";
import { readSnapshot, writeSnapshot } from "./sales-snapshot";
import type { Availability } from "./types";

/** From the question, in Redis or the database, to any answer; a second more in a CDN is the two seconds in which "sold out" has to appear. */
const LIFETIME_MS = 1_000;
const MAX_EVENTS = 2_000;
/** Whoever has an earlier answer for the case that the database gives none waits for it no longer than this. */
const FALLBACK_AFTER_MS = 500;

export type AvailabilityResponse = {
  availability: Availability;
  /** `availability` as JSON. */
  body: string;
  /** Weak: equal for answers that differ only in when they were given. */
  etag: string;
};

function toAvailabilityResponse(sellable: SalesStateRow, now: Date, isRoomOpen: boolean): AvailabilityResponse {
  const availability = availabilityOf(sellable, now, isRoomOpen);
  const { at: _at, ...lasting } = availability;
  const digest = createHash("sha256").update(JSON.stringify(lasting)).digest("base64url").slice(0, 20);
  return { availability, body: JSON.stringify(availability), etag: `W/"${digest}"` };
}

/**
 * What is left of an event, to be asked by everybody all the time. One reader per event and second in this process,
 * which asks Redis for what another instance has read, and PostgreSQL only where something has changed since. In
 * between, an answer is a look into memory; where sales open or close by the clock, it changes at that very moment. While
 * the database cannot be reached it is what was read last.
 */
export function createCurrentAvailability({
  redis,
  isRoomOpen,
  read = readSalesState,
}: {
  redis: Redis;
  /** Whether an event's waiting room has opened by itself. */
  isRoomOpen: (eventId: number) => boolean;
  read?: (slug: string) => Promise<SalesStateRow | null>;
}) {
  const lastRead = new Map<string, SalesStateRow>();

  function keep(slug: string, sellable: SalesStateRow | null) {
    lastRead.delete(slug);
    if (sellable) lastRead.set(slug, sellable);
    for (const oldest of lastRead.keys()) {
      if (lastRead.size <= MAX_EVENTS) break;
      lastRead.delete(oldest);
    }
  }

  async function readOrLast(slug: string): Promise<{ sellable: SalesStateRow | null; isLast: boolean }> {
    const last = lastRead.get(slug);
    const reading = read(slug);
    if (!last) return { sellable: await reading, isLast: false };
    try {
      return { sellable: await withDeadline(reading, FALLBACK_AFTER_MS), isLast: false };
    } catch (error) {
      if (!(error instanceof DeadlineExceededError) && !isConnectionLost(error)) throw error;
      log.warn("availability.last-known.served", { eventId: last.id });
      // Where it only takes long, the next answer is this one.
      reading.then(
        (sellable) => keep(slug, sellable),
        () => {},
      );
      return { sellable: last, isLast: true };
    }
  }

  async function load(slug: string) {
    const began = performance.now();
    const shared = await readSnapshot(redis, slug);
    const { sellable, isLast } = shared?.sellable
      ? { sellable: shared.sellable, isLast: false }
      : await readOrLast(slug);
    if (!isLast) keep(slug, sellable);
    if (shared && !shared.sellable && sellable && !isLast) writeSnapshot(redis, slug, shared.change, sellable);
    const livesMs = Math.ceil(LIFETIME_MS - (performance.now() - began));
    if (!sellable) return { livesMs, answer: () => null };

    let answer: AvailabilityResponse | null = null;
    let goodUntil = 0;
    let hadRoomOpen = false;
    return {
      livesMs,
      answer() {
        const hasRoomOpen = isRoomOpen(sellable.id);
        if (answer && Date.now() < goodUntil && hasRoomOpen === hadRoomOpen) return answer;
        const now = new Date();
        goodUntil = nextChangeAtMs(sellable, now);
        hadRoomOpen = hasRoomOpen;
        answer = toAvailabilityResponse(sellable, now, hasRoomOpen);
        return answer;
      },
    };
  }

  const get = createTtlCache({ lifetimeMs: ({ livesMs }) => livesMs, maxEntries: MAX_EVENTS, load });
  /** Null for an unknown event and for a draft. */
  return async (slug: string): Promise<AvailabilityResponse | null> => (await get(slug)).answer();
}
