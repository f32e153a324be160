import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { operationStarted } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { sendOperationBatch } from "@/lib/notifications/send-batch";
import { failRemainingRecipients, findOperation, finishOperation } from "@/lib/operations/operation";
import { EventBusyError, recordRecipients } from "@/lib/operations/record-recipients";
import { failureReasons } from "@/texts/messages";

/** Inngest limits the steps of a run. Another run continues after these. */
const STEPS_PER_RUN = 200;
/** Pauses before remaining recipients are retried. The first follows a pass that settled any; the next ones follow passes that settled none. */
const RETRY_DELAYS = ["15s", "15s", "30s", "1m", "2m", "5m", "10m", "20m"];

/**
 * Runs an operation. All state is in the database, so that a run resumes after any crash. One step of all operations at
 * a time: each sends at the full throughput.
 */
export const operationRun = inngest.createFunction(
  { id: "operation-run", triggers: [operationStarted], retries: WORK_RETRIES, concurrency: { limit: 1 } },
  async ({ event, step }) => {
    const { operationId, settled } = event.data;
    const { waits, isListed } = await step.run("look", async () => {
      const { kind, listedAt } = await findOperation(operationId);
      return { isListed: listedAt !== null, waits: kind === "event_change" && listedAt === null && settled !== "yes" };
    });
    // Several saves in a row are merged into one change, so that attendees get one email.
    if (waits) await step.sleep("let-edits-settle", "2m");

    let steps = 0;
    let after: number | null = isListed ? null : 0;
    for (; after !== null && steps < STEPS_PER_RUN; steps += 1) {
      const from: number = after;
      after = (await step.run(`list-${steps}`, () => listRecipientBatch(operationId, from))).next;
    }

    let from = 0;
    let settledInPass = 0;
    let fruitlessPasses = 0;
    for (; steps < STEPS_PER_RUN; steps += 1) {
      const at = from;
      const sent = await step.run(`send-${steps}`, async () =>
        sendOperationBatch(await findOperation(operationId), at),
      );
      settledInPass += sent.settled;
      from = sent.next ?? 0;
      if (sent.next !== null) continue;

      if (await step.run(`finish-${steps}`, () => finishOperation(operationId))) return { finished: true };
      fruitlessPasses = settledInPass > 0 ? 0 : fruitlessPasses + 1;
      settledInPass = 0;
      const pause = RETRY_DELAYS[fruitlessPasses];
      if (pause === undefined) {
        const reason = failureReasons[sent.trouble ?? "broken"];
        await step.run("give-up", async () => ({ failed: await failRemainingRecipients(operationId, reason) }));
      } else {
        await step.sleep(`pause-${steps}`, pause);
      }
    }
    await step.sendEvent("go-on", operationStarted.create({ operationId, settled: "yes" }));
    return { finished: false };
  },
);

async function listRecipientBatch(operationId: string, after: number) {
  try {
    return await recordRecipients(await findOperation(operationId), after);
  } catch (error) {
    if (error instanceof EventBusyError) throw new RetryAfterError(error.message, "5s");
    throw error;
  }
}
