import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deadlineIn, raceDeadline, requestDeadline, trackRequestArrivals } from "./deadline";

trackRequestArrivals();
/** The remaining time of each request when it is read, after `late` has run. */
const left = new Map<string, number>();
let late: (incoming: IncomingMessage) => Promise<unknown> = async () => {};
const server = createServer(async (incoming, response) => {
  await late(incoming);
  left.set(incoming.url ?? "", requestDeadline() - performance.now());
  response.end();
});
let port = 0;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address && typeof address === "object") port = address.port;
});
afterAll(() => void server.close());

/** Blocks the event loop, as other requests do under load. */
function work(milliseconds: number) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

async function ask(path: string) {
  await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  return left.get(path) ?? Number.NaN;
}

test("a request has five seconds from its arrival, not from when it is handled", async () => {
  late = async () => work(300);
  expect(await ask("/first")).toBeLessThanOrEqual(4_700);
  expect(await ask("/on-the-same-connection")).toBeGreaterThan(4_000);
  late = async () => {};
  expect(await ask("/at-once")).toBeGreaterThan(4_700);
});

test("a request with a slow body has arrived when its body is complete", async () => {
  let ended = () => {};
  late = async (incoming) => {
    work(400);
    ended();
    for await (const _ of incoming);
  };
  const hasWorked = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const sending = request({ port, path: "/slow", method: "POST" });
  sending.write("a");
  await hasWorked;
  sending.end("b");
  await once(sending, "response");
  expect(left.get("/slow")).toBeGreaterThan(4_700);
});

test("outside a request, the time starts now", () => {
  expect(requestDeadline() - performance.now()).toBeGreaterThan(4_900);
});

test("work that settles in time is returned or thrown; late work is abandoned", async () => {
  expect(await raceDeadline(deadlineIn(1_000), Promise.resolve("done"), () => "late")).toBe("done");
  await expect(raceDeadline(deadlineIn(1_000), Promise.reject(new Error("failed")), () => "late")).rejects.toThrow(
    "failed",
  );
  let fail = (_: Error) => {};
  const never = new Promise<string>((_, reject) => {
    fail = reject;
  });
  expect(await raceDeadline(deadlineIn(10), never, () => "late")).toBe("late");
  fail(new Error("nobody listens any more"));
});
