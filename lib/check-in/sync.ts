import { subDays } from "date-fns";
import type { Database } from "@/db/connect";
import { recordOfflineScan } from "./record-offline-scan";
import type { CheckInContext, ScanInput, SyncResponse } from "./types";
import { type UndoInput, undoScan } from "./undo";

type Step = ({ kind: "scan" } & ScanInput) | ({ kind: "undo" } & UndoInput);

const MAX_AGE_DAYS = 14;
/** Covers the network delay. */
const CLOCK_TOLERANCE_MS = 10_000;

/**
 * Carries out an offline device's steps in order. Idempotent: a step that is sent again gets the same response.
 * `sentAt`: the device's clock at sending time, if known.
 */
export async function syncSteps(
  db: Database,
  context: CheckInContext,
  steps: Step[],
  now = new Date(),
  sentAt: Date | null = null,
): Promise<SyncResponse> {
  const offsetMs = sentAt ? now.getTime() - sentAt.getTime() : 0;
  const correctionMs = Math.abs(offsetMs) > CLOCK_TOLERANCE_MS ? offsetMs : 0;
  const responses: SyncResponse["steps"] = [];
  for (const step of steps) {
    const { at, isTimeCorrected } = correctTime(step.at, correctionMs, now);
    if (step.kind === "undo") {
      const { ok } = await undoScan(db, context, { ...step, at });
      responses.push({ kind: "undo", id: step.id, undone: ok });
    } else {
      const result = await recordOfflineScan(db, context, { ...step, at, isTimeCorrected });
      responses.push({ kind: "scan", ...(result.ok ? result.answer : { id: step.id, outcome: "unknown" }) });
    }
  }
  return { steps: responses };
}

/** Corrects a wrong device clock by its offset at sending time. No scan is in the future, or weeks old. */
function correctTime(given: Date, correctionMs: number, now: Date) {
  const at = new Date(given.getTime() + correctionMs);
  if (at > now || at < subDays(now, MAX_AGE_DAYS)) return { at: now, isTimeCorrected: true };
  return { at, isTimeCorrected: correctionMs !== 0 };
}
