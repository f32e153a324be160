import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { operationStarted } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { failureMessages } from "@/lib/notifications/reason-messages";
import { sendOperationBatch } from "@/lib/notifications/send-batch";
import { failRemainingRecipients, findOperation, finishOperation } from "@/lib/operations/operation";
import { EventBusyError, recordRecipients } from "@/lib/operations/record-recipients";

/** A run may have only so many steps: what is not done by then is left to another one. */
const STEPS_PER_RUN = 200;
/** Before those who are left are tried again: the first after a walk that settled somebody, then one after each that did not. */
const RETRY_DELAYS = ["15s", "15s", "30s", "1m", "2m", "5m", "10m", "20m"];

/**
 * Does what an organizer started for many people. All it knows it reads from the rows, so that it goes on where it
 * stopped, after whatever. One step of all operations at a time: each mails at the speed that is meant for all of them.
 */
export const operationRun = inngest.createFunction(
  { id: "operation-run", triggers: [operationStarted], retries: WORK_RETRIES, concurrency: { limit: 1 } },
  async ({ event, step }) => {
    const { operationId, settled } = event.data;
    const { waits, isListed } = await step.run("look", async () => {
      const { kind, listedAt } = await findOperation(operationId);
      return { isListed: listedAt !== null, waits: kind === "event_change" && listedAt === null && settled !== "yes" };
    });
    // An organizer who saves three times in a row made one change, as far as those who booked are concerned.
    if (waits) await step.sleep("let-edits-settle", "2m");

    let steps = 0;
    let after: number | null = isListed ? null : 0;
    for (; after !== null && steps < STEPS_PER_RUN; steps += 1) {
      const from: number = after;
      after = (await step.run(`list-${steps}`, () => listRecipientBatch(operationId, from))).next;
    }

    let from = 0;
    let settledOnWalk = 0;
    let fruitless = 0;
    for (; steps < STEPS_PER_RUN; steps += 1) {
      const at = from;
      const sent = await step.run(`send-${steps}`, async () =>
        sendOperationBatch(await findOperation(operationId), at),
      );
      settledOnWalk += sent.settled;
      from = sent.next ?? 0;
      if (sent.next !== null) continue;

      if (await step.run(`finish-${steps}`, () => finishOperation(operationId))) return { finished: true };
      fruitless = settledOnWalk > 0 ? 0 : fruitless + 1;
      settledOnWalk = 0;
      const pause = RETRY_DELAYS[fruitless];
      if (pause === undefined) {
        const reason = failureMessages[sent.trouble ?? "broken"];
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
