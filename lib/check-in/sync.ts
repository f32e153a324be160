import { subDays } from "date-fns";
import type { Database } from "@/db/connect";
import { recordOfflineScan } from "./record-offline-scan";
import type { CheckInContext, ScanInput, SyncResponse } from "./types";
import { type UndoInput, undoScan } from "./undo";

type Step = ({ kind: "scan" } & ScanInput) | ({ kind: "undo" } & UndoInput);

/** Nothing waits for weeks to be sent. */
const MAX_AGE_DAYS = 14;
/** What the way here takes, and nobody minds. */
const CLOCK_TOLERANCE_MS = 10_000;

/**
 * Does what a device did without a network, in its order. Steps that came before are answered as they were then.
 * `sentAt`: what the device's clock shows, where it says.
 */
export async function syncSteps(
  db: Database,
  door: CheckInContext,
  steps: Step[],
  now = new Date(),
  sentAt: Date | null = null,
): Promise<SyncResponse> {
  const slow = sentAt ? now.getTime() - sentAt.getTime() : 0;
  const behind = Math.abs(slow) > CLOCK_TOLERANCE_MS ? slow : 0;
  const answered: SyncResponse["steps"] = [];
  for (const step of steps) {
    const { at, isTimeCorrected } = correctTime(step.at, behind, now);
    if (step.kind === "undo") {
      const { ok } = await undoScan(db, door, { ...step, at });
      answered.push({ kind: "undo", id: step.id, undone: ok });
    } else {
      const result = await recordOfflineScan(db, door, { ...step, at, isTimeCorrected });
      answered.push({ kind: "scan", ...(result.ok ? result.answer : { id: step.id, outcome: "unknown" }) });
    }
  }
  return { steps: answered };
}

/**
 * A device's clock may be wrong. One that is off is put right by what it shows while it sends; and nothing was scanned in
 * the future, or weeks ago.
 */
function correctTime(given: Date, behind: number, now: Date) {
  const at = new Date(given.getTime() + behind);
  if (at > now || at < subDays(now, MAX_AGE_DAYS)) return { at: now, isTimeCorrected: true };
  return { at, isTimeCorrected: behind !== 0 };
}
