import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { log } from "@/lib/log";
import { parseRegistration } from "./config";
import type { Executor } from "./executor";
import { runPage, runsPage } from "./page";
import { describeRun } from "./report";
import type { InngestEvent } from "./types";

const maxBodyBytes = 8 * 1024 * 1024;

const incomingEvent = z.looseObject({
  name: z.string().min(1),
  id: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});

type HttpResult = { status: number; body: unknown } | { status: number; html: string } | { redirect: string };

/** The SDK sends a seed with a request that it may retry, so that events without an id get the same one each time. */
function parseEvents(body: unknown, seed: string | string[] | undefined): InngestEvent[] {
  const sources = z.array(incomingEvent).parse(Array.isArray(body) ? body : [body]);
  return sources.map((source, index) => ({
    ...source,
    id: source.id || (seed ? createHash("sha256").update(`${seed}:${index}`).digest("hex") : randomUUID()),
    data: source.data ?? {},
    ts: source.ts ?? Date.now(),
  }));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error("the body is too long");
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function handleEvents(executor: Executor, request: IncomingMessage): Promise<HttpResult> {
  let events: InngestEvent[];
  try {
    events = parseEvents(await readJson(request), request.headers["x-inngest-event-id-seed"]);
  } catch (error) {
    return {
      status: 400,
      body: { status: 400, error: `not an event: ${error instanceof Error ? error.message : error}` },
    };
  }
  await executor.accept(events);
  return { status: 200, body: { ids: events.map(({ id }) => id), status: 200 } };
}

async function handleRegistration(executor: Executor, request: IncomingMessage): Promise<HttpResult> {
  const parsed = parseRegistration(await readJson(request));
  if (!parsed.ok) return { status: 400, body: { status: 400, error: parsed.message } };
  executor.register(parsed.functions);
  return { status: 200, body: { status: 200, ok: true, modified: true } };
}

async function handleRequest(executor: Executor, request: IncomingMessage): Promise<HttpResult> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const route = `${request.method} ${pathname}`;
  const runs = () => [...executor.store.runs.values()].reverse().map((run) => describeRun(executor.store, run));
  if (request.method === "POST" && /^\/e\/[^/]+$/.test(pathname)) return handleEvents(executor, request);
  if (route === "POST /fn/register") return handleRegistration(executor, request);
  if (route === "GET /health") return { status: 200, body: { ok: true } };
  if (route === "GET /api/runs") return { status: 200, body: runs() };
  if (route === "GET /") return { status: 200, html: runsPage(runs(), [...executor.functions.values()]) };
  if (route === "POST /register") {
    executor.registration.start();
    return { redirect: "/" };
  }
  const run = executor.store.runs.get(/^\/runs\/([\w-]+)$/.exec(pathname)?.[1] ?? "");
  if (run && request.method === "GET") return { status: 200, html: runPage(describeRun(executor.store, run)) };
  return { status: 404, body: { status: 404, error: "not found" } };
}

function send(response: ServerResponse, result: HttpResult) {
  if ("redirect" in result) return response.writeHead(303, { location: result.redirect }).end();
  const html = "html" in result;
  response.writeHead(result.status, { "content-type": html ? "text/html; charset=utf-8" : "application/json" });
  response.end(html ? result.html : JSON.stringify(result.body));
}

/** Whether a page of another site sent the request: only browsers send an origin. */
function isForeign({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

export function createHttpServer(executor: Executor): Server {
  return createServer((request, response) => {
    if (isForeign(request)) return send(response, { status: 403, body: { status: 403, error: "another site" } });
    handleRequest(executor, request).then(
      (result) => send(response, result),
      (error: unknown) => {
        log.error("inngest.request.failed", { message: error instanceof Error ? error.message : String(error) });
        send(response, { status: 500, body: { status: 500, error: "internal error" } });
      },
    );
  });
}
