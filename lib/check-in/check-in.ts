import { and, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/organize/audit";
import { readCode } from "@/lib/tickets/signed-code";
import type { ScanAnswer } from "./answers";
import { decide, type Outcome } from "./decide";
import { isEventDay } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import type { ScanRequest } from "./schema";

/** The door at which somebody stands whose right to be there the caller has checked. */
export type Door = {
  event: {
    id: number;
    organizerId: number;
    status: "draft" | "published" | "cancelled";
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
  };
  viewer: { id: number; name: string };
};

export type DoorScan = ScanRequest & { at: Date };
export type ScanResult = { ok: true; answer: ScanAnswer } | { ok: false; code: "ID_TAKEN" };
export type ClaimTicket = (tx: Transaction, ticketId: number, admission: { at: Date; by: number }) => Promise<boolean>;

/**
 * Admits, if nobody else has. The condition is what makes it once: PostgreSQL checks it on the row as it is when the
 * row is free, so of any number of doors scanning one ticket, one finds it as the condition wants it.
 */
const claimTicket: ClaimTicket = async (tx, ticketId, { at, by }) => {
  const claimed = await tx
    .update(tickets)
    .set({ checkedInAt: at, checkedInBy: by })
    .where(and(eq(tickets.id, ticketId), isNull(tickets.checkedInAt), eq(tickets.status, "valid")))
    .returning({ id: tickets.id });
  return claimed.length > 0;
};

/** One scan at a door. The same scan sent again changes nothing and is answered the same. */
export async function checkIn(db: Database, door: Door, scan: DoorScan, claim = claimTicket): Promise<ScanResult> {
  try {
    // Whoever loses the race for a ticket looks again, and finds it in, or void; or free, if that was undone meanwhile.
    for (let looks = 0; looks < 5; looks += 1) {
      const found = await findTicket(db, door.event.id, scan.ticket);
      const outcome = outcomeOf(door, found, scan);
      if (outcome === "not_a_code" || outcome === "other_day")
        return { ok: true, answer: answerOf(scan, outcome, door, found) };
      if (outcome !== "admitted" || !found) {
        await db.insert(scans).values(scanRow(door, scan, outcome, found));
        return { ok: true, answer: answerOf(scan, outcome, door, found) };
      }
      if (await admit(db, door, scan, found, claim)) return { ok: true, answer: admittedAnswer(scan, door, found) };
    }
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return answerAgain(db, door, scan);
  }
  throw new Error("A ticket was let in and out again while it was scanned, five times over");
}

function outcomeOf(door: Door, found: FoundTicket | null, scan: DoorScan): Outcome {
  if ("text" in scan.ticket && !readCode(scan.ticket.text)) return "not_a_code";
  const isHere = found?.eventId === door.event.id;
  return decide({
    ticket:
      found && isHere
        ? { isVoid: found.status === "void" || found.event.status === "cancelled", isIn: found.checkedInAt !== null }
        : null,
    isElsewhere: found !== null && !isHere,
    isGenuine: null,
    isListComplete: true,
    isEventDay: isEventDay(scan.at, door.event),
    anyDay: scan.anyDay,
  });
}

function admit(db: Database, door: Door, scan: DoorScan, found: FoundTicket, claim: ClaimTicket): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await claim(tx, found.id, { at: scan.at, by: door.viewer.id }))) return false;
    await tx.insert(scans).values(scanRow(door, scan, "admitted", found));
    await recordAudit(tx, {
      action: "ticket.checked_in",
      actorId: door.viewer.id,
      organizerId: door.event.organizerId,
      eventId: door.event.id,
      bookingId: found.bookingId,
    });
    return true;
  });
}

type Recorded = (typeof scans.$inferSelect)["outcome"];

function scanRow(door: Door, scan: DoorScan, outcome: Outcome, found: FoundTicket | null): typeof scans.$inferInsert {
  return {
    id: scan.id,
    eventId: door.event.id,
    ticketId: found?.id ?? null,
    outcome: recorded(outcome),
    device: scan.device,
    scannedBy: door.viewer.id,
    scannedAt: scan.at,
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

/** The answer to a scan whose id is in the book: what was answered then. */
async function answerAgain(db: Database, door: Door, scan: DoorScan): Promise<ScanResult> {
  const [known] = await db
    .select({ outcome: scans.outcome, ticketId: scans.ticketId })
    .from(scans)
    .where(and(eq(scans.id, scan.id), eq(scans.eventId, door.event.id)));
  const found = await findTicket(db, door.event.id, scan.ticket);
  // An id that was used for something else says nothing about this ticket.
  if (!known || known.outcome === "undone" || known.ticketId !== (found?.id ?? null))
    return { ok: false, code: "ID_TAKEN" };
  return { ok: true, answer: answerOf(scan, known.outcome, door, found) };
}

function admittedAnswer(scan: DoorScan, door: Door, found: FoundTicket): ScanAnswer {
  const now = { ...found, checkedInAt: scan.at, checkedInBy: door.viewer.name, device: scan.device };
  return answerOf(scan, "admitted", door, now);
}

function answerOf(scan: DoorScan, outcome: Outcome, door: Door, found: FoundTicket | null): ScanAnswer {
  const answer = { id: scan.id, outcome };
  if (!found) return answer;
  if (found.eventId !== door.event.id) {
    const { organizerId, name, startsAt, timeZone } = found.event;
    // What other organizers' tickets are for is not told to this one.
    if (organizerId !== door.event.organizerId) return answer;
    return { ...answer, otherEvent: { name, startsAt: startsAt.toISOString(), timeZone } };
  }
  const { fingerprint, holderName, typeName, checkedInAt, checkedInBy, device } = found;
  return {
    ...answer,
    ticket: { fingerprint, holderName, typeName },
    ...(checkedInAt ? { admission: { at: checkedInAt.toISOString(), by: checkedInBy, device } } : {}),
  };
}
