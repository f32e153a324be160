import { createSyntaxError, parseBigInteger, parseInteger, toPairs } from "./arguments";
import type { CommandTable } from "./commands";
import { HASH, type Keyspace, SET, SORTED_SET, STRING } from "./keyspace";
import { type Bytes, OK, RedisError, type Reply, Status } from "./reply";

const kinds = [STRING, HASH, SET, SORTED_SET];

/** A pattern as KEYS takes it, of `*` and `?`; sets such as `[ab]` stand for themselves. */
function globToRegExp(pattern: Bytes): RegExp {
  const wild: Record<string, string> = { "*": ".*", "?": "." };
  return new RegExp(`^${pattern.replace(/\W/g, (mark) => wild[mark] ?? `\\${mark}`)}$`, "s");
}

function matchingKeys(keys: Keyspace, pattern: Bytes): Bytes[] {
  const wanted = globToRegExp(pattern);
  return keys.keys().filter((key) => wanted.test(key));
}

/** Returns everything at once: a cursor of 0 marks the end. */
function scan(keys: Keyspace, [cursor = "", ...options]: Bytes[]): Reply {
  if (!/^\d+$/.test(cursor)) throw new RedisError("ERR invalid cursor");
  if (options.length % 2 === 1) throw createSyntaxError();
  let pattern = "*";
  for (const [option, value] of toPairs(options)) {
    if (option.toUpperCase() === "MATCH") pattern = value;
    else if (option.toUpperCase() !== "COUNT") throw createSyntaxError();
    else if (parseInteger(value) < 1) throw createSyntaxError();
  }
  return ["0", cursor === "0" ? matchingKeys(keys, pattern) : []];
}

const count = (keys: Bytes[], isCounted: (key: Bytes) => boolean) => keys.filter(isCounted).length;

function expire(name: string, unit: number) {
  return (keys: Keyspace, [key = "", after = ""]: Bytes[]): Reply => {
    const at = Date.now() + Number(parseBigInteger(after)) * unit;
    if (!Number.isSafeInteger(at)) throw new RedisError(`ERR invalid expire time in '${name}' command`);
    const value = keys.get(key);
    if (value === undefined) return 0;
    if (at <= Date.now()) keys.delete(key);
    else keys.set(key, value, at);
    return 1;
  };
}

function timeToLive(unit: number) {
  return (keys: Keyspace, [key = ""]: Bytes[]): Reply => {
    const at = keys.expiresAt(key);
    if (at === undefined) return -2;
    return at === Number.POSITIVE_INFINITY ? -1 : Math.round((at - Date.now()) / unit);
  };
}

function clear(keys: Keyspace): Reply {
  keys.clear();
  return OK;
}

export const keyCommands: CommandTable = {
  del: [-2, (keys, names) => count(names, (key) => keys.delete(key))],
  unlink: [-2, (keys, names) => count(names, (key) => keys.delete(key))],
  exists: [-2, (keys, names) => count(names, (key) => keys.get(key) !== undefined)],
  keys: [2, (keys, [pattern = ""]) => matchingKeys(keys, pattern)],
  scan: [-2, scan],
  type: [
    2,
    (keys, [key = ""]) => {
      const value = keys.get(key);
      return new Status((value !== undefined && kinds.find((kind) => kind.is(value))?.name) || "none");
    },
  ],
  expire: [3, expire("expire", 1_000)],
  pexpire: [3, expire("pexpire", 1)],
  persist: [
    2,
    (keys, [key = ""]) => {
      const value = keys.get(key);
      if (value === undefined || keys.expiresAt(key) === Number.POSITIVE_INFINITY) return 0;
      keys.set(key, value, Number.POSITIVE_INFINITY);
      return 1;
    },
  ],
  ttl: [2, timeToLive(1_000)],
  pttl: [2, timeToLive(1)],
  dbsize: [1, (keys) => keys.keys().length],
  flushall: [1, clear],
  flushdb: [1, clear],
  ping: [-1, (_, [text]) => text ?? new Status("PONG")],
  time: [
    1,
    () => {
      const now = Date.now();
      return [String(Math.floor(now / 1_000)), String((now % 1_000) * 1_000)];
    },
  ],
  info: [-1, () => "# Server\r\nredis_mode:standalone\r\n# Persistence\r\nloading:0\r\n"],
};
