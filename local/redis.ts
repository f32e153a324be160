import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { type Child, startChild, stopProcess } from "./processes";

export type LocalRedis = { port: number; engine: string; close(): Promise<void> };

export type RedisEngine = "redis-server" | "valkey-server" | "small-redis";

const smallRedis = fileURLToPath(new URL("./small-redis/main.ts", import.meta.url));

function readVersion(binary: string): string | null {
  const { status, stdout } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return status === 0 ? (/v=([\d.]+)/.exec(stdout)?.[1] ?? "") : null;
}

/** A server from the PATH, else the small one in this folder. */
export function findRedisEngine(): RedisEngine {
  return (["redis-server", "valkey-server"] as const).find((name) => readVersion(name) !== null) ?? "small-redis";
}

function commandLine(engine: RedisEngine, port: number): [command: string, args: string[]] {
  if (engine === "small-redis") return [process.execPath, ["--import", "tsx", smallRedis, String(port)]];
  return [engine, ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"]];
}

async function waitUntilReady(port: number, child: Child, log: string) {
  const patience = { maxRetriesPerRequest: null, retryStrategy: () => 30 };
  const client = new Redis({ host: "127.0.0.1", port, lazyConnect: true, ...patience });
  client.on("error", () => {});
  try {
    await Promise.race([
      client.ping(),
      child.exited.then(() => {
        throw new Error(`Redis did not start, see ${log}.`);
      }),
    ]);
  } finally {
    client.disconnect();
  }
}

/** Redis on loopback, in memory only: it holds locks, rate limits and caches, which need not survive a restart. */
export async function startRedis(options: {
  port: number;
  log: string;
  engine?: RedisEngine;
  onChild?: (child: Child) => void;
}): Promise<LocalRedis> {
  const { port, log, engine = findRedisEngine(), onChild } = options;
  const [command, args] = commandLine(engine, port);
  const child = startChild("Redis", command, args, { log });
  onChild?.(child);
  const close = () => stopProcess(child.mark);
  try {
    await waitUntilReady(port, child, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { port, engine: engine === "small-redis" ? engine : `${engine} ${readVersion(engine)}`, close };
}
