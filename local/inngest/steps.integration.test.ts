import { NonRetriableError, RetryAfterError } from "inngest";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLatch } from "./latch";
import { pollOptions } from "./sdk-app";
import { openSdkFixture } from "./sdk-fixture";

let fixture: Awaited<ReturnType<typeof openSdkFixture>>;
const backoff = vi.fn((_attempt: number) => 1);

beforeEach(async () => {
  backoff.mockReset().mockReturnValue(1);
  fixture = await openSdkFixture({ backoff });
});
afterEach(() => fixture.close());

test("each step runs once, and the next one gets its result", async () => {
  const ran: string[] = [];
  const steps = fixture.app.client.createFunction(
    { id: "steps", triggers: [{ event: "go" }] },
    async ({ event, step }) => {
      const one = await step.run("one", () => {
        ran.push("one");
        return { n: event.data.n + 1 };
      });
      const nothing = await step.run("nothing", () => {
        ran.push("nothing");
      });
      return { n: one.n + 1, nothing };
    },
  );
  fixture.app.serve([steps]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go", data: { n: 1 } });
  await expect.poll(() => fixture.app.states("steps"), pollOptions).toEqual(["completed"]);
  const [run] = await fixture.app.runs("steps");
  expect(run).toMatchObject({ output: { n: 3, nothing: null }, event: { name: "go", data: { n: 1 } } });
  expect(run?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual(["one done", "nothing done"]);
  expect(ran).toEqual(["one", "nothing"]);
});

test("parallel steps are under way at the same time, each retried on its own", async () => {
  const ran: string[] = [];
  const both = createLatch();
  const parallel = fixture.app.client.createFunction(
    { id: "parallel", triggers: [{ event: "go" }] },
    async ({ step }) => {
      const meet = (name: string) => async () => {
        ran.push(name);
        if (ran.length === 2) both.open();
        await both.opened;
        if (name === "b" && ran.length < 3) throw new Error("once");
        return name;
      };
      const met = await Promise.all([step.run("a", meet("a")), step.run("b", meet("b"))]);
      return step.run("after", () => met.join("+"));
    },
  );
  fixture.app.serve([parallel]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("parallel"), pollOptions).toEqual(["completed"]);
  expect((await fixture.app.runs("parallel"))[0]?.output).toBe("a+b");
  expect(ran.toSorted()).toEqual(["a", "b", "b"]);
});

test("a failing step is retried after the backoff, and then the function sees its error", async () => {
  const attempts: number[] = [];
  const failing = fixture.app.client.createFunction(
    { id: "failing", triggers: [{ event: "go" }], retries: 2 },
    async ({ step, attempt }) => {
      const caught = await step
        .run("never", () => {
          attempts.push(attempt);
          throw new Error("no luck");
        })
        .catch((error: Error) => error.message);
      return step.run("after", () => `${caught}, attempt ${attempt}`);
    },
  );
  fixture.app.serve([failing]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("failing"), pollOptions).toEqual(["completed"]);
  expect(attempts).toEqual([0, 1, 2]);
  expect(backoff.mock.calls).toEqual([[0], [1]]);
  expect((await fixture.app.runs("failing"))[0]?.output).toBe("no luck, attempt 0");
});

test("a function that keeps failing fails its run, and its failure handler gets the error and the event", async () => {
  const handled: unknown[] = [];
  let attempts = 0;
  const broken = fixture.app.client.createFunction(
    {
      id: "broken",
      triggers: [{ event: "go" }],
      retries: 1,
      onFailure: ({ error, event, step }) =>
        step.run("handle", () => handled.push([error.message, event.data.event.data, event.data.function_id])),
    },
    async () => {
      attempts += 1;
      throw new Error("always");
    },
  );
  fixture.app.serve([broken]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go", data: { n: 7 } });
  await expect.poll(() => fixture.app.states("broken-failure"), pollOptions).toEqual(["completed"]);
  expect(await fixture.app.states("broken")).toEqual(["failed"]);
  expect(attempts).toBe(2);
  expect(handled).toEqual([["always", { n: 7 }, "test-broken"]]);
});

test("an error that is not to be retried is not, and Retry-After takes the place of the backoff", async () => {
  const calls = { final: 0, later: 0 };
  const final = fixture.app.client.createFunction({ id: "final", triggers: [{ event: "go" }] }, async () => {
    calls.final += 1;
    throw new NonRetriableError("for good");
  });
  const later = fixture.app.client.createFunction({ id: "later", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.run("wait", () => {
      calls.later += 1;
      if (calls.later === 1) throw new RetryAfterError("busy", "1s");
      return "done";
    }),
  );
  fixture.app.serve([final, later]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("later"), pollOptions).toEqual(["completed"]);
  expect(await fixture.app.states("final")).toEqual(["failed"]);
  const [run] = await fixture.app.runs("later");
  expect((run?.endedAt ?? 0) - (run?.createdAt ?? 0)).toBeGreaterThanOrEqual(1000);
  expect(calls).toEqual({ final: 1, later: 2 });
  expect(backoff).not.toHaveBeenCalled();
});

test("sleeps end when their time has come", async () => {
  const until = new Date(Date.now() + 1500);
  const sleeper = fixture.app.client.createFunction(
    { id: "sleeper", triggers: [{ event: "go" }] },
    async ({ step }) => {
      await step.sleep("past", 0);
      await step.sleep("short", "1s");
      await step.sleepUntil("until", until);
      return "awake";
    },
  );
  fixture.app.serve([sleeper]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("sleeper"), pollOptions).toEqual(["completed"]);
  const [run] = await fixture.app.runs("sleeper");
  expect(run?.endedAt).toBeGreaterThanOrEqual(until.getTime());
  expect(run?.steps.map((step) => step.state)).toEqual(["done", "done", "done"]);
});

test("a step that sends an event starts the function that waits for it", async () => {
  const sender = fixture.app.client.createFunction({ id: "sender", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.sendEvent("send", [
      { name: "received", data: { n: 1 } },
      { name: "received", data: { n: 2 } },
    ]);
  });
  const received = fixture.app.client.createFunction(
    { id: "received", triggers: [{ event: "received" }] },
    async ({ event }) => event.data.n,
  );
  fixture.app.serve([sender, received]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("received"), pollOptions).toEqual(["completed", "completed"]);
  expect((await fixture.app.runs("received")).map((run) => run.output)).toEqual([1, 2]);
});

test("an invoked function's result comes back to the step, and so does its failure", async () => {
  const double = fixture.app.client.createFunction(
    { id: "double", triggers: [{ event: "double" }], retries: 0 },
    async ({ event }) => {
      if (event.data.n < 0) throw new NonRetriableError("negative");
      return event.data.n * 2;
    },
  );
  const caller = fixture.app.client.createFunction({ id: "caller", triggers: [{ event: "go" }] }, async ({ step }) => {
    const four = await step.invoke("two", { function: double, data: { n: 2 } });
    const failure = await step
      .invoke("below", { function: double, data: { n: -1 } })
      .catch((error: Error) => error.message);
    return [four, failure];
  });
  fixture.app.serve([double, caller]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go" });
  await expect.poll(() => fixture.app.states("caller"), pollOptions).toEqual(["completed"]);
  expect((await fixture.app.runs("caller"))[0]?.output).toEqual([4, "negative"]);
});
