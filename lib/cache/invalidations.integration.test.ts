import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRedis } from "@/test/services";
import { createCacheRedis } from "./cache-redis";
import { createInvalidations } from "./invalidations";

let service: Awaited<ReturnType<typeof startTestRedis>>;
beforeAll(async () => {
  service = await startTestRedis();
});
afterAll(() => service.close());

function instance(key: string, maxTags: number) {
  const redis = createCacheRedis(new Redis({ url: service.url, token: service.token, enableTelemetry: false }), 20_000);
  let time = 0;
  const invalidations = createInvalidations({ redis, key, maxTags, now: () => time });
  const ask = async (at: number) => {
    time = at;
    await invalidations.refresh();
  };
  return { ...invalidations, ask, at: (moment: number) => (time = moment) };
}

test("a process that missed truncated log entries distrusts everything older", async () => {
  const [editor, prompt, late] = [instance("short", 3), instance("short", 3), instance("short", 3)];
  for (const one of [editor, prompt, late]) await one.ask(1);
  await editor.invalidate(["a", "b"]);
  await prompt.ask(5_000);
  await editor.invalidate(["c", "d", "e"]);

  await prompt.ask(10_000);
  expect(prompt.isCurrent(["x"], 7_000)).toBe(true);
  expect(prompt.isCurrent(["c"], 7_000)).toBe(false);
  await late.ask(10_000);
  expect(late.isCurrent(["x"], 7_000)).toBe(false);
  expect(late.isCurrent(["x"], 10_001)).toBe(true);
  // Of what was cut off, nobody can say whether an entry that knew no more has one of those tags.
  const { number } = editor.position() ?? { number: 0 };
  expect(late.isSharedCurrent(["x"], number)).toBe(true);
  expect(late.isSharedCurrent(["x"], number - 60_000)).toBe(false);
});

test("a process forgets tags only with what they may have invalidated", async () => {
  const one = instance("many", 10);
  await one.ask(1);
  for (let tag = 0; tag < 30; tag += 1) {
    one.at(100 + tag);
    await one.invalidate([`tag-${tag}`]);
  }
  expect(one.isCurrent(["tag-0"], 50)).toBe(false);
  expect(one.isCurrent(["x"], 50)).toBe(false);
  expect(one.isCurrent(["tag-29"], 129)).toBe(false);
  expect(one.isCurrent(["tag-28"], 129)).toBe(true);
});
