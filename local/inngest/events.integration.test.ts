import { cron } from "inngest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLatch } from "./latch";
import { pollOptions } from "./sdk-app";
import { openSdkFixture } from "./sdk-fixture";

let fixture: Awaited<ReturnType<typeof openSdkFixture>>;

beforeEach(async () => {
  fixture = await openSdkFixture();
});
afterEach(() => fixture.close());

const waiting = async (id: string) =>
  (await fixture.app.runs(id)).flatMap((run) => run.steps.map((step) => step.state));

test("a wait ends with the event that matches, and with null when none comes in time", async () => {
  const patient = fixture.app.client.createFunction({ id: "patient", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.waitForEvent("answer", { event: "answer", match: "data.id", timeout: "1d" }),
  );
  const hasty = fixture.app.client.createFunction({ id: "hasty", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.waitForEvent("answer", { event: "other", timeout: "1s" }),
  );
  fixture.app.serve([patient, hasty]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go", data: { id: 1 } });
  await expect.poll(() => waiting("patient"), pollOptions).toEqual(["waiting"]);
  await fixture.app.client.send({ name: "answer", data: { id: 2, text: "not this" } });
  await fixture.app.client.send({ name: "answer", data: { id: 1, text: "this" } });
  await expect.poll(() => fixture.app.states("patient"), pollOptions).toEqual(["completed"]);
  expect((await fixture.app.runs("patient"))[0]?.output).toMatchObject({
    name: "answer",
    data: { id: 1, text: "this" },
  });
  await expect.poll(() => fixture.app.states("hasty"), pollOptions).toEqual(["completed"]);
  expect((await fixture.app.runs("hasty"))[0]?.output).toBeNull();
});

test("a run is cancelled by the event of its own key and by no other", async () => {
  let expired = 0;
  const hold = fixture.app.client.createFunction(
    { id: "hold", triggers: [{ event: "held" }], cancelOn: [{ event: "confirmed", match: "data.bookingId" }] },
    async ({ step }) => {
      await step.sleep("hold", "2s");
      await step.run("expire", () => {
        expired += 1;
      });
    },
  );
  fixture.app.serve([hold]);
  await fixture.app.start();
  await fixture.app.client.send([1, 2].map((bookingId) => ({ name: "held", data: { bookingId } })));
  await expect.poll(() => waiting("hold"), pollOptions).toEqual(["sleeping", "sleeping"]);
  await fixture.app.client.send({ name: "confirmed", data: { bookingId: 1 } });
  expect((await fixture.app.states("hold"))[0]).toBe("cancelled");
  await expect.poll(() => fixture.app.states("hold"), pollOptions).toEqual(["cancelled", "completed"]);
  expect(expired).toBe(1);
});

test("a call that is under way when its run is cancelled changes nothing any more", async () => {
  const began = createLatch();
  const release = createLatch();
  let after = 0;
  const slow = fixture.app.client.createFunction(
    { id: "slow", triggers: [{ event: "go" }], cancelOn: [{ event: "stop" }] },
    async ({ step }) => {
      await step.run("slow", () => {
        began.open();
        return release.opened;
      });
      after += 1;
    },
  );
  const last = fixture.app.client.createFunction({ id: "last", triggers: [{ event: "last" }] }, async () => "last");
  fixture.app.serve([slow, last]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await began.opened;
  await fixture.app.client.send({ name: "stop" });
  release.open();
  await fixture.app.client.send({ name: "last" });
  await expect.poll(() => fixture.app.states("last"), pollOptions).toEqual(["completed"]);
  expect(await fixture.app.states("slow")).toEqual(["cancelled"]);
  expect(after).toBe(0);
});

test("an event is accepted once per id, and a function runs once per idempotency key", async () => {
  const all = fixture.app.client.createFunction({ id: "all", triggers: [{ event: "go" }] }, async () => "ran");
  const once = fixture.app.client.createFunction(
    { id: "once", triggers: [{ event: "go" }], idempotency: "event.data.key" },
    async ({ event }) => event.data.key,
  );
  const picky = fixture.app.client.createFunction(
    { id: "picky", triggers: [{ event: "go", if: "event.data.key == 'b'" }] },
    async ({ event }) => event.data.key,
  );
  fixture.app.serve([all, once, picky]);
  await fixture.app.start();
  const sent = await fixture.app.client.send({ id: "same", name: "go", data: { key: "a" } });
  const again = await fixture.app.client.send({ id: "same", name: "go", data: { key: "a" } });
  expect(again.ids).toEqual(sent.ids);
  await fixture.app.client.send([
    { id: "second", name: "go", data: { key: "a" } },
    { id: "third", name: "go", data: { key: "b" } },
  ]);
  await expect.poll(() => fixture.app.states("all"), pollOptions).toEqual(["completed", "completed", "completed"]);
  await expect.poll(() => fixture.app.states("once"), pollOptions).toEqual(["completed", "completed"]);
  expect((await fixture.app.runs("once")).map((run) => run.output)).toEqual(["a", "b"]);
  expect((await fixture.app.runs("picky")).map((run) => run.event.id)).toEqual(["third"]);
});

test("a cron function runs when its time comes", async () => {
  const clock = fixture.app.client.createFunction(
    { id: "clock", triggers: [cron("* * * * * *")] },
    async ({ event }) => event.name,
  );
  fixture.app.serve([clock]);
  await fixture.app.start();
  const completed = async () => (await fixture.app.states("clock")).filter((state) => state === "completed").length;
  await expect.poll(completed, pollOptions).toBeGreaterThanOrEqual(2);
  expect((await fixture.app.runs("clock"))[0]).toMatchObject({
    event: { name: "inngest/scheduled.timer", data: { cron: "* * * * * *" } },
    output: "inngest/scheduled.timer",
  });
});

test("a run that gave up is announced once to the functions that listen, with its event; a listener that gives up is not", async () => {
  const heard: unknown[] = [];
  const broken = fixture.app.client.createFunction(
    { id: "broken", triggers: [{ event: "go" }], retries: 1 },
    async () => {
      throw new Error("always");
    },
  );
  const clock = fixture.app.client.createFunction(
    { id: "clock", triggers: [cron("* * * * * *")], retries: 0 },
    ({ step }) =>
      step.run("fail", () => {
        throw new Error("on the second");
      }),
  );
  const listener = fixture.app.client.createFunction(
    { id: "listener", triggers: [{ event: "inngest/function.failed" }], retries: 0 },
    async ({ event }) => {
      heard.push(event.data);
      throw new Error("the listener gave up");
    },
  );
  fixture.app.serve([broken, clock, listener]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go", data: { n: 7 } });
  await expect.poll(() => fixture.app.states("broken"), pollOptions).toEqual(["failed"]);
  const [run] = await fixture.app.runs("broken");
  const about = (functionId: string) =>
    heard.filter((data) => (data as { function_id: string }).function_id === functionId);
  await expect.poll(() => about("test-clock").length, pollOptions).toBeGreaterThan(0);
  expect(about("test-clock")[0]).toMatchObject({
    error: { name: "Error", message: "on the second" },
    event: { name: "inngest/scheduled.timer", data: { cron: "* * * * * *" } },
  });
  expect(about("test-broken")).toEqual([
    expect.objectContaining({
      run_id: run?.id,
      error: expect.objectContaining({ name: "Error", message: "always" }),
      event: expect.objectContaining({ name: "go", data: { n: 7 } }),
    }),
  ]);
  expect(about("test-listener")).toEqual([]);
});

test("an invalid event is refused, and so is a request from a page of another site", async () => {
  const post = (body: string, headers = {}) => fetch(`${fixture.url}/e/key`, { method: "POST", body, headers });
  expect((await post("{}")).status).toBe(400);
  expect((await post("not json")).status).toBe(400);
  expect((await post('{"name":"go"}', { origin: "https://example.com" })).status).toBe(403);
  expect((await post('{"name":"go"}')).status).toBe(200);
});
