import type { SyncAnswer } from "@/lib/check-in/answers";
import type { DoorApi, Failure } from "./door-api";
import type { LocalConflict, RecentScan, WaitingStep } from "./door-types";

const AT_ONCE = 50;

type Answers = SyncAnswer["steps"];

/**
 * Sends steps in their order, and tells after each lot what came of it. Returns what stopped it, if anything did. A
 * step that the server cannot read is given up: it must not hold up those behind it for ever.
 */
export async function sendSteps(
  api: Pick<DoorApi, "sync">,
  steps: WaitingStep[],
  onSent: (sent: WaitingStep[], answers: Answers) => Promise<void>,
): Promise<Failure | null> {
  let size = AT_ONCE;
  for (let from = 0; from < steps.length; ) {
    const lot = steps.slice(from, from + size);
    const answer = await api.sync({ sentAt: new Date().toISOString(), steps: lot.map(({ step }) => step) });
    if (!answer.ok && (answer.code !== "INVALID" || lot.length > 1)) {
      if (answer.code !== "INVALID") return answer;
      size = 1;
      continue;
    }
    await onSent(lot, answer.ok ? answer.body.steps : lot.map(({ step }) => givenUp(step)));
    from += lot.length;
  }
  return null;
}

function givenUp({ kind, id }: WaitingStep["step"]): Answers[number] {
  return kind === "scan" ? { kind, id, outcome: "unknown" } : { kind, id, undone: false };
}

/**
 * Whom this device let in although, as it turns out, they should not have been, where the server keeps no conflict of it.
 * What was undone since does not count.
 */
export function conflictsOf(
  list: string,
  all: WaitingStep[],
  sent: WaitingStep[],
  answers: Answers,
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
