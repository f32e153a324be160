import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "@/local/ports";
import { createLatch } from "./latch";
import { pollOptions, SdkApp } from "./sdk-app";

let dir: string;
let ports: { app: number; inngest: number };
let app: SdkApp;
let executor: ChildProcess;

async function startExecutor() {
  const args = ["--dir", dir, "--port", String(ports.inngest), "--app", `http://127.0.0.1:${ports.app}/api/inngest`];
  executor = spawn(process.execPath, ["--import", "tsx", "local/inngest/main.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (executor.stdout) await once(executor.stdout, "data");
}

async function kill() {
  if (executor.exitCode !== null || executor.signalCode !== null) return;
  const exited = once(executor, "exit");
  executor.kill("SIGKILL");
  await exited;
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "quorix-inngest-"));
  const appPort = await freePort(0);
  ports = { app: appPort, inngest: await freePort(0, new Set([appPort])) };
  app = new SdkApp(ports.app, `http://127.0.0.1:${ports.inngest}`);
  await startExecutor();
});

afterEach(async () => {
  await kill();
  await app.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("after a kill in the middle of a step the run finishes, and finished steps are not run again", async () => {
  const ran: string[] = [];
  const inTheMiddle = createLatch();
  const release = createLatch();
  const journey = app.client.createFunction(
    { id: "journey", triggers: [{ event: "go" }], retries: 0 },
    async ({ step }) => {
      const one = await step.run("one", () => {
        ran.push("one");
        return 1;
      });
      const two = await step.run("two", async () => {
        ran.push("two");
        inTheMiddle.open();
        await release.opened;
        return 2;
      });
      await step.sleep("nap", "2s");
      return step.run("three", () => {
        ran.push("three");
        return one + two;
      });
    },
  );
  app.serve([journey]);
  await app.start();
  await app.client.send({ name: "go" });
  await inTheMiddle.opened;
  await kill();
  await startExecutor();
  release.open();
  await expect.poll(async () => (await app.runs("journey"))[0]?.steps.length, pollOptions).toBeGreaterThanOrEqual(3);
  await kill();
  await startExecutor();
  await expect.poll(() => app.states("journey"), pollOptions).toEqual(["completed"]);
  expect((await app.runs("journey"))[0]?.output).toBe(3);
  expect(ran).toEqual(["one", "two", "two", "three"]);
});

test("no event that was accepted is lost when the executor is killed right after its answers", async () => {
  const handled = new Set<number>();
  const keep = app.client.createFunction({ id: "keep", triggers: [{ event: "go" }] }, async ({ event, step }) =>
    step.run("keep", () => {
      handled.add(event.data.n);
    }),
  );
  app.serve([keep]);
  const numbers = Array.from({ length: 100 }, (_, n) => n);
  // The first half comes in before the app has ever been seen, the second while it is being called.
  const [early, late] = [numbers.slice(0, 50), numbers.slice(50)];
  const send = (n: number) => app.client.send({ id: `event-${n}`, name: "go", data: { n } });
  await Promise.all(early.map(send));
  await kill();
  await app.start();
  await startExecutor();
  await Promise.all(late.map(send));
  await kill();
  await startExecutor();
  await expect.poll(async () => new Set(await app.states("keep")), pollOptions).toEqual(new Set(["completed"]));
  expect(await app.states("keep")).toHaveLength(100);
  expect([...handled].toSorted((a, b) => a - b)).toEqual(numbers);
});

test("events accepted before a restart are still known, and a torn last line is dropped", async () => {
  const count = app.client.createFunction({ id: "count", triggers: [{ event: "go" }] }, async () => "ran");
  app.serve([count]);
  await app.start();
  await app.client.send({ id: "same", name: "go" });
  await expect.poll(() => app.states("count"), pollOptions).toEqual(["completed"]);
  await kill();
  appendFileSync(join(dir, "journal.jsonl"), '[{"put":"run","run":{"id":"to');
  await startExecutor();
  await app.client.send({ id: "same", name: "go" });
  await app.client.send({ id: "other", name: "go" });
  await expect.poll(() => app.states("count"), pollOptions).toEqual(["completed", "completed"]);
  expect((await app.runs("count")).map((run) => run.event.id)).toEqual(["same", "other"]);
});

test("an app that is down, or stops in the middle of a call, costs no attempt", async () => {
  const attempts: number[] = [];
  let cut = true;
  const tough = app.client.createFunction(
    { id: "tough", triggers: [{ event: "go" }], retries: 0 },
    async ({ attempt, step }) => step.run("once", () => attempts.push(attempt)),
  );
  app.serve([tough]);
  await app.client.send({ name: "go" });
  await app.start((request) => {
    if (request.method !== "POST" || !cut) return false;
    cut = false;
    request.socket.destroy();
    return true;
  });
  await expect.poll(() => app.states("tough"), pollOptions).toEqual(["completed"]);
  expect(cut).toBe(false);
  await app.stop();
  await app.client.send({ name: "go" });
  await app.start((request, response) => {
    // A framework that is still starting answers in the SDK's place.
    if (request.method !== "POST" || cut) return false;
    cut = true;
    response.writeHead(500).end("compiling");
    return true;
  });
  await expect.poll(() => app.states("tough"), pollOptions).toEqual(["completed", "completed"]);
  expect(cut).toBe(true);
  expect(attempts).toEqual([0, 0]);
});
