import type { SyncResponse } from "@/lib/check-in/types";
import type { CheckInApi, Failure } from "./check-in-api";
import type { LocalConflict, PendingStep, RecentScan } from "./check-in-types";

const BATCH_SIZE = 50;

type StepResponses = SyncResponse["steps"];

/**
 * Sends steps in order, in batches, and calls `onSent` after each. Returns the failure that stopped it, if any. A step
 * that the server rejects as invalid is given up, so that it does not block those behind it.
 */
export async function sendSteps(
  api: Pick<CheckInApi, "sync">,
  steps: PendingStep[],
  onSent: (sent: PendingStep[], answers: StepResponses) => Promise<void>,
): Promise<Failure | null> {
  let size = BATCH_SIZE;
  for (let from = 0; from < steps.length; ) {
    const batch = steps.slice(from, from + size);
    const answer = await api.sync({ sentAt: new Date().toISOString(), steps: batch.map(({ step }) => step) });
    if (!answer.ok && (answer.code !== "INVALID" || batch.length > 1)) {
      if (answer.code !== "INVALID") return answer;
      size = 1;
      continue;
    }
    await onSent(batch, answer.ok ? answer.body.steps : batch.map(({ step }) => failedResponse(step)));
    from += batch.length;
  }
  return null;
}

function failedResponse({ kind, id }: PendingStep["step"]): StepResponses[number] {
  return kind === "scan" ? { kind, id, outcome: "unknown" } : { kind, id, undone: false };
}

/**
 * Offline admissions that the server refused without recording a conflict. Admissions that were undone since do not
 * count.
 */
export function findLocalConflicts(
  list: string,
  all: PendingStep[],
  sent: PendingStep[],
  answers: StepResponses,
  recent: RecentScan[],
): LocalConflict[] {
  const undone = new Set(all.flatMap(({ step }) => (step.kind === "undo" ? [step.scanId] : [])));
  return sent.flatMap(({ step }): LocalConflict[] => {
    if (step.kind !== "scan" || undone.has(step.id)) return [];
    const answer = answers.find(({ id }) => id === step.id);
    if (answer?.kind !== "scan" || answer.outcome === "admitted" || answer.isConflict) return [];
    const scan = recent.find(({ id }) => id === step.id);
    const { outcome, admission, otherEvent, ticket } = answer;
    const { holderName = scan?.holderName ?? "", typeName = scan?.typeName ?? "" } = ticket ?? {};
    return [{ id: step.id, list, outcome, holderName, typeName, at: Date.parse(step.at), admission, otherEvent }];
  });
}
