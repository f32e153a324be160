import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import { ByteBoundedMap } from "./byte-bounded-map";
import type { CacheRedis } from "./cache-redis";
import { type Invalidations, monotonicNow } from "./invalidations";

type Entry<Value> = { value: Value; tags: readonly string[]; since: number };
type SharedEntry<Value> = { value: Value; tags: readonly string[]; number: number };

/** Larger entries, encoded, stay in the processes' memories. */
const MAX_SHARED_BYTES = 512 * 1_024;
/** The longest time in Redis. An entry that is still needed is written again. */
const MAX_SHARED_TTL_MS = 3_600_000;

/**
 * Reads from memory, then from Redis, and never returns an invalidated value. A value is stored with the time at which
 * its fill began: an invalidation during the fill makes it stale.
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
  /** Prefix of the Redis keys. Builds must not share entries. */
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
      // Checked after the response, so that invalidations during the request count.
      if (!shared || invalidations.position()?.generation !== position.generation) return undefined;
      if (!invalidations.isSharedCurrent([...shared.tags, ...softTags], shared.number)) return undefined;
      keep(key, { value: shared.value, tags: shared.tags, since: now() });
      return shared.value;
    } catch {
      // Redis is slow or unreachable, which the next refresh of the invalidations logs.
      return undefined;
    }
  }

  return {
    /** `softTags` are tags of the caller, which are not stored with the entry. */
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

    /** Stores it in memory, and in Redis for `sharedMs` if that is not zero. Resolves after the write to Redis. */
    async set(key: string, entry: Entry<Value>, sharedMs: number): Promise<void> {
      if (!invalidations.isCurrent(entry.tags, entry.since)) {
        memory.delete(key);
        return;
      }
      keep(key, entry);
      // No await since the check above: no tag is known to be invalidated up to this number.
      const position = invalidations.position();
      if (!position || sharedMs <= 0) return;
      const { value, tags } = entry;
      try {
        const text = await encode<SharedEntry<Value>>({ value, tags, number: position.number });
        if (text.length > MAX_SHARED_BYTES) return;
        await redis.set(redisKey(key, position.generation), text, Math.min(sharedMs, MAX_SHARED_TTL_MS));
      } catch {
        // Another process fills it again.
      }
    },

    /** Stores a value in memory that is known to be current. */
    keep(key: string, value: Value, tags: readonly string[]) {
      keep(key, { value, tags, since: now() });
    },

    delete: (key: string) => memory.delete(key),
  };
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Structured data, with maps, dates and buffers, as text for Redis. */
async function encode<Value>(value: Value): Promise<string> {
  return (await zip(serialize(value))).toString("base64");
}

/** The type is that of the value written under this key. */
async function decode<Value>(text: string): Promise<Value> {
  return deserialize(await unzip(Buffer.from(text, "base64")));
}
