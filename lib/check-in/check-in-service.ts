import "server-only";
import { db } from "@/db/client";
import { checkIn } from "./check-in";
import { listOpenConflicts, resolveConflict } from "./conflicts";
import { syncSteps } from "./sync";
import { countCheckInsByType, readManifestVersion, readTicketManifest } from "./ticket-manifest";
import type { CheckInContext, ScanInput } from "./types";
import { type UndoInput, undoScan } from "./undo";

/** Check-in with the database of this process. The caller has checked the permission. */
export const checkInService = {
  scan: (context: CheckInContext, scan: ScanInput) => checkIn(db, context, scan),
  undo: (context: CheckInContext, undo: UndoInput) => undoScan(db, context, undo),
  sync: (context: CheckInContext, steps: Parameters<typeof syncSteps>[2], sentAt: Date | null) =>
    syncSteps(db, context, steps, new Date(), sentAt),
  listConflicts: (event: CheckInContext["event"]) => listOpenConflicts(db, event.id),
  resolveConflict: (context: CheckInContext, scanId: string) => resolveConflict(db, context, scanId),
  readManifestVersion: (context: CheckInContext) => readManifestVersion(db, context.event.id),
  countCheckIns: (event: CheckInContext["event"]) => countCheckInsByType(db, event),
  readManifest: (context: CheckInContext, request: Parameters<typeof readTicketManifest>[2]) =>
    readTicketManifest(db, context, request),
};
