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

/**
 * The age of a response, from the read in Redis or the database. A CDN adds a second: "sold out" has to appear within
 * two.
 */
const LIFETIME_MS = 1_000;
const MAX_EVENTS = 2_000;
/** How long to wait for the database where an earlier response can be used instead. */
const FALLBACK_AFTER_MS = 500;

export type AvailabilityResponse = {
  availability: Availability;
  /** `availability` as JSON. */
  body: string;
  /** Weak: equal for responses that only differ in their time. */
  etag: string;
};

function toAvailabilityResponse(sellable: SalesStateRow, now: Date, isRoomOpen: boolean): AvailabilityResponse {
  const availability = availabilityOf(sellable, now, isRoomOpen);
  const { at: _at, ...lasting } = availability;
  const digest = createHash("sha256").update(JSON.stringify(lasting)).digest("base64url").slice(0, 20);
  return { availability, body: JSON.stringify(availability), etag: `W/"${digest}"` };
}

/**
 * The availability of an event, for constant polling by all visitors. Each process reads once per event and second:
 * from Redis what another instance has read, and from PostgreSQL only after a change. Other responses come from memory,
 * and change on time where sales open or close by the clock. While the database is unreachable, the last read is used.
 */
export function createCurrentAvailability({
  redis,
  isRoomOpen,
  read = readSalesState,
}: {
  redis: Redis;
  /** Whether an event's waiting room has opened automatically. */
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
      // A slow read still provides the next response.
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
