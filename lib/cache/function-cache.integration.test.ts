import type { CacheEntry } from "next/cache";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type CacheInstance, cacheInstance } from "@/test/cache-instance";
import { startTestRedis } from "@/test/services";

let service: Awaited<ReturnType<typeof startTestRedis>>;
let build = "";
const start = () => cacheInstance(service, build);

beforeAll(async () => {
  // The one that runs where no Redis is installed: the script must work there, too.
  service = await startTestRedis("small-redis");
});
beforeEach(() => {
  build = crypto.randomUUID();
});
afterAll(() => service.close());

const streamOf = (...chunks: (string | Error)[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else if (chunk instanceof Error) controller.error(chunk);
      else controller.enqueue(new TextEncoder().encode(chunk));
    },
  });

/** As Next makes one: stamped when its function began. */
function entry({ now }: CacheInstance, ...chunks: (string | Error)[]): CacheEntry {
  return { value: streamOf(...chunks), tags: ["event:jazz"], stale: 30, timestamp: now(), expire: 600, revalidate: 60 };
}

async function text({ functions }: CacheInstance, softTags: string[] = []) {
  const found = await functions.get("key", softTags);
  return found && new Response(found.value).text();
}

test("every reader gets a stream of its own, on every instance", async () => {
  const [one, other] = [start(), start()];
  expect(await text(one)).toBeUndefined();
  await one.functions.set("key", Promise.resolve(entry(one, "ja", "zz")));
  expect([await text(one), await text(one)]).toEqual(["jazz", "jazz"]);
  await vi.waitFor(async () => expect(await text(other)).toBe("jazz"));
  expect(await other.functions.get("key", [])).toMatchObject({ tags: ["event:jazz"], expire: 600, revalidate: 60 });
});

test("concurrent requests wait for one fill", async () => {
  const one = start();
  await one.functions.refreshTags();
  let give = (_entry: CacheEntry) => {};
  const filled = one.functions.set("key", new Promise((resolve) => (give = resolve)));
  const asked = text(one);
  give(entry(one, "jazz"));
  expect(await asked).toBe("jazz");
  await filled;
});

test("an invalidation counts everywhere, for fills that began before it, and for the route's own tags", async () => {
  const [one, other] = [start(), start()];
  const refresh = async (instance: CacheInstance) => {
    instance.pass(1_600);
    await instance.functions.refreshTags();
  };
  await Promise.all([one, other].map(refresh));
  await one.functions.set("key", Promise.resolve(entry(one, "old")));
  await vi.waitFor(async () => expect(await text(other)).toBe("old"));

  const slow = entry(one, "slow");
  await one.functions.updateTags(["event:jazz"]);
  await one.functions.set("key", Promise.resolve(slow));
  expect(await text(one)).toBeUndefined();
  await refresh(other);
  expect(await text(other)).toBeUndefined();

  await other.functions.set("key", Promise.resolve(entry(other, "new")));
  expect(await text(other, ["_N_T_/events/jazz"])).toBe("new");
  await other.functions.updateTags(["_N_T_/events/jazz"]);
  expect(await text(other, ["_N_T_/events/jazz"])).toBeUndefined();
});

test("what broke off, what expires at once and what is due again is not served", async () => {
  const one = start();
  await one.functions.set("key", Promise.resolve(entry(one, "ja", new Error("broke"))));
  expect(await text(one)).toBeUndefined();
  await one.functions.set("key", Promise.resolve({ ...entry(one, "jazz"), expire: 0 }));
  expect(await text(one)).toBeUndefined();
  await one.functions.set("key", Promise.resolve(entry(one, "jazz")));
  one.pass(59_000);
  expect(await text(one)).toBe("jazz");
  one.pass(2_000);
  expect(await text(one)).toBeUndefined();
});
