import { log } from "@/lib/log";
import type { CacheRedis } from "./cache-redis";
import { type ExchangeResult, exchangeInvalidations } from "./invalidation-log";

/** How old what this process knows may get before it asks in the background, and before requests wait for the answer. */
const REFRESH_AFTER_MS = 1_000;
const WAIT_AFTER_MS = 1_500;
/** How long an entry is good while Redis is away, and others' invalidations cannot be heard of. */
const OUTAGE_TTL_MS = 10_000;
const MAX_TAGS = 5_000;

export type Invalidations = ReturnType<typeof createInvalidations>;

/**
 * What this process knows of the tags that were invalidated, by it or by another instance. Entries it filled itself
 * are compared by its own clock: a fill that began before an invalidation became known here is not current. Entries
 * in Redis carry the number of the last invalidation their filler knew of, so no two clocks are ever compared.
 */
export function createInvalidations({
  redis,
  key,
  now = monotonicNow,
  mostTags = MAX_TAGS,
}: {
  redis: CacheRedis;
  key: string;
  now?: () => number;
  mostTags?: number;
}) {
  const known = new Map<string, { learnedAt: number; number: number }>();
  let unsent = new Set<string>();
  let sending = new Set<string>();
  let generation = "";
  let cursor = 0;
  let floor = 0;
  /** Whatever was filled before is not current, whichever tags it has. */
  let flushedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isDown = false;
  let running: Promise<void> | null = null;

  function learn(tag: string, learnedAt: number, number: number) {
    known.delete(tag);
    known.set(tag, { learnedAt, number });
    if (known.size <= 2 * mostTags) return;
    for (const [oldest, { learnedAt: at, number: cut }] of known) {
      known.delete(oldest);
      flushedAt = Math.max(flushedAt, at);
      floor = Math.max(floor, cut);
      if (known.size <= mostTags) break;
    }
  }

  function apply(answer: ExchangeResult, sent: string[]) {
    const at = now();
    // Another log, or one whose end we have missed: anything may have been invalidated meanwhile.
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
      apply(await exchangeInvalidations(redis, key, { cursor, generation, tags, mostTags }), tags);
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
     * Keeps what is known at most about a second old. Null, or what to wait for: only after a time without requests
     * is there anything to wait for, else the question goes out in the background, at most once a second.
     */
    refresh(): Promise<void> | null {
      const age = now() - askedAt;
      if (age < REFRESH_AFTER_MS) return null;
      if (isDown && now() - triedAt < REFRESH_AFTER_MS) return null;
      const asked = running ?? start();
      return isDown || age < WAIT_AFTER_MS ? null : asked;
    },

    /** Takes effect here at once, and everywhere else once Redis has it: with Redis away, as soon as it is back. */
    async invalidate(tags: string[]): Promise<void> {
      for (const tag of tags) {
        learn(tag, now(), known.get(tag)?.number ?? 0);
        unsent.add(tag);
      }
      // The one under way may have begun without these.
      if (running) await running;
      await (running ?? start());
    },

    /** Whether what this process began to fill at `since` is still right. */
    isCurrent(tags: readonly string[], since: number): boolean {
      if (since <= flushedAt) return false;
      if (isDown && now() - Math.max(since, askedAt) > OUTAGE_TTL_MS) return false;
      return tags.every((tag) => (known.get(tag)?.learnedAt ?? Number.NEGATIVE_INFINITY) < since);
    },

    /**
     * Whether what some process filled knowing the invalidations up to `number` of this generation is still right.
     * While Redis is away, nobody can say.
     */
    isSharedCurrent(tags: readonly string[], number: number): boolean {
      if (isDown || generation === "" || number < floor) return false;
      return tags.every((tag) => (known.get(tag)?.number ?? 0) <= number && !unsent.has(tag) && !sending.has(tag));
    },

    /** Where the log stands as far as it is known here; null while Redis is away. */
    position(): { generation: string; number: number } | null {
      return isDown || generation === "" ? null : { generation, number: cursor };
    },
  };
}

/** Milliseconds since the epoch on a clock that never goes back. `Date.now` may not be read while Next prerenders. */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}
