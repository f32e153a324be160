import { spawnSync } from "node:child_process";
import { Redis } from "ioredis";
import { createRedisServer } from "js-redis-server";
import { type Child, startChild, stopProcess } from "./processes";

export type LocalRedis = { port: number; engine: string; close(): Promise<void> };

export type RedisEngine = "redis-server" | "valkey-server" | "js-redis-server";

function version(binary: string): string | null {
  const { status, stdout } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return status === 0 ? (/v=([\d.]+)/.exec(stdout)?.[1] ?? "") : null;
}

/** A server from the PATH, else the one in JavaScript. */
export function findRedisEngine(): RedisEngine {
  return (["redis-server", "valkey-server"] as const).find((name) => version(name) !== null) ?? "js-redis-server";
}

async function ready(port: number, child: Child, log: string) {
  const client = new Redis({ host: "127.0.0.1", port, lazyConnect: true, retryStrategy: () => 30 });
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

/** Redis on loopback, in memory only: it holds locks, rate limits and caches, nothing that must outlive a restart. */
export async function startRedis(options: {
  port: number;
  log: string;
  engine?: RedisEngine;
  onChild?: (child: Child) => void;
}): Promise<LocalRedis> {
  const { port, log, engine = findRedisEngine(), onChild } = options;
  if (engine === "js-redis-server") {
    const server = await createRedisServer({ port });
    return { port, engine, close: () => server.close() };
  }
  const flags = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  const child = startChild("Redis", engine, flags, { log });
  onChild?.(child);
  const close = () => stopProcess(child.mark);
  try {
    await ready(port, child, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { port, engine: `${engine} ${version(engine)}`, close };
}
