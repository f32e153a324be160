import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";

/**
 * Upstash Redis over REST. No retries: the client's own would repeat a command whose answer was lost, for over
 * four seconds; every caller has a deadline and a way to go on without Redis.
 */
export const redis = new Redis({
  url: env.UPSTASH_REDIS_REST_URL,
  token: env.UPSTASH_REDIS_REST_TOKEN,
  retry: false,
  signal: () => AbortSignal.timeout(1_000),
  enableTelemetry: false,
});
