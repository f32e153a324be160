import { and, asc, inArray, isNull, lt, not, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { arrayParameter } from "@/db/prepared-statements";
import { outbox } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { deadlineIn, withDeadline } from "@/lib/deadline";
import { KeyedBatcher } from "@/lib/keyed-batcher";
import { log } from "@/lib/log";

const BATCH_SIZE = 100;
/** Younger rows are still in the hands of the request that wrote them. */
const UNDISPATCHED_AFTER_MS = 5_000;
const SEND_DEADLINE_MS = 5_000;
/** Nobody waits for it; what is not sent by then is taken by the sweep. */
const RELAY_TIMEOUT_MS = 30_000;

type Row = { id: string; name: string; data: Record<string, number | string>; createdAt: Date };

type RelayResult = { dispatched: number; failed: number };

/** Under a rush every booking wants its rows sent: those that come while some are being sent go together. */
const relays = new KeyedBatcher<string[], RelayResult>({
  run: relayBatch,
  ...{ maxBatch: BATCH_SIZE, maxWaiting: 10_000, runMs: 0, maxRuns: 1 },
});
/** The one key of all relays. */
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

/** Sends every row left behind, those tried least and then the oldest first, until `until`. */
export async function relayUndispatched(until: number): Promise<RelayResult> {
  const failed: string[] = [];
  let dispatched = 0;
  while (Date.now() < until) {
    const rows = await takeUndispatched(failed);
    const sent = await dispatch(rows);
    dispatched += sent.size;
    failed.push(...rows.map((row) => row.id).filter((id) => !sent.has(id)));
    // Inngest is away; or these were refused, and those behind them, which were tried more often, have the next turn.
    if (sent.size === 0 || rows.length < BATCH_SIZE) break;
  }
  return { dispatched, failed: failed.length };
}

async function relayBatch(_key: number, wanted: string[][]): Promise<RelayResult[]> {
  const rows = await takeByIds(wanted.flat());
  const sent = await dispatch(rows);
  const found = new Set(rows.map((row) => row.id));
  return wanted.map((ids) => {
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
    // Fewest attempts first: a row that Inngest refuses must not keep its batch at the head of the queue for ever.
    .orderBy(asc(outbox.attempts), asc(outbox.createdAt))
    .limit(BATCH_SIZE);
  return db.update(outbox).set(countAttempt).where(inArray(outbox.id, oldest)).returning(takenColumns);
}

/** The ids of those that Inngest has taken. */
async function dispatch(rows: Row[]): Promise<Set<string>> {
  const sent = await send(rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()));
  if (sent.length > 0) await db.update(outbox).set({ dispatchedAt: new Date() }).where(isIdAmong(sent));
  return new Set(sent);
}

/** What Inngest says of an event that it will not have, and of all that is sent together with one. */
const REJECTED_ERROR = /^Inngest API Error: (400|406|409|412|413)\b/;

async function send(rows: Row[]): Promise<string[]> {
  if (rows.length === 0) return [];
  try {
    // The SDK sets no timeout of its own, and a relay often runs behind a request that somebody waits for.
    await withDeadline(inngest.send(rows.map(({ id, name, data }) => ({ id, name, data }))), SEND_DEADLINE_MS);
    return rows.map((row) => row.id);
  } catch (error) {
    const isRefused = error instanceof Error && REJECTED_ERROR.test(error.message);
    if (isRefused && rows.length > 1) return (await Promise.all(rows.map((row) => send([row])))).flat();
    const reason = error instanceof Error ? error.name : "unknown";
    if (isRefused) log.error("outbox.event.rejected", { id: rows[0]?.id, event: rows[0]?.name });
    else log.warn("outbox.relay.failed", { rows: rows.length, error: reason });
    return [];
  }
}
