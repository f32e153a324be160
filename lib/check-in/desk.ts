import "server-only";
import { db } from "@/db/client";
import { checkIn } from "./check-in";
import { openConflicts, settleConflict } from "./conflicts";
import type { Door, DoorScan } from "./door";
import { doorCounts, doorList, listVersion } from "./door-list";
import { syncSteps } from "./sync";
import { type DoorUndo, undoScan } from "./undo";

/** The check-in of this process. Whoever calls has checked that the viewer may stand at the door. */
export const desk = {
  scan: (door: Door, scan: DoorScan) => checkIn(db, door, scan),
  undo: (door: Door, undo: DoorUndo) => undoScan(db, door, undo),
  sync: (door: Door, steps: Parameters<typeof syncSteps>[2], sentAt: Date | null) =>
    syncSteps(db, door, steps, new Date(), sentAt),
  conflicts: (event: Door["event"]) => openConflicts(db, event.id),
  settle: (door: Door, scanId: string) => settleConflict(db, door, scanId),
  version: (door: Door) => listVersion(db, door.event.id),
  counts: (event: Door["event"]) => doorCounts(db, event),
  list: (door: Door, asked: Parameters<typeof doorList>[2]) => doorList(db, door, asked),
};
