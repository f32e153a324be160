import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { redisEngines, startTestRedis } from "@/test/services";

if (redisEngines.length === 1) {
  console.warn("No redis-server or valkey-server on the PATH: the gateway is tested in front of small-redis only.");
}

const COMPARE_AND_DELETE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

describe.each(redisEngines)("the gateway in front of %s", (engine) => {
  let service: Awaited<ReturnType<typeof startTestRedis>>;
  let redis: Redis;

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${service.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${service.token}`, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  beforeAll(async () => {
    service = await startTestRedis(engine);
    redis = new Redis({ url: service.url, token: service.token, retry: false, enableTelemetry: false });
  });
  beforeEach(() => redis.flushall());
  afterAll(() => service.close());

  test("SET NX PX takes a lock once, and the lock expires", async () => {
    expect(await redis.set("lock", "mine", { nx: true, px: 60_000 })).toBe("OK");
    expect(await redis.set("lock", "theirs", { nx: true, px: 60_000 })).toBeNull();
    expect(await redis.get("lock")).toBe("mine");
    expect(await redis.pttl("lock")).toBeGreaterThan(50_000);
    await redis.pexpire("lock", 1);
    await expect.poll(() => redis.exists("lock")).toBe(0);
    expect(await redis.set("lock", "theirs", { nx: true, px: 60_000 })).toBe("OK");
  });

  test("compare-and-delete lets go of the own lock only, by EVAL and by EVALSHA", async () => {
    await redis.set("lock", "mine");
    expect(await redis.eval(COMPARE_AND_DELETE, ["lock"], ["theirs"])).toBe(0);
    expect(await redis.eval(COMPARE_AND_DELETE, ["lock"], ["mine"])).toBe(1);

    await redis.set("lock", "mine");
    const sha = await redis.scriptLoad(COMPARE_AND_DELETE);
    expect(await redis.evalsha(sha, ["lock"], ["mine"])).toBe(1);
    await expect(redis.evalsha("0".repeat(40), [], [])).rejects.toThrow(/NOSCRIPT/);
    expect(await redis.createScript<number>(COMPARE_AND_DELETE).exec(["lock"], ["mine"])).toBe(0);
  });

  test("counters, hashes, sets and sorted sets keep their types on the way", async () => {
    expect(await redis.incr("n")).toBe(1);
    expect(await redis.incrby("n", 41)).toBe(42);
    expect(await redis.get("n")).toBe(42);
    await redis.hset("h", { name: "Ada", seats: 3 });
    expect(await redis.hgetall("h")).toEqual({ name: "Ada", seats: 3 });
    await redis.sadd("s", "a", "b");
    expect((await redis.smembers("s")).sort()).toEqual(["a", "b"]);
    await redis.zadd("z", { score: 2, member: "late" }, { score: 1.5, member: "early" });
    expect(await redis.zrange("z", 0, -1, { withScores: true })).toEqual(["early", 1.5, "late", 2]);
    expect(await redis.zrank("z", "late")).toBe(1);
    expect(await redis.zremrangebyscore("z", 0, 1.9)).toBe(1);
    expect(await redis.zcard("z")).toBe(1);
    expect(await redis.del("n", "h", "absent")).toBe(2);
    expect(await redis.mget("n", "absent")).toEqual([null, null]);
  });

  test("a pipeline answers each command on its own, errors among them", async () => {
    await redis.set("text", "not a number");
    const { status, body } = await post("/pipeline", [
      ["SET", "a", "1"],
      ["INCR", "text"],
      ["INCR", "a"],
      ["GET", "a"],
      ["NOSUCH"],
    ]);
    expect(status).toBe(200);
    expect(body).toEqual([
      { result: "OK" },
      { error: expect.stringContaining("not an integer") },
      { result: 2 },
      { result: "2" },
      { error: expect.stringContaining("unknown command") },
    ]);
    const byClient = redis.pipeline().incr("a").get("a").hset("h", { seat: 1 }).hgetall("h");
    expect(await byClient.exec()).toEqual([3, 3, 1, { seat: 1 }]);
    // Calls of one tick, which the client pipelines automatically.
    expect(await Promise.all([redis.incr("a"), redis.incr("a"), redis.incr("a")])).toEqual([4, 5, 6]);
  });

  test("a transaction is atomic, and one that cannot be queued changes nothing", async () => {
    const many = Array.from({ length: 20 }, () => redis.multi().incr("n").get("n").incr("n").exec<number[]>());
    for (const [first, read, second] of await Promise.all(many)) {
      expect(read).toBe(first);
      expect(second).toBe(Number(first) + 1);
    }
    expect(await redis.get("n")).toBe(40);

    const refused = await post("/multi-exec", [["SET", "x", "1"], ["NOSUCH"]]);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toContain("EXECABORT");
    expect(await redis.get("x")).toBeNull();

    const failed = await post("/multi-exec", [
      ["SET", "x", "word"],
      ["INCR", "x"],
      ["GET", "x"],
    ]);
    expect(failed.body).toEqual([
      { result: "OK" },
      { error: expect.stringContaining("not an integer") },
      { result: "word" },
    ]);
  });

  test("any text and any bytes survive", async () => {
    const texts = ["", "ümlaut 日本語 👩‍🚀", "zero\u0000byte", '"quoted\\', "OK", "null", "1e3x", "line\r\nbreak"];
    for (const text of texts) {
      await redis.set("text", text);
      const { body } = await post("/", ["GET", "text"], { "upstash-encoding": "base64" });
      expect(Buffer.from(body.result, "base64").toString()).toBe(text);
      expect((await post("/", ["GET", "text"])).body.result).toBe(text);
    }
    // 0xFF is no UTF-8 at all.
    await post("/", ["SETRANGE", "bytes", 0, "abc"]);
    for (let bit = 8; bit < 16; bit += 1) await redis.setbit("bytes", bit, 1);
    const { body } = await post("/", ["GET", "bytes"], { "upstash-encoding": "base64" });
    expect(Buffer.from(body.result, "base64")).toEqual(Buffer.from([0x61, 0xff, 0x63]));
  });

  test("base64 reaches into nested answers and leaves numbers and null alone", async () => {
    const script = `return {1, "two", {"three", 4}, false}`;
    const encoded = (text: string) => Buffer.from(text).toString("base64");
    const { body } = await post("/", ["EVAL", script, 0], { "upstash-encoding": "base64" });
    expect(body.result).toEqual([1, encoded("two"), [encoded("three"), 4], null]);
    expect((await post("/", ["EVAL", script, 0])).body.result).toEqual([1, "two", ["three", 4], null]);
    expect(await redis.eval(script, [], [])).toEqual([1, "two", ["three", 4], null]);
  });

  test("wrong tokens, bodies and commands are refused, and the next request is served", async () => {
    const stranger = new Redis({ url: service.url, token: "wrong", retry: false, enableTelemetry: false });
    await expect(stranger.get("n")).rejects.toThrow(/WRONGPASS/);
    expect((await post("/", ["GET", "n"], { authorization: "" })).status).toBe(401);
    expect((await post("/", "{")).status).toBe(400);
    expect((await post("/", [])).status).toBe(400);
    expect((await post("/pipeline", [])).status).toBe(400);
    expect((await post("/nowhere", ["GET", "n"])).status).toBe(404);
    const arity = await post("/", ["GET"]);
    expect(arity).toEqual({ status: 400, body: { error: expect.stringContaining("wrong number of arguments") } });
    // Each would block or change the shared connection.
    for (const name of ["SUBSCRIBE", "multi", "SELECT", "BLPOP"]) {
      expect((await post("/", [name, "x", "1"])).body.error).toContain("not available");
    }
    expect(await redis.ping()).toBe("PONG");
  });

  test.each([
    // Windows begin with the clock's: in one of a minute, every thousandth run would see two.
    ["sliding window", Ratelimit.slidingWindow(3, "1 d")],
    ["fixed window", Ratelimit.fixedWindow(3, "1 d")],
    ["token bucket", Ratelimit.tokenBucket(3, "1 m", 3)],
  ])("a %s of @upstash/ratelimit lets three through", async (_name, limiter) => {
    const ratelimit = new Ratelimit({ redis, limiter, prefix: "rate" });
    const answers = [];
    const before = Date.now();
    for (let request = 0; request < 4; request += 1) answers.push(await ratelimit.limit("somebody"));
    expect(answers.map((answer) => answer.success)).toEqual([true, true, true, false]);
    expect(answers.map((answer) => answer.remaining)).toEqual([2, 1, 0, 0]);
    expect((await ratelimit.limit("somebody else")).success).toBe(true);
    expect(answers.at(-1)?.reset).toBeGreaterThan(before);
    await ratelimit.resetUsedTokens("somebody");
    expect((await ratelimit.limit("somebody")).success).toBe(true);
  });
});
