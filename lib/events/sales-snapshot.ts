import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { withDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import type { SalesStateRow } from "./read-sales-state";

const TIMEOUT_MS = 150;
/** Without an announced change. A change by a process that died before announcing it is seen after this time. */
const SNAPSHOT_LIFETIME_MS = 5_000;
/** Has to exceed the lifetime of the snapshots that it invalidates. */
const CHANGE_LIFETIME_MS = 60_000;

const window = { salesStartAt: z.coerce.date().nullable(), salesEndAt: z.coerce.date().nullable() };
const sellable = z.object({
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
const snapshotSchema = z.object({ change: z.string().nullable(), sellable });

/** The number is the version of the schema, as instances of another build may be running. */
const snapshotKey = (slug: string) => `sales-snapshot:2:${slug}`;
/** Holds the id of the last change of an event's sales; missing if there was none for a while. */
const changeKey = (slug: string) => `sales-change:${slug}`;

function logUnavailable(error: unknown) {
  log.warn("sales-snapshot.redis.failed", { error: error instanceof Error ? error.message : "unknown" });
}

/**
 * The sales state that some instance read from the database; null if it changed since. With the change that a snapshot
 * read from now on belongs to. Returns null if Redis does not respond in time.
 */
export async function readSnapshot(
  redis: Redis,
  slug: string,
): Promise<{ sellable: SalesStateRow | null; change: string | null } | null> {
  try {
    const [stored, change] = await withDeadline(
      redis.pipeline().get(snapshotKey(slug)).get(changeKey(slug)).exec<[unknown, string | null]>(),
      TIMEOUT_MS,
    );
    const parsed = snapshotSchema.safeParse(stored);
    return { sellable: parsed.success && parsed.data.change === change ? parsed.data.sellable : null, change };
  } catch (error) {
    logUnavailable(error);
    return null;
  }
}

/** `change`: the last one known before `sellable` was read. Runs in the background. */
export function writeSnapshot(redis: Redis, slug: string, change: string | null, sellable: SalesStateRow): void {
  withDeadline(redis.set(snapshotKey(slug), { change, sellable }, { px: SNAPSHOT_LIFETIME_MS }), TIMEOUT_MS).catch(
    logUnavailable,
  );
}

/** Call it after the commit of a change to an event's sales. Runs in the background. */
export function announceSalesChange(redis: Redis, slug: string): void {
  // Starts with a letter, so that the Redis client never parses it as a number.
  const change = `c${crypto.randomUUID()}`;
  withDeadline(redis.set(changeKey(slug), change, { px: CHANGE_LIFETIME_MS }), TIMEOUT_MS).catch(logUnavailable);
}
