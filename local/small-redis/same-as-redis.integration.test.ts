import { connect } from "node:net";
import fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "@/local/ports";
import { type LocalRedis, startRedis } from "@/local/redis";
import { redisEngines } from "@/test/services";

/** Real Redis first. Skipped where it is not installed. */
const isAlone = redisEngines.length === 1;
const servers: LocalRedis[] = [];
const clients: Redis[] = [];

/** Enough for a busy machine. */
const SOON = { timeout: 20_000 };

type Command = [name: string, ...args: (string | Buffer | number)[]];

/** In no order that Redis promises. */
const unordered = new Set(["KEYS", "SCAN", "SMEMBERS"]);

async function answer(client: Redis, [name, ...args]: Command): Promise<unknown> {
  try {
    const reply = await client.callBuffer(name, ...args);
    return JSON.stringify(unordered.has(name) && Array.isArray(reply) ? reply.flat().map(String).toSorted() : reply);
  } catch (error) {
    return error;
  }
}

/** The answer of both to a command. Fails if they differ. */
async function same(command: Command) {
  const [real, small] = await Promise.all(clients.map((client) => answer(client, command)));
  expect(small, JSON.stringify(command)).toEqual(real);
  return real;
}

const key = fc.constantFrom("a", "b", "c", "key of more words");
const field = fc.constantFrom("x", "y", "z", "ü", "");
const text = fc.oneof(fc.constantFrom("0", "7", "-3", "1.5", "word", ""), fc.string({ maxLength: 5 }));
const whole = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.constantFrom("9223372036854775807", "-0", "1.0", "many"));
/** Far in the future or past: a key that expires during the test may be gone from only one of them. */
const time = fc.constantFrom(100_000, 0, -5, "9223372036854775807", "1.0", "many");
/** Without a fraction that is longer in decimals than Redis 7.0 and 7.2 agree on. */
const score = fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom("1.5", "-0.25", "+inf", "-inf", "1e3", "high"));
const end = fc.oneof(
  score.map(String),
  score.map((value) => `(${value}`),
);
const bytes = fc.uint8Array({ maxLength: 4 }).map((array) => Buffer.from(array));
const option = fc.constantFrom("NX", "XX", "GET", "KEEPTTL", "nx", "PX", "EX", "60000", "0", "never");
const someOptions = fc.array(option, { maxLength: 3 });
const scored = fc.array(fc.tuple(score, field), { minLength: 1, maxLength: 3 }).map((list) => list.flat());
const fields = fc.array(field, { minLength: 1, maxLength: 3 });
const values = fc.array(fc.oneof(field, text), { minLength: 1, maxLength: 4 });
const limit = fc.oneof(
  fc.constant([]),
  fc.tuple(fc.constant("LIMIT"), whole, whole),
  fc.constant(["WITHSCORES"]),
  fc.tuple(fc.constant("withscores"), fc.constant("limit"), fc.nat(3), fc.nat(3)),
  fc.constant(["LIMIT", 1]),
);

function named<Args extends (string | Buffer | number)[]>(names: string[], args: fc.Arbitrary<Args>) {
  return fc.tuple(fc.constantFrom(...names), args).map(([name, rest]): Command => [name, ...rest]);
}

const command = fc.oneof(
  named(["GET", "TYPE", "HGETALL", "SMEMBERS", "ZCARD", "PERSIST", "INCR", "DEL", "EXISTS"], fc.tuple(key)),
  named(["MGET", "DEL", "UNLINK", "EXISTS"], fc.array(key, { minLength: 1, maxLength: 3 })),
  fc.tuple(key, text, someOptions).map(([name, value, options]): Command => ["SET", name, value, ...options]),
  named(["INCRBY"], fc.tuple(key, whole)),
  named(["EXPIRE", "PEXPIRE"], fc.tuple(key, time)),
  named(["SETRANGE"], fc.tuple(key, whole, bytes)),
  named(["SETBIT"], fc.tuple(key, whole, fc.constantFrom("0", "1", "2"))),
  fc.tuple(key, values).map(([name, rest]): Command => ["HSET", name, ...rest]),
  named(["HGET", "HEXISTS", "ZSCORE", "ZRANK"], fc.tuple(key, field)),
  named(
    ["HDEL", "HMGET", "SADD", "ZREM"],
    fc.tuple(key, fields).map(([at, rest]) => [at, ...rest]),
  ),
  named(["HINCRBY"], fc.tuple(key, field, whole)),
  fc.tuple(key, scored).map(([name, rest]): Command => ["ZADD", name, ...rest]),
  named(["ZRANGE"], fc.tuple(key, whole, whole)),
  named(["ZRANGE"], fc.tuple(key, whole, whole, fc.constantFrom("WITHSCORES", "withscores", "WITH"))),
  named(["ZCOUNT", "ZREMRANGEBYSCORE"], fc.tuple(key, end, end)),
  fc.tuple(key, end, end, limit).map(([at, min, max, rest]): Command => ["ZRANGEBYSCORE", at, min, max, ...rest]),
  named(["ZREMRANGEBYRANK"], fc.tuple(key, whole, whole)),
  named(["KEYS"], fc.tuple(fc.constantFrom("*", "?", "key*", "a", "k?y of*words"))),
  named(["SCAN"], fc.tuple(fc.constant("0"), fc.constantFrom("MATCH", "count", "TYPES"), fc.constantFrom("a*", "100"))),
  named(["DBSIZE", "PING", "GET", "SET", "ZADD", "FLUSHALL"], fc.constant([])),
);

describe.skipIf(isAlone)("small-redis beside a real one", () => {
  beforeAll(async () => {
    for (const engine of redisEngines) {
      const server = await startRedis({ port: await freePort(0), log: "/dev/null", engine });
      servers.push(server);
      clients.push(new Redis({ host: "127.0.0.1", port: server.port, protocol: 2 }));
    }
  });
  beforeEach(() => Promise.all(clients.map((client) => client.flushall())));
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    for (const server of servers) await server.close();
  });

  test("any commands are answered as Redis answers them", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(command, { minLength: 20, maxLength: 60 }), async (commands) => {
          for (const one of commands) await same(one);
        })
        .beforeEach(async () => void (await Promise.all(clients.map((client) => client.flushall())))),
      { numRuns: 150 },
    );
  });

  test("a time to live is kept, changed and forgotten as by Redis", async () => {
    const left = async (name = "key") => {
      const both = await Promise.all(clients.map((client) => client.pttl(name)));
      const inSeconds = await Promise.all(clients.map((client) => client.ttl(name)));
      expect(Math.abs((both[0] ?? 0) - (both[1] ?? 0))).toBeLessThan(5_000);
      expect(Math.abs((inSeconds[0] ?? 0) - (inSeconds[1] ?? 0))).toBeLessThan(5);
      return both[1];
    };
    expect(await left()).toBe(-2);
    await same(["SET", "key", "1"]);
    expect(await left()).toBe(-1);
    await same(["PEXPIRE", "key", 90_000]);
    await same(["INCR", "key"]);
    expect(await left()).toBeGreaterThan(80_000);
    await same(["SET", "key", "2", "KEEPTTL"]);
    expect(await left()).toBeGreaterThan(80_000);
    await same(["SET", "key", "3"]);
    expect(await left()).toBe(-1);
    await same(["ZADD", "scores", 1, "one"]);
    await same(["EXPIRE", "scores", 100]);
    await same(["ZADD", "scores", 2, "two"]);
    expect(await left("scores")).toBeGreaterThan(90_000);
    await same(["ZREM", "scores", "one", "two"]);
    await same(["ZADD", "scores", 1, "one"]);
    expect(await left("scores")).toBe(-1);
    for (const client of clients) {
      await client.set("short", "1", "PX", 1);
      await expect.poll(() => client.get("short"), SOON).toBeNull();
      expect(await client.keys("short*")).toEqual([]);
      expect(await client.dbsize()).toBe(2);
    }
  });

  const scripts = [
    "return 3.99",
    "return -3.99",
    "return {1, 2, nil, 4}",
    "return {1, {2, {'three'}}, true, false}",
    "return nil",
    "return redis.status_reply('FINE')",
    "return redis.error_reply('MINE of its own')",
    "return {ok = 'FINE'}",
    "return tostring(1e15) .. tostring(2^53) .. tostring(1/3) .. tostring(3.0) .. (7 / 2)",
    "return string.format('%d %.0f %5.2f %s', 3.7, 1e15, 1/3, 'x')",
    "return tonumber('0x10') + tonumber('1e2')",
    "redis.call('SET', KEYS[1], 1795917404 * 1000 + 1) return redis.call('GET', KEYS[1])",
    "redis.call('SET', KEYS[1], 0.1) return redis.call('GET', KEYS[1])",
    "redis.call('ZADD', KEYS[1], 5, 'a', 7, 'b') return {redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES'), redis.call('ZSCORE', KEYS[1], 'c')}",
    "return type(redis.call('GET', 'absent')) .. type(redis.call('HMGET', 'absent', 'x')[1]) .. type(redis.call('PING'))",
    "return redis.call('PING')['ok']",
    "return {redis.pcall('INCR', KEYS[1], 'more')['err'] ~= nil, redis.pcall('SET', KEYS[1], 'word')}",
    "return #ARGV .. ARGV[1] .. string.len(ARGV[2]) .. string.byte(ARGV[2], 1) .. #KEYS",
    "local list = {} for i = 1, 7000 do list[i] = i end redis.call('SADD', KEYS[1], unpack(list)) return #redis.call('SMEMBERS', KEYS[1])",
    "local t = {5, 3, 9} table.sort(t) return table.concat(t, '-') .. select('#', 1, nil, 2)",
    "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(50)",
    "return redis.call('TIME')[1] * 1000 > 1.7e12",
  ];

  test.each(scripts)("a script: %s", async (script) => {
    await same(["EVAL", script, 1, "key", "first", Buffer.from([0xff, 0x00, 0x5c, 0x0a])]);
  });

  /** Redis says more about where; the first words are the same. */
  test.each([
    ["return redis.call('INCR', KEYS[1])", "not an integer"],
    ["return redis.call('HGET', KEYS[1], 'x')", "WRONGTYPE"],
    ["return redis.call('GET')", "Wrong number of args|wrong number of arguments"],
    ["return redis.call('NOSUCH')", "Unknown Redis command|unknown command"],
    ["return redis.call()", "at least one argument"],
    ["return redis.call('GET', {})", "must be strings or integers"],
    ["return elsewhere", "nonexistent global variable 'elsewhere'"],
    ["leak = 1", "readonly table"],
    ["return 'x", "Error compiling script"],
    ["local x = nil return x.y", "attempt to index local 'x'"],
    ["error('no')", "no"],
  ])("a script that fails: %s", async (script, words) => {
    await same(["SET", "key", "word"]);
    for (const client of clients) await expect(client.eval(script, 1, "key")).rejects.toThrow(new RegExp(words));
    for (const client of clients) expect(await client.ping()).toBe("PONG");
  });

  test("a script keeps what it wrote before it failed, and bad calls of scripts are refused", async () => {
    const script = "redis.call('SET', KEYS[1], 'kept') error('no')";
    for (const client of clients) await client.eval(script, 1, "key").catch(() => {});
    expect(await same(["GET", "key"])).toBe(JSON.stringify(Buffer.from("kept")));
    for (const refused of [
      ["EVAL", "return 1", "x"],
      ["EVAL", "return 1", -1],
      ["EVAL", "return 1", 2, "one"],
      ["EVALSHA", "0".repeat(40), 0],
    ] satisfies Command[]) {
      await same(refused);
    }
    await same(["SCRIPT", "LOAD", "return ARGV[1]"]);
  });

  test("transactions, their refusal and their end", async () => {
    const runs: Command[][] = [
      [["MULTI"], ["SET", "x", "1"], ["INCR", "x"], ["HGET", "x", "y"], ["GET", "x"], ["EXEC"]],
      [["MULTI"], ["MULTI"], ["EXEC"]],
      [["MULTI"], ["SET", "x", "9"], ["SET"], ["EXEC"], ["GET", "x"]],
      [["MULTI"], ["SET", "x", "9"], ["DISCARD"], ["GET", "x"]],
      [["MULTI"], ["SET"], ["DISCARD"], ["GET", "x"]],
      [["EXEC"], ["DISCARD"]],
    ];
    for (const run of runs) for (const one of run) await same(one);
  });

  test("commands cut into single bytes are the same commands", async () => {
    const sent = Buffer.from(
      "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$4\r\n\r\n\xff\x00\r\n*2\r\n$3\r\nGET\r\n$1\r\nk\r\n",
      "latin1",
    );
    for (const { port } of servers) {
      const socket = connect({ host: "127.0.0.1", port, noDelay: true });
      let got = "";
      socket.on("data", (piece) => {
        got += piece.toString("latin1");
      });
      for (const byte of sent) await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
      await expect.poll(() => got, SOON).toBe("+OK\r\n$4\r\n\r\n\xff\x00\r\n");
      socket.destroy();
    }
  });
});
