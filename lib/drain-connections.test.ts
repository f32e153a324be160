import { Agent, createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { prepareToDrain } from "./drain-connections";

test("a busy keep-alive connection is closed after its response; accepted requests are answered", async () => {
  const drain = prepareToDrain();
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/held") held.push(response);
    else response.end("at once");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const agents: Agent[] = [];
  const ask = (path: string, agent: Agent) =>
    new Promise<string | undefined>((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, agent }, (response) => {
        response.resume().once("end", () => resolve(response.headers.connection));
      }).once("error", reject);
    });
  const oneConnection = () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    agents.push(agent);
    return agent;
  };
  const patient = oneConnection();
  const busy = oneConnection();
  expect(await ask("/", busy)).toBe("keep-alive");
  const answers = [ask("/held", patient), ask("/held", busy)];
  // Queued on the same connection, like a proxy's next request.
  const next = ask("/", busy);
  await vi.waitFor(() => expect(held).toHaveLength(2));

  drain();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of held) response.end("late");
  expect(await Promise.all(answers)).toEqual(["close", "close"]);
  await expect(next).rejects.toThrow("ECONNREFUSED");
  await closed;
  for (const agent of agents) agent.destroy();
});
