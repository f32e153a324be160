import { and, asc, inArray, isNull, lt, not, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { arrayParameter } from "@/db/prepared-statements";
import { outbox } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { deadlineIn, withDeadline } from "@/lib/deadline";
import { KeyedBatcher } from "@/lib/keyed-batcher";
import { log } from "@/lib/log";

const BATCH_SIZE = 100;
/** Younger rows are still being sent by the request that wrote them. */
const UNDISPATCHED_AFTER_MS = 5_000;
const SEND_DEADLINE_MS = 5_000;
/** No request waits for the relay. The sweep sends the rows that are left. */
const RELAY_TIMEOUT_MS = 30_000;

type Row = { id: string; name: string; data: Record<string, number | string>; createdAt: Date };

type RelayResult = { dispatched: number; failed: number };

/** Under load, rows that arrive while a batch is being sent form the next batch. */
const relays = new KeyedBatcher<string[], RelayResult>({
  run: relayBatch,
  ...{ maxBatch: BATCH_SIZE, maxWaiting: 10_000, runMs: 0, maxRuns: 1 },
});
/** All relays share one key. */
const ALL = 0;

/**
 * Sends the named outbox rows to Inngest. An unreachable Inngest is no error: the rows stay and the next sweep takes
 * them. Two relays may send the same row; Inngest drops the second by its id.
 */
export async function relayOutbox(ids: string[]): Promise<RelayResult> {
  if (ids.length === 0) return { dispatched: 0, failed: 0 };
  const relayed = await relays.submit(ALL, ids, deadlineIn(RELAY_TIMEOUT_MS));
  return "dispatched" in relayed ? relayed : { dispatched: 0, failed: ids.length };
}

/** Sends undispatched rows until `until`: fewest attempts first, then oldest first. */
export async function relayUndispatched(until: number): Promise<RelayResult> {
  const failed: string[] = [];
  let dispatched = 0;
  while (Date.now() < until) {
    const rows = await takeUndispatched(failed);
    const sent = await dispatch(rows);
    dispatched += sent.size;
    failed.push(...rows.map((row) => row.id).filter((id) => !sent.has(id)));
    // Inngest is down, or rejected this batch. The rows after it have more attempts and come with the next sweep.
    if (sent.size === 0 || rows.length < BATCH_SIZE) break;
  }
  return { dispatched, failed: failed.length };
}

async function relayBatch(_key: number, requests: string[][]): Promise<RelayResult[]> {
  const rows = await takeByIds(requests.flat());
  const sent = await dispatch(rows);
  const found = new Set(rows.map((row) => row.id));
  return requests.map((ids) => {
    const dispatched = ids.filter((id) => sent.has(id)).length;
    return { dispatched, failed: ids.filter((id) => found.has(id)).length - dispatched };
  });
}

const takenColumns = { id: outbox.id, name: outbox.name, data: outbox.data, createdAt: outbox.createdAt };
const countAttempt = { attempts: sql`${outbox.attempts} + 1` };

const isIdAmong = (ids: string[]) => sql`${outbox.id} = any(${arrayParameter(ids, "uuid", (id) => id)})`;

function takeByIds(ids: string[]) {
  return db
    .update(outbox)
    .set(countAttempt)
    .where(and(isIdAmong(ids), isNull(outbox.dispatchedAt)))
    .returning(takenColumns);
}

function takeUndispatched(except: string[]) {
  const before = new Date(Date.now() - UNDISPATCHED_AFTER_MS);
  const oldest = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.dispatchedAt), lt(outbox.createdAt, before), not(isIdAmong(except))))
    // Fewest attempts first: rows that Inngest rejects must not stay at the head of the queue.
    .orderBy(asc(outbox.attempts), asc(outbox.createdAt))
    .limit(BATCH_SIZE);
  return db.update(outbox).set(countAttempt).where(inArray(outbox.id, oldest)).returning(takenColumns);
}

/** Returns the ids of the rows that Inngest accepted. */
async function dispatch(rows: Row[]): Promise<Set<string>> {
  const sent = await send(rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()));
  if (sent.length > 0) await db.update(outbox).set({ dispatchedAt: new Date() }).where(isIdAmong(sent));
  return new Set(sent);
}

/** Inngest rejects a request as a whole if it rejects one of its events. */
const REJECTED_ERROR = /^Inngest API Error: (400|406|409|412|413)\b/;

async function send(rows: Row[]): Promise<string[]> {
  if (rows.length === 0) return [];
  try {
    // The SDK has no timeout of its own.
    await withDeadline(inngest.send(rows.map(({ id, name, data }) => ({ id, name, data }))), SEND_DEADLINE_MS);
    return rows.map((row) => row.id);
  } catch (error) {
    const isRejected = error instanceof Error && REJECTED_ERROR.test(error.message);
    if (isRejected && rows.length > 1) return (await Promise.all(rows.map((row) => send([row])))).flat();
    const reason = error instanceof Error ? error.name : "unknown";
    if (isRejected) log.error("outbox.event.rejected", { id: rows[0]?.id, event: rows[0]?.name });
    else log.warn("outbox.relay.failed", { rows: rows.length, error: reason });
    return [];
  }
}
