import "server-only";
import { isConnectionLost } from "@/db/errors";
import type { Busy } from "@/lib/combiner";
import { answerBy, type Deadline } from "@/lib/deadline";
import { busy, unreachable } from "@/lib/inventory/concurrency";
import { log } from "@/lib/log";
import type { Refused } from "./answers";
import { type MessageContext, refused } from "./messages";

/**
 * What a step of booking answers by its deadline. That nothing was done, where too many wait or the database cannot be
 * reached: it is reached once more only to say what was decided. That nobody knows, where the time is over.
 */
export async function inTime<Answer>(
  deadline: Deadline,
  context: MessageContext,
  work: () => Promise<Answer | Busy>,
): Promise<Answer | Refused> {
  try {
    const answer = await answerBy(deadline, work(), () => {
      log.warn("request.deadline.passed", { doing: context.doing });
      return refused({ ok: false, code: "UNKNOWN" }, context);
    });
    const isBusy = answer && typeof answer === "object" && "isBusy" in answer;
    return isBusy ? refused(busy(answer.retryAfterSeconds), context) : answer;
  } catch (error) {
    if (isConnectionLost(error)) return refused(unreachable, context);
    throw error;
  }
}
