import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort, Ports } from "./ports";

const servers: Server[] = [];

function occupy(): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test("a busy port gives way to a later one", async () => {
  const busy = await occupy();
  expect(await freePort(busy)).toBeGreaterThan(busy);
});

test("no port is handed out twice, and only a busy one is worth a word", async () => {
  const busy = await occupy();
  const ports = new Ports(false);
  const [first, second] = [await ports.take("one", busy), await ports.take("two", busy)];
  expect(new Set([busy, first, second]).size).toBe(3);
  expect(ports.moved).toEqual([
    `Port ${busy} is busy: one listens on ${first}.`,
    `Port ${busy} is busy: two listens on ${second}.`,
  ]);
});

test("any free port is nothing to report", async () => {
  const ports = new Ports(true);
  expect(await ports.take("one", 3000)).toBeGreaterThan(0);
  expect(ports.moved).toEqual([]);
});
