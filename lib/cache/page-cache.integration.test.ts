import { randomBytes } from "node:crypto";
import { Redis } from "@upstash/redis";
import type { CacheHandler } from "next/dist/server/lib/incremental-cache";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { type CacheInstance, cacheInstance } from "@/test/cache-instance";
import { startTestRedis } from "@/test/services";

type Data = Parameters<CacheHandler["set"]>[1];
const KEY = "/route-cache/APP_PAGE/abc/$/events/jazz";
const getting = { kind: "APP_PAGE", isFallback: false } as Parameters<CacheHandler["get"]>[1];

function page(html: string, { tags = "event:jazz,events", status = 200 } = {}): Data {
  const rscData = Buffer.from(`rsc of ${html}`);
  const segmentData = new Map([["/_tree", Buffer.from("tree")]]);
  const headers = { "x-next-cache-tags": tags };
  return { kind: "APP_PAGE", html, rscData, headers, postponed: undefined, status, segmentData } as Data;
}

const nothingBuilt = { get: async () => null };
const request = ({ PageCache }: CacheInstance) => new PageCache(() => nothingBuilt);
/** A request that finds nothing and fills it. */
const fill = (instance: CacheInstance, data: Data, key = KEY) =>
  request(instance).set(key, data, { cacheControl: { revalidate: 300, expire: 86_400 } });

async function html(instance: CacheInstance, key = KEY) {
  const value = (await request(instance).get(key, getting))?.value;
  return value && "html" in value ? value.html : null;
}

/** Long enough that an instance asks again before it answers. */
const SOON_MS = 1_600;

let service: Awaited<ReturnType<typeof startTestRedis>>;
let redis: Redis;
let build = "";
const start = () => cacheInstance(service, build);

beforeAll(async () => {
  service = await startTestRedis();
  redis = new Redis({ url: service.url, token: service.token, enableTelemetry: false });
});
beforeEach(() => {
  build = crypto.randomUUID();
});
afterAll(() => service.close());

const pagesInRedis = async () => (await redis.keys(`next:${build}:page:*`)).length;
const whenShared = (count = 1) => vi.waitFor(async () => expect(await pagesInRedis()).toBe(count));

test("what one instance has rendered, another serves, whole and with its lifetime", async () => {
  const [one, other] = [start(), start()];
  expect(await html(one)).toBeNull();
  await fill(one, page("jazz"));
  await whenShared();
  expect(await request(other).get(KEY, getting)).toEqual({
    value: page("jazz"),
    lastModified: expect.any(Number),
    cacheControl: { revalidate: 300, expire: 86_400 },
  });
  build = crypto.randomUUID();
  expect(await html(start())).toBeNull();
});

test("an edit on one instance is visible on every other, and the old page never again", async () => {
  const [one, other] = [start(), start()];
  await html(one);
  await fill(one, page("old"));
  await whenShared();
  expect(await html(other)).toBe("old");

  await request(one).revalidateTag("event:jazz");
  expect(await html(one)).toBeNull();
  other.pass(SOON_MS);
  expect(await html(other)).toBeNull();
  expect(await html(start())).toBeNull();

  await fill(other, page("new"));
  await vi.waitFor(async () => expect(await html(start())).toBe("new"));
  one.pass(SOON_MS);
  expect([await html(one), await html(other)]).toEqual(["new", "new"]);
});

test("a crowd costs Redis one question a second", async () => {
  const one = start();
  await html(one);
  await fill(one, page("jazz"));
  const before = one.counts.asked;
  for (let view = 0; view < 500; view += 1) await html(one);
  expect(one.counts.asked).toBe(before);
  one.pass(1_100);
  await Promise.all(Array.from({ length: 500 }, () => html(one)));
  expect(one.counts.asked).toBe(before + 1);
});

describe("a fill that began before an edit", () => {
  test("is not kept on its own instance", async () => {
    const one = start();
    await html(one);
    const slow = request(one);
    await request(one).revalidateTag("event:jazz");
    await slow.set(KEY, page("old"), {});
    expect(await html(one)).toBeNull();
    expect(await pagesInRedis()).toBe(0);

    // Without the guard, that is, with the moment it ended for the one it began at, the old page stays.
    await request(one).set(KEY, page("old"), {});
    expect(await html(one)).toBe("old");
  });

  test("is not taken from Redis, where an instance that did not know yet has put it", async () => {
    const [editor, late] = [start(), start()];
    await html(late);
    await html(editor);
    await request(editor).revalidateTag("event:jazz");
    await fill(late, page("old"));
    await whenShared();
    expect(await html(editor)).toBeNull();
    expect(await html(start())).toBeNull();
    late.pass(SOON_MS);
    expect(await html(late)).toBeNull();
  });
});

describe("without Redis", () => {
  test("pages come from memory, for a bounded time; it is logged once", async () => {
    const warn = vi.spyOn(log, "warn");
    const alone = start();
    alone.lose();
    expect(await html(alone)).toBeNull();
    await fill(alone, page("jazz"));
    for (let second = 0; second < 9; second += 1) {
      expect(await html(alone)).toBe("jazz");
      alone.pass(1_100);
    }
    await vi.waitFor(() => expect(alone.counts.asked).toBeGreaterThan(5));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(await html(alone)).toBe("jazz");
    alone.pass(1_000);
    expect(await html(alone)).toBeNull();
  });

  test("an edit counts here at once, and elsewhere when it is back", async () => {
    const [editor, other] = [start(), start()];
    await html(editor);
    await html(other);
    await fill(editor, page("old"));
    await fill(other, page("old"));
    editor.lose();
    await request(editor).revalidateTag("event:jazz");
    expect(await html(editor)).toBeNull();
    await fill(editor, page("new"));
    expect(await html(editor)).toBe("new");

    editor.find();
    await vi.waitFor(async () => {
      editor.pass(SOON_MS);
      await html(editor);
      other.pass(SOON_MS);
      expect(await html(other)).not.toBe("old");
    });
  });

  test("a Redis that came back empty is noticed: what was kept is not trusted", async () => {
    const [one, other] = [start(), start()];
    await html(one);
    await request(one).revalidateTag("event:rock");
    await html(other);
    await fill(other, page("old"));
    await redis.del("next:invalidations");
    await request(one).revalidateTag("event:jazz");
    other.pass(SOON_MS);
    expect(await html(other)).toBeNull();
  });
});

test("what is too big for Redis stays in memory, as does what is not a whole page", async () => {
  const one = start();
  await html(one);
  await fill(one, page(randomBytes(600_000).toString("hex")), "big");
  await fill(one, page("not found", { status: 404 }), "missing");
  await fill(one, page("jazz"));
  await whenShared();
  expect((await html(one, "big"))?.length).toBe(1_200_000);
  expect(await html(one, "missing")).toBe("not found");
  expect(await pagesInRedis()).toBe(1);
});

test("every key in Redis expires", async () => {
  const one = start();
  await html(one);
  await fill(one, page("jazz"));
  await request(one).revalidateTag(["a", "b"]);
  await whenShared();
  const keys = [...(await redis.keys(`next:${build}:*`)), "next:invalidations"];
  expect(keys.length).toBe(2);
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
});

test("while a new build takes over, an edit on the old one counts on both", async () => {
  const old = start();
  await html(old);
  build = crypto.randomUUID();
  const next = start();
  await html(next);
  await fill(next, page("old"));
  await request(old).revalidateTag("event:jazz");
  next.pass(SOON_MS);
  expect(await html(next)).toBeNull();
});

describe("what was built", () => {
  const MINUTE_MS = 60_000;
  const built = (tag: string) => ({ get: async () => ({ value: page("built", { tags: tag }), lastModified: 0 }) });
  /** An instance of a build that began so many milliseconds from now. */
  const builtIn = (milliseconds: number) => cacheInstance(service, build, Date.now() + milliseconds);
  const isServed = async ({ PageCache }: CacheInstance, tag: string) =>
    (await new PageCache(() => built(tag)).get(KEY, getting)) !== null;

  test("is served until one of its tags is invalidated after the build began", async () => {
    const tag = crypto.randomUUID();
    await html(start());
    // The log must have begun before the build, also where this is the first test.
    const one = builtIn(2 * MINUTE_MS);
    expect(await isServed(one, tag)).toBe(true);
    await request(builtIn(2 * MINUTE_MS)).revalidateTag(tag);
    // That edit was before this build by two minutes, and after one that began a moment ago.
    expect(await isServed(builtIn(2 * MINUTE_MS), tag)).toBe(true);
    expect(await isServed(builtIn(-MINUTE_MS), tag)).toBe(false);
  });

  test("is not served while Redis cannot tell", async () => {
    const tag = crypto.randomUUID();
    await html(start());
    const [cut, lost] = [builtIn(2 * MINUTE_MS), builtIn(2 * MINUTE_MS)];
    cut.lose();
    expect(await isServed(cut, tag)).toBe(false);
    expect(await isServed(lost, tag)).toBe(true);
    lost.lose();
    // Longer than memory may be used without a word from the others.
    lost.pass(11_000);
    expect(await isServed(lost, tag)).toBe(false);
  });

  test("is not served when Redis has lost what was invalidated since", async () => {
    const tag = crypto.randomUUID();
    await request(builtIn(-2 * MINUTE_MS)).revalidateTag(tag);
    await redis.del("next:invalidations");
    expect(await isServed(builtIn(-2 * MINUTE_MS), tag)).toBe(false);
    expect(await isServed(builtIn(2 * MINUTE_MS), tag)).toBe(true);
  });
});
