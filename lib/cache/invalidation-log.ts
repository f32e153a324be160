import type { CacheRedis } from "./cache-redis";

/** Since the last exchange of any process. */
const LOG_TTL_MS = 48 * 3_600_000;

/**
 * The log is one sorted set: each tag with the number of its last invalidation as its score. The lowest member names
 * the log's generation; its score is the floor, up to which invalidations are no longer listed. As one key, the log can
 * only be lost as a whole, which a new generation tells. Numbers always grow and follow Redis's clock, so that they can
 * be compared with the time of a build.
 */
const EXCHANGE = `
local log, known, fresh, lives = KEYS[1], ARGV[2], ARGV[3], ARGV[4]
local cursor, most = tonumber(ARGV[1]), tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local first = redis.call('ZRANGE', log, 0, 0, 'WITHSCORES')
if not first[1] then
  first = { fresh, string.format('%.0f', now) }
  redis.call('ZADD', log, first[2], fresh)
end
local generation, floor = first[1], first[2]
if generation ~= known then cursor = 0 end
local changes = redis.call('ZRANGEBYSCORE', log, '(' .. string.format('%.0f', cursor), '+inf', 'WITHSCORES')
local last = tonumber(redis.call('ZRANGE', log, -1, -1, 'WITHSCORES')[2])
if #ARGV > 5 and last < now then last = now end
for i = 6, #ARGV do
  last = last + 1
  redis.call('ZADD', log, string.format('%.0f', last), ARGV[i])
end
local excess = redis.call('ZCARD', log) - 1 - most
if excess > 0 then
  floor = redis.call('ZRANGE', log, excess, excess, 'WITHSCORES')[2]
  redis.call('ZREMRANGEBYRANK', log, 1, excess)
  redis.call('ZADD', log, floor, generation)
end
redis.call('PEXPIRE', log, lives)
return { generation, tostring(floor), string.format('%.0f', last), changes }
`;

export type ExchangeResult = {
  generation: string;
  /** Invalidations up to this number are no longer listed. */
  floor: number;
  /** The highest number. Tags sent in this exchange have the highest numbers. */
  last: number;
  /** Invalidations of other processes since the cursor. */
  changes: { tag: string; number: number }[];
};

const TAG = "tag:";
const GENERATION = "generation:";

/** Adds tags to the log and returns, in the same round trip, the invalidations since `cursor`. */
export async function exchangeInvalidations(
  redis: CacheRedis,
  key: string,
  { cursor, generation, tags, maxTags }: { cursor: number; generation: string; tags: string[]; maxTags: number },
): Promise<ExchangeResult> {
  const [named, floor, last, listed] = await redis.eval<[string, string, string, (string | number)[]]>(EXCHANGE, key, [
    String(cursor),
    generation,
    GENERATION + crypto.randomUUID(),
    String(LOG_TTL_MS),
    String(maxTags),
    ...tags.map((tag) => TAG + tag),
  ]);
  const changes: ExchangeResult["changes"] = [];
  for (let index = 0; index < listed.length; index += 2) {
    const member = String(listed[index]);
    if (member.startsWith(TAG)) changes.push({ tag: member.slice(TAG.length), number: Number(listed[index + 1]) });
  }
  return { generation: named, floor: Number(floor), last: Number(last), changes };
}
