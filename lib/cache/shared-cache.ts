import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import { ByteBoundedMap } from "./byte-bounded-map";
import type { CacheRedis } from "./cache-redis";
import { type Invalidations, monotonicNow } from "./invalidations";

type Entry<Value> = { value: Value; tags: readonly string[]; since: number };
type SharedEntry<Value> = { value: Value; tags: readonly string[]; number: number };

/** Above this, encoded, an entry stays in the processes' memories. */
const MAX_SHARED_BYTES = 512 * 1_024;
/** However long an entry may live: what is still asked for is written again. */
const MAX_SHARED_TTL_MS = 3_600_000;

/**
 * Memory first, Redis behind it, and nothing that was invalidated from either. A value is kept with the moment its
 * fill began: an invalidation that came in between makes it old, however late it is stored.
 */
export function createSharedCache<Value>({
  redis,
  invalidations,
  prefix,
  maxBytes,
  sizeOf,
  now = monotonicNow,
}: {
  redis: CacheRedis;
  invalidations: Invalidations;
  /** Of the keys in Redis; entries of two builds must not meet. */
  prefix: string;
  maxBytes: number;
  sizeOf: (value: Value) => number;
  now?: () => number;
}) {
  const memory = new ByteBoundedMap<Entry<Value>>(maxBytes);
  const reading = new Map<string, Promise<Value | undefined>>();

  const redisKey = (key: string, generation: string) =>
    `${prefix}:${generation}:${createHash("sha256").update(key).digest("base64url")}`;

  function keep(key: string, entry: Entry<Value>) {
    memory.set(key, entry, sizeOf(entry.value));
  }

  async function read(key: string, softTags: readonly string[]): Promise<Value | undefined> {
    const position = invalidations.position();
    if (!position) return undefined;
    try {
      const text = await redis.get(redisKey(key, position.generation));
      const shared = text === null ? null : await decode<SharedEntry<Value>>(text);
      // Looked at only now: what was invalidated while it was on its way counts.
      if (!shared || invalidations.position()?.generation !== position.generation) return undefined;
      if (!invalidations.isSharedCurrent([...shared.tags, ...softTags], shared.number)) return undefined;
      keep(key, { value: shared.value, tags: shared.tags, since: now() });
      return shared.value;
    } catch {
      // Redis is slow or gone, which the next look at the invalidations finds and logs.
      return undefined;
    }
  }

  return {
    /** `softTags` are tags of who asks, which are not stored with the entry. */
    async get(key: string, softTags: readonly string[] = []): Promise<Value | undefined> {
      const waiting = invalidations.refresh();
      if (waiting) await waiting;
      const entry = memory.get(key);
      if (entry) {
        const { tags, since } = entry;
        const isCurrent = invalidations.isCurrent(tags, since) && invalidations.isCurrent(softTags, since);
        if (isCurrent) return entry.value;
        memory.delete(key);
      }
      const flight = [key, ...softTags].join("\n");
      const shared = reading.get(flight) ?? read(key, softTags).finally(() => reading.delete(flight));
      reading.set(flight, shared);
      return shared;
    },

    /** Keeps it here, and for `sharedMs` in Redis if that is not zero. Resolves when Redis has it or will not get it. */
    async set(key: string, entry: Entry<Value>, sharedMs: number): Promise<void> {
      if (!invalidations.isCurrent(entry.tags, entry.since)) {
        memory.delete(key);
        return;
      }
      keep(key, entry);
      // In one step with the check above: none of its tags has been invalidated up to this number, as far as is known.
      const position = invalidations.position();
      if (!position || sharedMs <= 0) return;
      const { value, tags } = entry;
      try {
        const text = await encode<SharedEntry<Value>>({ value, tags, number: position.number });
        if (text.length > MAX_SHARED_BYTES) return;
        await redis.set(redisKey(key, position.generation), text, Math.min(sharedMs, MAX_SHARED_TTL_MS));
      } catch {
        // Another process will fill it once more.
      }
    },

    /** Something from elsewhere that is known to be right now. */
    keep(key: string, value: Value, tags: readonly string[]) {
      keep(key, { value, tags, since: now() });
    },

    delete: (key: string) => memory.delete(key),
  };
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Structured data (maps, dates and buffers, too) as text for Redis. */
async function encode<Value>(value: Value): Promise<string> {
  return (await zip(serialize(value))).toString("base64");
}

/** The caller vouches for the type: it wrote this under this key. */
async function decode<Value>(text: string): Promise<Value> {
  return deserialize(await unzip(Buffer.from(text, "base64")));
}
