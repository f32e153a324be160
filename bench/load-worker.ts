import { connect, type Socket } from "node:net";
import { createResponseReader } from "./http-response";
import type { Load, LoadRequest, LoadResult } from "./load";

function encode({ method = "GET", path, headers = {}, body = "" }: LoadRequest, host: string): Buffer {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  if (body !== "") lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}

async function run(load: Load): Promise<LoadResult> {
  const { hostname, port, host } = new URL(load.url);
  const messages = load.requests.map((request) => encode(request, host));
  const statuses: Record<number, number> = {};
  const latenciesMs: number[] = [];
  let sent = 0;
  let answered = 0;
  let errors = 0;
  const began = performance.now();
  const until = began + (load.durationMs ?? Number.POSITIVE_INFINITY);
  const mayGoOn = () => sent < (load.count ?? Number.POSITIVE_INFINITY) && performance.now() < until;

  /** One connection's life; a server may end it between two requests, then there is another. */
  function connection(): Promise<void> {
    return new Promise((resolve) => {
      let sentAt = 0;
      let isWaiting = false;
      const socket: Socket = connect({ port: Number(port), host: hostname, noDelay: true });

      const next = () => {
        const message = messages[sent % messages.length];
        if (!message || !mayGoOn()) return socket.end();
        sent += 1;
        sentAt = performance.now();
        isWaiting = true;
        socket.write(message);
      };
      const read = createResponseReader(load.expect, ({ status, isExpected, isLast }) => {
        isWaiting = false;
        latenciesMs.push(performance.now() - sentAt);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status < 400 && isExpected) answered += 1;
        else errors += 1;
        if (isLast) socket.end();
        else if (load.pauseMs === undefined) next();
        else setTimeout(next, load.pauseMs);
      });
      socket.on("connect", next);
      socket.on("data", read);
      socket.on("error", () => {});
      socket.on("close", () => {
        if (isWaiting) errors += 1;
        // Otherwise a server that accepts no connections would be retried for ever.
        if (sentAt === 0) {
          sent += 1;
          errors += 1;
        }
        resolve();
      });
    });
  }

  const worker = async () => {
    while (mayGoOn()) await connection();
  };
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  const seconds = (performance.now() - began) / 1_000;
  return { requestsPerSecond: answered / seconds, answered, errors, statuses, latenciesMs, seconds };
}

process.on("message", async (loads: Record<string, Load>) => {
  const running = Object.entries(loads).map(async ([name, load]) => [name, await run(load)] as const);
  process.send?.(Object.fromEntries(await Promise.all(running)));
});
process.on("disconnect", () => process.exit());
