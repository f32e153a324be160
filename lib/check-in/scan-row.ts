import type { scans } from "@/db/schema";
import type { Outcome } from "./decide";
import type { Door, DoorScan } from "./door";
import type { FoundTicket } from "./find-ticket";

type Recorded = (typeof scans.$inferSelect)["outcome"];

/** A scan as it is kept. */
export function scanRow(
  door: Door,
  scan: DoorScan,
  outcome: Outcome,
  found: FoundTicket | null,
): typeof scans.$inferInsert & { isTimeCorrected: boolean } {
  return {
    id: scan.id,
    eventId: door.event.id,
    ticketId: found?.id ?? null,
    outcome: recorded(outcome),
    device: scan.device,
    scannedBy: door.viewer.id,
    scannedAt: scan.at,
    isTimeCorrected: scan.isTimeCorrected ?? false,
  };
}

function recorded(outcome: Outcome): Recorded {
  switch (outcome) {
    case "admitted":
    case "already_in":
    case "void":
    case "other_event":
    case "unknown":
      return outcome;
    default:
      throw new Error(`${outcome} is nothing that happened`);
  }
}
