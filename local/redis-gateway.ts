import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "ioredis";
import { z } from "zod";

export type RedisGateway = { url: string; close(): Promise<void> };

type GatewayResponse = { status: number; body: unknown };

const command = z.tuple([z.string()], z.union([z.string(), z.number(), z.boolean(), z.null()]));
type Command = z.infer<typeof command>;

/** Commands that would change or block the one connection all requests share. Upstash refuses most of them, too. */
const blockedCommands = new Set(
  "SUBSCRIBE PSUBSCRIBE SSUBSCRIBE MONITOR MULTI EXEC DISCARD WATCH UNWATCH SELECT QUIT RESET HELLO AUTH CLIENT SHUTDOWN BLPOP BRPOP BLMOVE BLMPOP BZPOPMIN BZPOPMAX BZMPOP WAIT".split(
    " ",
  ),
);

const errorMessage = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A Redis answer as JSON: strings as text, or as base64 so that any bytes survive; numbers and null as they are. */
function encode(value: unknown, base64: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => encode(item, base64));
  if (Buffer.isBuffer(value)) return value.toString(base64 ? "base64" : "utf8");
  if (typeof value === "string") return base64 ? Buffer.from(value).toString("base64") : value;
  // The one error that can sit inside an answer is a failed command of EXEC.
  return value instanceof Error ? value.message : (value ?? null);
}

function toCommand([name, ...args]: Command): [string, ...string[]] {
  if (blockedCommands.has(name.toUpperCase())) throw new Error(`ERR Command is not available: '${name}'`);
  // The client reshapes the answers of commands whose lower-case name it knows; this keeps them raw.
  return [name.toUpperCase(), ...args.map((arg) => (arg === null ? "" : String(arg)))];
}

async function runCommand(redis: Redis, body: unknown, base64: boolean): Promise<GatewayResponse> {
  try {
    const result = await redis.callBuffer(...toCommand(command.parse(body)));
    return { status: 200, body: { result: encode(result, base64) } };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, body: { error: "ERR failed to parse command" } };
    return { status: 400, body: { error: errorMessage(error) } };
  }
}

async function runPipeline(redis: Redis, body: unknown, base64: boolean): Promise<GatewayResponse> {
  const commands = z.array(z.unknown()).min(1).safeParse(body);
  if (!commands.success) return { status: 400, body: { error: "ERR failed to parse pipeline request" } };
  // Written to the connection in this order, so they run in this order.
  const answers = await Promise.all(commands.data.map((one) => runCommand(redis, one, base64)));
  return { status: 200, body: answers.map((answer) => answer.body) };
}

async function runTransaction(redis: Redis, body: unknown, base64: boolean): Promise<GatewayResponse> {
  const commands = z.array(command).min(1).safeParse(body);
  if (!commands.success) return { status: 400, body: { error: "ERR failed to parse multi-exec request" } };
  try {
    const calls = commands.data.map(toCommand);
    // MULTI … EXEC leave in one write: nothing of another request can come between.
    const multi = redis.pipeline();
    multi.call("MULTI");
    for (const call of calls) multi.callBuffer(...call);
    multi.callBuffer("EXEC");
    const replies = (await multi.exec()) ?? [];
    const [failure, results] = replies.at(-1) ?? [];
    if (failure) return { status: 400, body: { error: failure.message } };
    const items = z.array(z.unknown()).parse(results);
    const answer = items.map((item) =>
      item instanceof Error ? { error: item.message } : { result: encode(item, base64) },
    );
    return { status: 200, body: answer };
  } catch (error) {
    return { status: 400, body: { error: errorMessage(error) } };
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const routes: Record<string, typeof runCommand> = {
  "/": runCommand,
  "/pipeline": runPipeline,
  "/multi-exec": runTransaction,
};

async function handleRequest(redis: Redis, token: string, request: IncomingMessage): Promise<GatewayResponse> {
  if (request.headers.authorization !== `Bearer ${token}`) {
    return { status: 401, body: { error: "WRONGPASS invalid or missing auth token" } };
  }
  const route = routes[new URL(request.url ?? "/", "http://gateway").pathname];
  if (!route || request.method !== "POST") return { status: 404, body: { error: "ERR no such endpoint" } };
  try {
    return await route(redis, await readJson(request), request.headers["upstash-encoding"] === "base64");
  } catch {
    return { status: 400, body: { error: "ERR failed to parse request" } };
  }
}

/** Upstash's REST protocol in front of a Redis on loopback. */
export async function startRedisGateway(options: {
  redisPort: number;
  port: number;
  token: string;
}): Promise<RedisGateway> {
  const redis = new Redis({
    host: "127.0.0.1",
    port: options.redisPort,
    // Upstash answers in the shapes of RESP 2.
    protocol: 2,
    // Without Redis, commands fail at once, as the application expects, while it reconnects in the background.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 200,
  });
  redis.on("error", () => {});
  await new Promise((resolve) => redis.once("ready", resolve));
  const server: Server = createServer((request, response) => {
    void handleRequest(redis, options.token, request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      redis.disconnect();
    },
  };
}
