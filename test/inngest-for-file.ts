import { createServer } from "node:http";
import { afterAll } from "vitest";
import { freePort } from "@/local/ports";

type Received = { id?: string; name: string; data: unknown };

/**
 * Where the Inngest SDK sends its events in the file that imports this before anything else. Unreachable until
 * `open()`; keeps all events.
 */
const port = await freePort(0);
process.env.INNGEST_DEV = `http://127.0.0.1:${port}`;

const received: Received[] = [];
let requests = 0;
let isRefused: (event: Received) => boolean = () => false;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: Received[] = JSON.parse(Buffer.concat(chunks).toString());
  requests += 1;
  if (body.some(isRefused)) {
    const refusal = JSON.stringify({ error: "event payload too large", status: 413 });
    response.writeHead(413, { "content-type": "application/json", connection: "close" }).end(refusal);
    return;
  }
  received.push(...body);
  const answer = JSON.stringify({ ids: body.map((event) => event.id ?? crypto.randomUUID()), status: 200 });
  response.writeHead(200, { "content-type": "application/json", connection: "close" }).end(answer);
});

export const inngestStub = {
  received,
  /** The number of requests with events. */
  requests: () => requests,
  /** From now on, refuses these events, and requests that contain one of them. */
  refuse: (refused: typeof isRefused) => {
    isRefused = refused;
  },
  open: () =>
    new Promise<void>((resolve) => (server.listening ? resolve() : server.listen(port, "127.0.0.1", resolve))),
  close: () => new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
};

afterAll(inngestStub.close);
