import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";

/**
 * Upstash Redis over REST. No retries: the client would repeat a command whose response was lost, for over four
 * seconds. Every caller has a deadline and works without Redis.
 */
export const redis = new Redis({
  url: env.UPSTASH_REDIS_REST_URL,
  token: env.UPSTASH_REDIS_REST_TOKEN,
  retry: false,
  signal: () => AbortSignal.timeout(1_000),
  enableTelemetry: false,
});
