import { and, desc, eq, isNull, ne, type SQL } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { Transaction } from "@/db/connect";
import { failedRuns, outbox } from "@/db/schema";
import { recordAdminAudit } from "./audit";
import { scheduledTimerEvent } from "./record-failed-run";

export type SettleResult = { ok: true; outboxId: string | null } | { ok: false; code: "ALREADY_SETTLED" };

const eventDataSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** The latest failed runs that are neither retried nor dismissed. */
export async function listOpenFailedRuns(limit: number) {
  const rows = await db
    .select({
      runId: failedRuns.runId,
      functionId: failedRuns.functionId,
      eventName: failedRuns.eventName,
      error: failedRuns.error,
      failedAt: failedRuns.failedAt,
    })
    .from(failedRuns)
    .where(isNull(failedRuns.settledAt))
    .orderBy(desc(failedRuns.failedAt), desc(failedRuns.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, isByClock: row.eventName === scheduledTimerEvent }));
}

/**
 * Sends the event of a failed run again, under a new id, as Inngest ignores an id that it has seen. Other functions of
 * that event run again, too; each is idempotent. Scheduled runs are not retried: they run again on schedule.
 * Relay `outboxId` after the commit.
 */
export async function retryFailedRun(
  tx: Transaction,
  { runId, actorId }: { runId: string; actorId: number },
): Promise<SettleResult> {
  const run = await settle(tx, runId, actorId, ne(failedRuns.eventName, scheduledTimerEvent));
  if (!run) return { ok: false, code: "ALREADY_SETTLED" };
  const id = crypto.randomUUID();
  await tx.insert(outbox).values({ id, name: run.eventName, data: eventDataSchema.parse(run.eventData) });
  await recordAdminAudit(tx, { action: "admin.run-retried", actorId, detail: { runId, function: run.functionId } });
  return { ok: true, outboxId: id };
}

/** Takes a failed run off the list. */
export async function dismissFailedRun(
  tx: Transaction,
  { runId, actorId }: { runId: string; actorId: number },
): Promise<SettleResult> {
  const run = await settle(tx, runId, actorId);
  if (!run) return { ok: false, code: "ALREADY_SETTLED" };
  await recordAdminAudit(tx, { action: "admin.run-dismissed", actorId, detail: { runId, function: run.functionId } });
  return { ok: true, outboxId: null };
}

/** Conditional: of two superusers who settle a run at once, one succeeds. */
async function settle(tx: Transaction, runId: string, actorId: number, only?: SQL) {
  const [run] = await tx
    .update(failedRuns)
    .set({ settledAt: new Date(), settledBy: actorId })
    .where(and(eq(failedRuns.runId, runId), isNull(failedRuns.settledAt), only))
    .returning({
      functionId: failedRuns.functionId,
      eventName: failedRuns.eventName,
      eventData: failedRuns.eventData,
    });
  return run ?? null;
}
