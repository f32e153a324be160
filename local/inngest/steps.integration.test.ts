import { NonRetriableError, RetryAfterError } from "inngest";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLatch } from "./latch";
import { pollOptions } from "./sdk-app";
import { openSdkFixture } from "./sdk-fixture";

let world: Awaited<ReturnType<typeof openSdkFixture>>;
const backoff = vi.fn((_attempt: number) => 1);

beforeEach(async () => {
  backoff.mockReset().mockReturnValue(1);
  world = await openSdkFixture({ backoff });
});
afterEach(() => world.close());

test("each step runs once, and what it gave is there for the next", async () => {
  const ran: string[] = [];
  const steps = world.app.client.createFunction(
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
  world.app.serve([steps]);
  await world.app.start();
  await world.app.client.send({ name: "go", data: { n: 1 } });
  await expect.poll(() => world.app.states("steps"), pollOptions).toEqual(["completed"]);
  const [run] = await world.app.runs("steps");
  expect(run).toMatchObject({ output: { n: 3, nothing: null }, event: { name: "go", data: { n: 1 } } });
  expect(run?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual(["one done", "nothing done"]);
  expect(ran).toEqual(["one", "nothing"]);
});

test("parallel steps are under way at the same time, each retried on its own", async () => {
  const ran: string[] = [];
  const both = createLatch();
  const parallel = world.app.client.createFunction(
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
  world.app.serve([parallel]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("parallel"), pollOptions).toEqual(["completed"]);
  expect((await world.app.runs("parallel"))[0]?.output).toBe("a+b");
  expect(ran.toSorted()).toEqual(["a", "b", "b"]);
});

test("a failing step is tried again after the backoff, and then the function sees its error", async () => {
  const attempts: number[] = [];
  const failing = world.app.client.createFunction(
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
  world.app.serve([failing]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("failing"), pollOptions).toEqual(["completed"]);
  expect(attempts).toEqual([0, 1, 2]);
  expect(backoff.mock.calls).toEqual([[0], [1]]);
  expect((await world.app.runs("failing"))[0]?.output).toBe("no luck, attempt 0");
});

test("a function that keeps failing fails its run, and its failure handler gets the error and the event", async () => {
  const handled: unknown[] = [];
  let attempts = 0;
  const broken = world.app.client.createFunction(
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
  world.app.serve([broken]);
  await world.app.start();
  await world.app.client.send({ name: "go", data: { n: 7 } });
  await expect.poll(() => world.app.states("broken-failure"), pollOptions).toEqual(["completed"]);
  expect(await world.app.states("broken")).toEqual(["failed"]);
  expect(attempts).toBe(2);
  expect(handled).toEqual([["always", { n: 7 }, "test-broken"]]);
});

test("an error that is not to be retried is not, and Retry-After takes the place of the backoff", async () => {
  const calls = { final: 0, later: 0 };
  const final = world.app.client.createFunction({ id: "final", triggers: [{ event: "go" }] }, async () => {
    calls.final += 1;
    throw new NonRetriableError("for good");
  });
  const later = world.app.client.createFunction({ id: "later", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.run("wait", () => {
      calls.later += 1;
      if (calls.later === 1) throw new RetryAfterError("busy", "1s");
      return "done";
    }),
  );
  world.app.serve([final, later]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("later"), pollOptions).toEqual(["completed"]);
  expect(await world.app.states("final")).toEqual(["failed"]);
  const [run] = await world.app.runs("later");
  expect((run?.endedAt ?? 0) - (run?.createdAt ?? 0)).toBeGreaterThanOrEqual(1000);
  expect(calls).toEqual({ final: 1, later: 2 });
  expect(backoff).not.toHaveBeenCalled();
});

test("sleeps end when their time has come", async () => {
  const until = new Date(Date.now() + 1500);
  const sleeper = world.app.client.createFunction({ id: "sleeper", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.sleep("past", 0);
    await step.sleep("short", "1s");
    await step.sleepUntil("until", until);
    return "awake";
  });
  world.app.serve([sleeper]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("sleeper"), pollOptions).toEqual(["completed"]);
  const [run] = await world.app.runs("sleeper");
  expect(run?.endedAt).toBeGreaterThanOrEqual(until.getTime());
  expect(run?.steps.map((step) => step.state)).toEqual(["done", "done", "done"]);
});

test("a step that sends an event starts the function that waits for it", async () => {
  const sender = world.app.client.createFunction({ id: "sender", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.sendEvent("tell", [
      { name: "told", data: { n: 1 } },
      { name: "told", data: { n: 2 } },
    ]);
  });
  const told = world.app.client.createFunction(
    { id: "told", triggers: [{ event: "told" }] },
    async ({ event }) => event.data.n,
  );
  world.app.serve([sender, told]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("told"), pollOptions).toEqual(["completed", "completed"]);
  expect((await world.app.runs("told")).map((run) => run.output)).toEqual([1, 2]);
});

test("an invoked function's result comes back to the step, and so does its failure", async () => {
  const double = world.app.client.createFunction(
    { id: "double", triggers: [{ event: "double" }], retries: 0 },
    async ({ event }) => {
      if (event.data.n < 0) throw new NonRetriableError("negative");
      return event.data.n * 2;
    },
  );
  const caller = world.app.client.createFunction({ id: "caller", triggers: [{ event: "go" }] }, async ({ step }) => {
    const four = await step.invoke("two", { function: double, data: { n: 2 } });
    const failure = await step
      .invoke("below", { function: double, data: { n: -1 } })
      .catch((error: Error) => error.message);
    return [four, failure];
  });
  world.app.serve([double, caller]);
  await world.app.start();
  await world.app.client.send({ name: "go" });
  await expect.poll(() => world.app.states("caller"), pollOptions).toEqual(["completed"]);
  expect((await world.app.runs("caller"))[0]?.output).toEqual([4, "negative"]);
});
