import { createHash } from "node:crypto";
import { type Duration, Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "@upstash/redis";
import { log } from "@/lib/log";
import { redis } from "./client";

const DEADLINE_MS = 250;

type LimitScope = "address" | "ip" | "user" | "event";
type Allowance = [tokens: number, window: Duration];

/** An email address or a user is one person. An office may share one IP. */
const allowances = {
  /** The limit per event is far above our throughput: it refuses a flood before it costs a query. */
  reserve: { user: [20, "1 m"], ip: [600, "1 m"], event: [60_000, "10 s"] },
  "join-waitlist": { user: [20, "1 m"], ip: [600, "1 m"], event: [60_000, "10 s"] },
  /** Confirming, releasing and cancelling. */
  "booking-step": { user: [60, "1 m"], ip: [600, "1 m"] },
  "sign-in": { address: [10, "15 m"], ip: [100, "15 m"] },
  "sign-up": { address: [5, "1 h"], ip: [40, "1 h"] },
  "sign-in-link": { address: [5, "1 h"], ip: [40, "1 h"] },
  "reset-link": { address: [5, "1 h"], ip: [40, "1 h"] },
  "start-organizer": { address: [5, "1 h"], ip: [40, "1 h"] },
  "message-test": { address: [30, "1 h"], ip: [100, "1 h"] },
  "team-invitation": { address: [30, "1 h"], ip: [100, "1 h"] },
  "event-import": { address: [300, "1 h"], ip: [1_000, "1 h"] },
  "cover-upload": { address: [60, "1 h"], ip: [300, "1 h"] },
  /** By booking, and by IP: an organizer may resend fifty emails at once. */
  "booking-mail": { address: [3, "10 m"], ip: [500, "1 h"] },
} satisfies Record<string, Partial<Record<LimitScope, Allowance>>>;

export type RateLimitedAction = keyof typeof allowances;
/** The values that an action is counted by. */
export type LimitKeys<Action extends RateLimitedAction> = Record<keyof (typeof allowances)[Action], string>;
export type RateLimitResult = { ok: true } | { ok: false; retryInSeconds: number; retryInMinutes: number };

/** Redis stores no address in plain text. */
function hashIdentifier(value: string) {
  return createHash("sha256").update(value).digest("base64url").slice(0, 22);
}

/** Without a response by the deadline, attempts are allowed. */
export function createRateLimits(store: Redis, deadlineMs = DEADLINE_MS) {
  const limiters = new Map<string, Ratelimit>();

  function limiterFor(action: RateLimitedAction, by: LimitScope) {
    const name = `${action}:${by}`;
    const existing = limiters.get(name);
    if (existing) return existing;
    const limits: Partial<Record<LimitScope, Allowance>> = allowances[action];
    const allowance = limits[by];
    if (!allowance) throw new Error(`${action} is not limited by ${by}`);
    const limiter = Ratelimit.slidingWindow(...allowance);
    const created = new Ratelimit({ redis: store, limiter, prefix: `rate:${name}`, timeout: deadlineMs });
    limiters.set(name, created);
    return created;
  }

  async function take(action: RateLimitedAction, by: LimitScope, value: string) {
    const answer = await limiterFor(action, by).limit(hashIdentifier(value));
    if (answer.reason === "timeout") throw new Error("Redis did not answer in time");
    return answer;
  }

  function unavailable(action: RateLimitedAction, error: unknown) {
    log.warn("rate-limit.check.failed", { action, error: error instanceof Error ? error.name : "unknown" });
  }

  return {
    /** Counts an attempt. Allows it without Redis: a limit that fails closed would lock everyone out. */
    async rateLimit<Action extends RateLimitedAction>(
      action: Action,
      who: LimitKeys<Action>,
    ): Promise<RateLimitResult> {
      const counted = Object.entries<string>(who) as [LimitScope, string][];
      const taken = await Promise.all(counted.map(([by, value]) => take(action, by, value))).catch((error: unknown) => {
        unavailable(action, error);
        return [];
      });
      const refused = taken.filter((answer) => !answer.success);
      if (refused.length === 0) return { ok: true };
      const opensAt = Math.max(...refused.map((answer) => answer.reset));
      const retryInSeconds = Math.max(1, Math.ceil((opensAt - Date.now()) / 1_000));
      return { ok: false, retryInSeconds, retryInMinutes: Math.ceil(retryInSeconds / 60) };
    },

    /** Takes back the count of a successful attempt, so that only failures count. */
    async returnAttempt(action: RateLimitedAction, address: string): Promise<void> {
      await limiterFor(action, "address")
        .limit(hashIdentifier(address), { rate: -1 })
        .catch((error: unknown) => unavailable(action, error));
    },
  };
}

export const { rateLimit, returnAttempt } = createRateLimits(redis);

/** The IP address that the nearest proxy added. The client may have sent the ones before it. */
export function getClientIp(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** An attempt by its keys; its IP address is added. */
export type Limit = {
  [Action in RateLimitedAction]: { action: Action } & Omit<LimitKeys<Action>, "ip">;
}[RateLimitedAction];

export function checkLimit({ action, ...who }: Limit, headers: Pick<Headers, "get">): Promise<RateLimitResult> {
  return rateLimit(action, { ...who, ip: getClientIp(headers) } as LimitKeys<typeof action>);
}
