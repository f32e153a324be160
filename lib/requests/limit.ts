import "server-only";
import { type CountedFor, type RateLimited, type RateLimitResult, rateLimit } from "@/lib/redis/rate-limit";
import { clientIp } from "./client-ip";

/** An attempt, and who makes it; the address it comes from counts as well. */
export type Limit = { [Action in RateLimited]: { action: Action } & Omit<CountedFor<Action>, "ip"> }[RateLimited];

export function checkLimit({ action, ...who }: Limit, headers: Pick<Headers, "get">): Promise<RateLimitResult> {
  return rateLimit(action, { ...who, ip: clientIp(headers) } as CountedFor<typeof action>);
}
