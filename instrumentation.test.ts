import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test, vi } from "vitest";
import { requestDeadline } from "@/lib/deadline";
import { register } from "./instrumentation";

vi.mock("@/inngest/check-clock-rules", () => ({ checkClockRules: () => {} }));

test("a server that has started knows when its requests arrive", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.spyOn(console, "info").mockImplementation(() => {});
  await register();
  const lefts: number[] = [];
  const server = createServer((_, response) => {
    const until = performance.now() + 200;
    while (performance.now() < until);
    lefts.push(requestDeadline() - performance.now());
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await (await fetch(`http://127.0.0.1:${address.port}/`)).text();
  server.close();
  expect(lefts).toHaveLength(1);
  expect(lefts[0]).toBeLessThanOrEqual(4_800);
});
