import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { failedRuns } from "@/db/schema";

/** The event of scheduled runs. */
export const scheduledTimerEvent = "inngest/scheduled.timer";

export type FailedRun = {
  function_id: string;
  run_id: string;
  error: { name: string; message: string };
  event: { name: string; data?: Record<string, unknown> };
};

/** Records a run that failed on its last attempt. Of a scheduled function only the latest open failure is kept. */
export async function recordFailedRun({ function_id, run_id, error, event }: FailedRun) {
  const run = {
    runId: run_id,
    functionId: function_id,
    eventName: event.name,
    eventData: event.data ?? {},
    error: redactAddresses(`${error.name}: ${error.message}`).slice(0, 1_000),
    failedAt: new Date(),
  };
  if (event.name === scheduledTimerEvent) {
    const [repeated] = await db
      .update(failedRuns)
      .set(run)
      .where(
        and(
          eq(failedRuns.functionId, function_id),
          eq(failedRuns.eventName, scheduledTimerEvent),
          isNull(failedRuns.settledAt),
        ),
      )
      .returning({ id: failedRuns.id });
    if (repeated) return;
  }
  await db.insert(failedRuns).values(run).onConflictDoNothing({ target: failedRuns.runId });
}

function redactAddresses(text: string) {
  return text.replace(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g, "(address)");
}
