import { log } from "@/lib/log";
import type { CacheRedis } from "./cache-redis";
import { type ExchangeResult, exchangeInvalidations } from "./invalidation-log";

/** The age of the known invalidations at which they are refreshed in the background, and at which requests wait. */
const REFRESH_AFTER_MS = 1_000;
const WAIT_AFTER_MS = 1_500;
/** How long an entry is valid while Redis is unreachable, as other processes' invalidations are unknown. */
const OUTAGE_TTL_MS = 10_000;
const MAX_TAGS = 5_000;

export type Invalidations = ReturnType<typeof createInvalidations>;

/**
 * The tags that this process knows to be invalidated, by itself or another instance. Its own entries are compared by
 * its own clock: a fill that began before an invalidation became known is stale. Entries in Redis carry the number of
 * the last invalidation that their writer knew, so that no two clocks are compared.
 */
export function createInvalidations({
  redis,
  key,
  now = monotonicNow,
  maxTags = MAX_TAGS,
}: {
  redis: CacheRedis;
  key: string;
  now?: () => number;
  maxTags?: number;
}) {
  const known = new Map<string, { learnedAt: number; number: number }>();
  let unsent = new Set<string>();
  let sending = new Set<string>();
  let generation = "";
  let cursor = 0;
  let floor = 0;
  /** Everything filled before is stale, whatever its tags. */
  let flushedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isDown = false;
  let running: Promise<void> | null = null;

  function learn(tag: string, learnedAt: number, number: number) {
    known.delete(tag);
    known.set(tag, { learnedAt, number });
    if (known.size <= 2 * maxTags) return;
    for (const [oldest, { learnedAt: at, number: cut }] of known) {
      known.delete(oldest);
      flushedAt = Math.max(flushedAt, at);
      floor = Math.max(floor, cut);
      if (known.size <= maxTags) break;
    }
  }

  function apply(answer: ExchangeResult, sent: string[]) {
    const at = now();
    // A new log, or we missed some of its entries: anything may have been invalidated.
    if (answer.generation !== generation || cursor < answer.floor) flushedAt = at;
    if (answer.generation !== generation) {
      known.clear();
      floor = 0;
    }
    for (const { tag, number } of answer.changes) learn(tag, at, number);
    for (const [index, tag] of sent.entries()) {
      learn(tag, known.get(tag)?.learnedAt ?? at, answer.last - sent.length + 1 + index);
    }
    floor = Math.max(floor, answer.floor);
    ({ generation, last: cursor } = answer);
  }

  async function ask() {
    triedAt = now();
    sending = unsent;
    unsent = new Set();
    const tags = [...sending];
    try {
      apply(await exchangeInvalidations(redis, key, { cursor, generation, tags, maxTags }), tags);
      askedAt = triedAt;
      if (isDown) log.info("cache.redis.recovered");
      isDown = false;
    } catch (error) {
      unsent = new Set([...sending, ...unsent]);
      if (!isDown) log.warn("cache.redis.lost", { error: error instanceof Error ? error.message : "unknown" });
      isDown = true;
    }
    sending = new Set();
  }

  function start(): Promise<void> {
    running = ask().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    /**
     * Keeps the known invalidations at most about a second old. Usually refreshes in the background, at most once a
     * second, and returns null. After a time without requests, returns a promise to wait for.
     */
    refresh(): Promise<void> | null {
      const age = now() - askedAt;
      if (age < REFRESH_AFTER_MS) return null;
      if (isDown && now() - triedAt < REFRESH_AFTER_MS) return null;
      const asked = running ?? start();
      return isDown || age < WAIT_AFTER_MS ? null : asked;
    },

    /** Takes effect here at once, and elsewhere once it is in Redis; if Redis is unreachable, once it is back. */
    async invalidate(tags: string[]): Promise<void> {
      for (const tag of tags) {
        learn(tag, now(), known.get(tag)?.number ?? 0);
        unsent.add(tag);
      }
      // A pending exchange may have begun without these tags.
      if (running) await running;
      await (running ?? start());
    },

    /** Whether an entry that this process began to fill at `since` is current. */
    isCurrent(tags: readonly string[], since: number): boolean {
      if (since <= flushedAt) return false;
      if (isDown && now() - Math.max(since, askedAt) > OUTAGE_TTL_MS) return false;
      return tags.every((tag) => (known.get(tag)?.learnedAt ?? Number.NEGATIVE_INFINITY) < since);
    },

    /**
     * Whether an entry whose writer knew the invalidations up to `number` of this generation is current. False while
     * Redis is unreachable.
     */
    isSharedCurrent(tags: readonly string[], number: number): boolean {
      if (isDown || generation === "" || number < floor) return false;
      return tags.every((tag) => (known.get(tag)?.number ?? 0) <= number && !unsent.has(tag) && !sending.has(tag));
    },

    /** The position in the log that this process knows; null while Redis is unreachable. */
    position(): { generation: string; number: number } | null {
      return isDown || generation === "" ? null : { generation, number: cursor };
    },
  };
}

/** Milliseconds since the epoch on a monotonic clock. `Date.now` may not be read while Next.js prerenders. */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}
