import { subDays } from "date-fns";
import type { Database } from "@/db/connect";
import type { SyncAnswer } from "./answers";
import type { Door, DoorScan } from "./door";
import { recordOfflineScan } from "./offline-scan";
import { type DoorUndo, undoScan } from "./undo";

type Step = ({ kind: "scan" } & DoorScan) | ({ kind: "undo" } & DoorUndo);

/** Nothing waits for weeks to be sent. */
const MOST_DAYS = 14;
/** What the way here takes, and nobody minds. */
const SMALL_MS = 10_000;

/**
 * Does what a device did without a network, in its order. Steps that came before are answered as they were then.
 * `sentAt`: what the device's clock shows, where it says.
 */
export async function syncSteps(
  db: Database,
  door: Door,
  steps: Step[],
  now = new Date(),
  sentAt: Date | null = null,
): Promise<SyncAnswer> {
  const slow = sentAt ? now.getTime() - sentAt.getTime() : 0;
  const behind = Math.abs(slow) > SMALL_MS ? slow : 0;
  const answered: SyncAnswer["steps"] = [];
  for (const step of steps) {
    const { at, isTimeCorrected } = credible(step.at, behind, now);
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
function credible(given: Date, behind: number, now: Date) {
  const at = new Date(given.getTime() + behind);
  if (at > now || at < subDays(now, MOST_DAYS)) return { at: now, isTimeCorrected: true };
  return { at, isTimeCorrected: behind !== 0 };
}
