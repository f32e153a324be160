import type { SyncResponse } from "@/lib/check-in/types";
import type { CheckInApi, Failure } from "./check-in-api";
import type { LocalConflict, PendingStep, RecentScan } from "./check-in-types";

const BATCH_SIZE = 50;

type StepResponses = SyncResponse["steps"];

/**
 * Sends steps in their order, and tells after each lot what came of it. Returns what stopped it, if anything did. A
 * step that the server cannot read is given up: it must not hold up those behind it for ever.
 */
export async function sendSteps(
  api: Pick<CheckInApi, "sync">,
  steps: PendingStep[],
  onSent: (sent: PendingStep[], answers: StepResponses) => Promise<void>,
): Promise<Failure | null> {
  let size = BATCH_SIZE;
  for (let from = 0; from < steps.length; ) {
    const lot = steps.slice(from, from + size);
    const answer = await api.sync({ sentAt: new Date().toISOString(), steps: lot.map(({ step }) => step) });
    if (!answer.ok && (answer.code !== "INVALID" || lot.length > 1)) {
      if (answer.code !== "INVALID") return answer;
      size = 1;
      continue;
    }
    await onSent(lot, answer.ok ? answer.body.steps : lot.map(({ step }) => failedResponse(step)));
    from += lot.length;
  }
  return null;
}

function failedResponse({ kind, id }: PendingStep["step"]): StepResponses[number] {
  return kind === "scan" ? { kind, id, outcome: "unknown" } : { kind, id, undone: false };
}

/**
 * Whom this device let in although, as it turns out, they should not have been, where the server keeps no conflict of it.
 * What was undone since does not count.
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
    const here = recent.find(({ id }) => id === step.id);
    const { outcome, admission, otherEvent, ticket } = answer;
    const { holderName = here?.holderName ?? "", typeName = here?.typeName ?? "" } = ticket ?? {};
    return [{ id: step.id, list, outcome, holderName, typeName, at: Date.parse(step.at), admission, otherEvent }];
  });
}
