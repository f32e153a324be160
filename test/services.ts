import { rmSync } from "node:fs";
import { join } from "node:path";
import { startEmail } from "@/local/email";
import type { Message } from "@/local/email-store";
import { freePort } from "@/local/ports";
import { findRedisEngine, type RedisEngine, startRedis } from "@/local/redis";
import { startRedisGateway } from "@/local/redis-gateway";
import { makeTemporaryFolder } from "./temporary-folder";

/** The Redis servers that tests run on: the installed one, and the small one in local/. */
export const redisEngines = [...new Set<RedisEngine>([findRedisEngine(), "small-redis"])];

/** Redis behind Upstash's REST protocol: `url` and `token` are what UPSTASH_REDIS_REST_* would be. */
export async function startTestRedis(engine?: RedisEngine) {
  const dir = makeTemporaryFolder();
  const redis = await startRedis({ port: await freePort(0), log: join(dir, "redis.log"), engine });
  const token = "test-token";
  const gateway = await startRedisGateway({ redisPort: redis.port, port: 0, token });
  const close = async () => {
    await gateway.close();
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: gateway.url, token, engine: redis.engine, close };
}

/**
 * An email server with its inbox, in a folder of its own that goes with it, or in a given one that stays.
 * `messages` reads the inbox as the browser journeys do, over HTTP.
 */
export async function startTestEmail(given?: string) {
  const dir = given ?? makeTemporaryFolder();
  const server = await startEmail({ dir, smtpPort: 0, inboxPort: 0 });
  const messages = async (to = ""): Promise<Message[]> => {
    const query = to === "" ? "" : `?to=${encodeURIComponent(to)}`;
    const response = await fetch(`${server.inboxUrl}/api/messages${query}`);
    return (await response.json()) as Message[];
  };
  const close = async () => {
    await server.close();
    if (given === undefined) rmSync(dir, { recursive: true, force: true });
  };
  return { ...server, dir, messages, close };
}
