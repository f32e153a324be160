import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { withDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import type { SalesStateRow } from "./read-sales-state";

const TIMEOUT_MS = 150;
/** While nobody announces a change. That of a process which ended between its commit and its word is seen after this. */
const SNAPSHOT_LIFETIME_MS = 5_000;
/** Longer than any snapshot that it makes old. */
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

/** The number is that of the shape: instances of another build may run beside this one. */
const snapshotKey = (slug: string) => `sales-snapshot:2:${slug}`;
/** Names the last change of what an event sells; nothing while there was none for a time. */
const changeKey = (slug: string) => `sales-change:${slug}`;

function logUnavailable(error: unknown) {
  log.warn("sales-snapshot.redis.failed", { error: error instanceof Error ? error.message : "unknown" });
}

/**
 * What some instance read from the database, where nothing has changed since: null where it has to be read again. With
 * the change that a snapshot read from now on belongs to. All of it null when Redis does not answer in time.
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

/** `change`: the last one that was known before `sellable` was read. Nobody waits for it. */
export function writeSnapshot(redis: Redis, slug: string, change: string | null, sellable: SalesStateRow): void {
  withDeadline(redis.set(snapshotKey(slug), { change, sellable }, { px: SNAPSHOT_LIFETIME_MS }), TIMEOUT_MS).catch(
    logUnavailable,
  );
}

/** To be called after the commit of whatever an event sells. Nobody waits for it. */
export function announceSalesChange(redis: Redis, slug: string): void {
  // A letter in front, so that the client never takes it for a number.
  const change = `c${crypto.randomUUID()}`;
  withDeadline(redis.set(changeKey(slug), change, { px: CHANGE_LIFETIME_MS }), TIMEOUT_MS).catch(logUnavailable);
}
