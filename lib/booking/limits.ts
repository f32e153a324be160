import "server-only";
import { headers } from "next/headers";
import { clientIp } from "@/lib/auth/client-ip";
import { type CountedFor, type RateLimited, rateLimit } from "@/lib/redis/rate-limit";
import type { RateRefusal } from "./results";

type Step = Extract<RateLimited, "reserve" | "join-waitlist" | "booking-step">;

/** Null where this user, from this address and for this event, may do it once more; else when they may. */
export async function tooMany<S extends Step>(step: S, who: Omit<CountedFor<S>, "ip">): Promise<RateRefusal | null> {
  const counted = { ...who, ip: clientIp(await headers()) } as CountedFor<S>;
  const limit = await rateLimit(step, counted);
  return limit.ok ? null : { ok: false, code: "TOO_MANY_REQUESTS", retryAfterSeconds: limit.retryInSeconds };
}
