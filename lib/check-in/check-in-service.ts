import "server-only";
import { db } from "@/db/client";
import { checkIn } from "./check-in";
import { listOpenConflicts, resolveConflict } from "./conflicts";
import { syncSteps } from "./sync";
import { countCheckInsByType, readManifestVersion, readTicketManifest } from "./ticket-manifest";
import type { CheckInContext, ScanInput } from "./types";
import { type UndoInput, undoScan } from "./undo";

/** The check-in of this process. Whoever calls has checked that the viewer may stand at the door. */
export const checkInService = {
  scan: (door: CheckInContext, scan: ScanInput) => checkIn(db, door, scan),
  undo: (door: CheckInContext, undo: UndoInput) => undoScan(db, door, undo),
  sync: (door: CheckInContext, steps: Parameters<typeof syncSteps>[2], sentAt: Date | null) =>
    syncSteps(db, door, steps, new Date(), sentAt),
  listConflicts: (event: CheckInContext["event"]) => listOpenConflicts(db, event.id),
  resolveConflict: (door: CheckInContext, scanId: string) => resolveConflict(db, door, scanId),
  readManifestVersion: (door: CheckInContext) => readManifestVersion(db, door.event.id),
  countCheckIns: (event: CheckInContext["event"]) => countCheckInsByType(db, event),
  readManifest: (door: CheckInContext, asked: Parameters<typeof readTicketManifest>[2]) =>
    readTicketManifest(db, door, asked),
};
