import { cron, type GetStepTools, NonRetriableError } from "inngest";
import { inngest } from "@/inngest/client";
import { log } from "@/lib/log";
import { cleanUp } from "@/lib/retention/clean-up";
import { type RetentionRule, retentionRules } from "@/lib/retention/rules";

/** Functions have a time limit. */
const BATCH_MS = 30_000;
/** Per rule and night: Inngest limits the steps of a run. The next night continues. */
const MAX_BATCHES = 60;

/** Deletes old data each night. A failing rule doesn't stop the others. */
export const nightlyCleanUp = inngest.createFunction(
  { id: "clean-up", triggers: [cron("50 3 * * *")], concurrency: 1, retries: 3 },
  async ({ step }) => {
    const cleaned: Record<string, number> = {};
    const failed: string[] = [];
    for (const rule of retentionRules) {
      try {
        cleaned[rule.name] = await cleanUpInBatches(step, rule);
      } catch {
        failed.push(rule.name);
      }
    }
    log.info("clean-up.run.finished", cleaned);
    if (failed.length > 0) throw new NonRetriableError(`These could not be cleaned up: ${failed.join(", ")}`);
    return cleaned;
  },
);

async function cleanUpInBatches(step: GetStepTools<typeof inngest>, rule: RetentionRule): Promise<number> {
  let rows = 0;
  let from: string | null = null;
  for (let part = 1; part <= MAX_BATCHES; part += 1) {
    const start: string | null = from;
    const done: Awaited<ReturnType<typeof cleanUp>> = await step.run(`${rule.name}-${part}`, () =>
      cleanUp(rule, { from: start, until: Date.now() + BATCH_MS }),
    );
    rows += done.rows;
    from = done.next;
    if (from === null) break;
  }
  return rows;
}
