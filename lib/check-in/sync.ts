import { subDays } from "date-fns";
import type { Database } from "@/db/connect";
import type { SyncAnswer } from "./answers";
import type { DoorScan } from "./check-in";
import { checkIn, type Door } from "./check-in";
import { type DoorUndo, undoScan } from "./undo";

type Step = ({ kind: "scan" } & DoorScan) | ({ kind: "undo" } & DoorUndo);

/** Does what a device did without a network, in its order. Steps that came before are answered as they were then. */
export async function syncSteps(db: Database, door: Door, steps: Step[], now = new Date()): Promise<SyncAnswer> {
  const answered: SyncAnswer["steps"] = [];
  for (const step of steps) {
    const at = credible(step.at, now);
    if (step.kind === "undo") {
      const { ok } = await undoScan(db, door, { ...step, at });
      answered.push({ kind: "undo", id: step.id, undone: ok });
    } else {
      const result = await checkIn(db, door, { ...step, at });
      answered.push({ kind: "scan", ...(result.ok ? result.answer : { id: step.id, outcome: "unknown" }) });
    }
  }
  return { steps: answered };
}

/** A device's clock may be wrong: nothing was scanned in the future, and nothing waits for weeks. */
function credible(at: Date, now: Date): Date {
  return at > now || at < subDays(now, 14) ? now : at;
}
