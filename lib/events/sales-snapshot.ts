import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { log } from "@/lib/log";
import { withDeadline } from "@/lib/redis/deadline";
import type { KnownSellable } from "./read-sellable";

const DEADLINE_MS = 150;

const window = { salesStartAt: z.coerce.date().nullable(), salesEndAt: z.coerce.date().nullable() };
const snapshot = z.object({
  ...window,
  id: z.int(),
  status: z.enum(["draft", "published", "cancelled"]),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  capacity: z.int(),
  availableTickets: z.int(),
  waitlistEnabled: z.boolean(),
  waitingRoom: z.boolean(),
  ticketTypes: z.array(z.object({ ...window, code: z.string(), quota: z.int().nullable(), sold: z.int() })),
});

/** The number is that of the shape: instances of another build may run beside this one. */
const keyOf = (slug: string) => `sales-snapshot:1:${slug}`;

function unavailable(error: unknown) {
  log.warn("sales_snapshot.unavailable", { error: error instanceof Error ? error.message : "unknown" });
}

/**
 * What some instance read from the database a moment ago, and for how long it is still good, in one round trip and by
 * one clock, that of Redis. Null when nobody did, or Redis does not answer in time.
 */
export async function readSnapshot(
  redis: Redis,
  slug: string,
): Promise<{ sellable: KnownSellable; livesMs: number } | null> {
  try {
    const [stored, livesMs] = await withDeadline(
      redis.pipeline().get(keyOf(slug)).pttl(keyOf(slug)).exec<[unknown, number]>(),
      DEADLINE_MS,
    );
    const parsed = snapshot.safeParse(stored);
    return parsed.success && livesMs > 0 ? { sellable: parsed.data, livesMs } : null;
  } catch (error) {
    unavailable(error);
    return null;
  }
}

/** Nobody waits for it. */
export function writeSnapshot(redis: Redis, slug: string, sellable: KnownSellable, livesMs: number): void {
  withDeadline(redis.set(keyOf(slug), sellable, { px: livesMs }), DEADLINE_MS).catch(unavailable);
}
