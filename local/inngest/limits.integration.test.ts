import { afterEach, beforeEach, expect, test } from "vitest";
import { createLatch } from "./latch";
import { pollOptions } from "./sdk-app";
import { openSdkFixture } from "./sdk-fixture";

let fixture: Awaited<ReturnType<typeof openSdkFixture>>;

beforeEach(async () => {
  fixture = await openSdkFixture();
});
afterEach(() => fixture.close());

test("with a concurrency key never two calls of one key are under way, while other keys go on", async () => {
  const underWay = new Map<string, number>();
  const most = new Map<string, number>();
  const otherBegan = createLatch();
  const convert = fixture.app.client.createFunction(
    { id: "convert", triggers: [{ event: "freed" }], concurrency: { limit: 1, key: "event.data.eventId" } },
    async ({ event, step }) =>
      step.run("convert", async () => {
        const key: string = event.data.eventId;
        underWay.set(key, (underWay.get(key) ?? 0) + 1);
        most.set(key, Math.max(most.get(key) ?? 0, underWay.get(key) ?? 0));
        // The first key only goes on once the second has begun, and long enough for another call to slip in.
        if (key === "b") otherBegan.open();
        else await otherBegan.opened;
        await fixture.app.runs("convert");
        underWay.set(key, (underWay.get(key) ?? 0) - 1);
      }),
  );
  fixture.app.serve([convert]);
  await fixture.app.start();
  const eventIds = [...Array<string>(8).fill("a"), ...Array<string>(8).fill("b")];
  await fixture.app.client.send(eventIds.map((eventId) => ({ name: "freed", data: { eventId } })));
  await expect.poll(() => fixture.app.states("convert"), pollOptions).toEqual(eventIds.map(() => "completed"));
  expect(Object.fromEntries(most)).toEqual({ a: 1, b: 1 });
});

test("no more than sixteen calls are under way at once", async () => {
  const release = createLatch();
  let underWay = 0;
  let most = 0;
  const many = fixture.app.client.createFunction({ id: "many", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.run("hold", async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await release.opened;
      underWay -= 1;
    }),
  );
  fixture.app.serve([many]);
  await fixture.app.start();
  await fixture.app.client.send(Array.from({ length: 40 }, () => ({ name: "go" })));
  await expect.poll(() => underWay, pollOptions).toBe(16);
  release.open();
  await expect.poll(async () => new Set(await fixture.app.states("many")), pollOptions).toEqual(new Set(["completed"]));
  expect(most).toBe(16);
});

test("a throttled function starts its burst at once and the rest evenly", async () => {
  const notices = fixture.app.client.createFunction(
    { id: "notices", triggers: [{ event: "notice" }], throttle: { limit: 4, period: "1s", burst: 2 } },
    async () => "sent",
  );
  fixture.app.serve([notices]);
  await fixture.app.start();
  await expect.poll(async () => (await fetch(fixture.url)).text(), pollOptions).toContain("test-notices");
  await fixture.app.client.send([1, 2, 3, 4].map((n) => ({ name: "notice", data: { n } })));
  await expect.poll(() => fixture.app.states("notices"), pollOptions).toEqual(Array(4).fill("completed"));
  const runs = await fixture.app.runs("notices");
  const [first = 0, second = 0, ...others] = runs.map((run) => run.startsAt);
  expect(second - first).toBeLessThan(100);
  expect(others.map((at) => at - first)).toEqual([250, 500]);
  for (const run of runs) expect(run.endedAt).toBeGreaterThanOrEqual(run.startsAt);
});

test("an option that is not supported is refused, and the refusal says which", async () => {
  const body = {
    appName: "test",
    functions: [{ id: "f", triggers: [], steps: { step: {} }, debounce: { period: "1s" } }],
  };
  const refused = await fetch(`${fixture.url}/fn/register`, { method: "POST", body: JSON.stringify(body) });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("debounce");
});
