import { rmSync } from "node:fs";
import { join } from "node:path";
import { startEmail } from "@/local/email";
import type { Message } from "@/local/email-store";
import { freePort } from "@/local/ports";
import { findRedisEngine, type RedisEngine, startRedis } from "@/local/redis";
import { startRedisGateway } from "@/local/redis-gateway";
import { startStripe } from "@/local/stripe/start";
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

/**
 * The Stripe stand-in, in a folder of its own that goes with it, or in a given one that stays. Its events are posted to
 * `appUrl`; where that is left out nobody hears of them.
 */
export async function startTestStripe({ appUrl, dir: given }: { appUrl?: string; dir?: string } = {}) {
  const dir = given ?? makeTemporaryFolder();
  const stripe = await startStripe({
    dir,
    port: 0,
    appUrl: appUrl ?? "http://127.0.0.1:1",
    key: "sk_test_local",
    webhookSecret: "whsec_local",
  });
  if (appUrl === undefined) stripe.control.setWebhooks({ mode: "off" });
  const close = async () => {
    await stripe.close();
    if (given === undefined) rmSync(dir, { recursive: true, force: true });
  };
  return { ...stripe, dir, close };
}
