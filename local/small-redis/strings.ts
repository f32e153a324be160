import { checkRange, createSyntaxError, parseBigInteger, parseInteger } from "./arguments";
import type { CommandTable } from "./commands";
import { type Keyspace, STRING } from "./keyspace";
import { type Bytes, OK, RedisError, type Reply } from "./reply";

/** As large as Redis lets a value grow that is written at a place in it. */
const MAX_BYTES = 512 * 1024 * 1024;

const units: Record<string, number> = { EX: 1_000, PX: 1 };
const exclusive = [
  ["NX", "XX"],
  ["KEEPTTL", "EX", "PX"],
];

/** The options of SET, in any order: each at most one of those that exclude each other, EX and PX with their time. */
function setOptions(words: Bytes[]): Map<string, Bytes> {
  const options = new Map<string, Bytes>();
  for (let index = 0; index < words.length; index += 1) {
    const option = words[index]?.toUpperCase() ?? "";
    const others = exclusive.find((group) => group.includes(option)) ?? [];
    const time = units[option] ? words[++index] : "";
    if (time === undefined || (option !== "GET" && others.length === 0)) throw createSyntaxError();
    if (others.some((other) => options.has(other) && (other !== option || units[option]))) throw createSyntaxError();
    options.set(option, time);
  }
  return options;
}

function expiry(options: Map<string, Bytes>): number {
  for (const [option, time] of options) {
    const unit = units[option];
    if (!unit) continue;
    const at = Date.now() + parseInteger(time) * unit;
    if (parseInteger(time) > 0 && Number.isSafeInteger(at)) return at;
    throw new RedisError("ERR invalid expire time in 'set' command");
  }
  return Number.POSITIVE_INFINITY;
}

function set(keys: Keyspace, [key = "", value = "", ...words]: Bytes[]): Reply {
  const options = setOptions(words);
  const expiresAt = expiry(options);
  const before = options.has("GET") ? (keys.read(key, STRING) ?? null) : undefined;
  const isThere = keys.get(key) !== undefined;
  if (options.has(isThere ? "NX" : "XX")) return before ?? null;
  keys.set(key, value, options.has("KEEPTTL") ? undefined : expiresAt);
  return before === undefined ? OK : before;
}

function incrementBy(keys: Keyspace, key: Bytes, amount: bigint): Reply {
  const before = parseBigInteger(keys.read(key, STRING) ?? "0");
  const sum = checkRange(before + amount, "ERR increment or decrement would overflow");
  keys.set(key, String(sum));
  return sum;
}

/** Writes bytes at a place in a value. What lies between its end and them is zero. */
function write(keys: Keyspace, key: Bytes, at: number, bytes: Bytes): number {
  const before = keys.read(key, STRING) ?? "";
  if (bytes === "") return before.length;
  if (at + bytes.length > MAX_BYTES) {
    throw new RedisError("ERR string exceeds maximum allowed size (proto-max-bulk-len)");
  }
  const after = before.padEnd(at, "\0").slice(0, at) + bytes + before.slice(at + bytes.length);
  keys.set(key, after);
  return after.length;
}

function setRange(keys: Keyspace, [key = "", offset = "", bytes = ""]: Bytes[]): Reply {
  const at = parseInteger(offset);
  if (at < 0) throw new RedisError("ERR offset is out of range");
  return write(keys, key, at, bytes);
}

function setBit(keys: Keyspace, [key = "", offset = "", bit = ""]: Bytes[]): Reply {
  const refusal = "ERR bit offset is not an integer or out of range";
  const at = parseInteger(offset, refusal);
  if (at < 0 || at >= MAX_BYTES * 8) throw new RedisError(refusal);
  if (bit !== "0" && bit !== "1") throw new RedisError("ERR bit is not an integer or out of range");
  const index = Math.floor(at / 8);
  const mask = 0x80 >> (at % 8);
  const before = (keys.read(key, STRING) ?? "").charCodeAt(index) || 0;
  write(keys, key, index, String.fromCharCode(bit === "1" ? before | mask : before & ~mask));
  return before & mask ? 1 : 0;
}

export const stringCommands: CommandTable = {
  get: [2, (keys, [key = ""]) => keys.read(key, STRING) ?? null],
  set: [-3, set],
  mget: [
    -2,
    (keys, names) =>
      names.map((key) => {
        const value = keys.get(key);
        return value !== undefined && STRING.is(value) ? value : null;
      }),
  ],
  incr: [2, (keys, [key = ""]) => incrementBy(keys, key, 1n)],
  incrby: [3, (keys, [key = "", amount = ""]) => incrementBy(keys, key, parseBigInteger(amount))],
  setrange: [4, setRange],
  setbit: [4, setBit],
};
