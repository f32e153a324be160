import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/connect";
import { violates } from "@/db/errors";
import { scans, tickets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { standingAdmissions } from "./admissions";
import { outcomeOf } from "./check-in";
import type { Door, DoorScan, ScanResult } from "./door";
import { isSameAdmission } from "./event-day";
import { type FoundTicket, findTicket } from "./find-ticket";
import { admittedAnswer, answerAgain, answerOf } from "./scan-answer";
import { scanRow } from "./scan-row";

/**
 * Writes down somebody whom a device has let in without a network. Of two admissions of one ticket the earlier one
 * stands, whichever is told of first; the other, and whoever came in with no right to, is a conflict for the team.
 */
export async function recordOfflineScan(db: Database, door: Door, offline: DoorScan): Promise<ScanResult> {
  // Whatever the day: they are in.
  const scan = { ...offline, anyDay: true };
  const found = await findTicket(db, door.event.id, scan.ticket);
  const outcome = outcomeOf(door, found, scan);
  if (outcome === "not_a_code") return { ok: true, answer: answerOf(scan, outcome, door, found) };
  try {
    const isHere = found?.eventId === door.event.id;
    if (!isHere) return await keepConflict(db, door, scan, found, outcome);
    return await db.transaction(async (tx) => {
      const ticket = await lock(tx, found.id);
      const isVoid = ticket.status === "void" || found.event.status === "cancelled";
      if (isVoid) return keepConflict(tx, door, scan, found, "void");
      const standing = await standingOn(tx, door, scan, { ...ticket, id: found.id });
      if (standing && standing.at <= scan.at) return keepConflict(tx, door, scan, found, "already_in");
      if (standing) await giveWay(tx, door, found, standing);
      await admit(tx, door, scan, found, { ticket, standing });
      return { ok: true, answer: admittedAnswer(scan, door, { ...found, checkedInAt: null }) };
    });
  } catch (error) {
    if (!violates(error, "scans_pkey")) throw error;
    return again(db, door, scan);
  }
}

/** One after the other, with the doors that are online, too: they write the same row. */
async function lock(tx: Transaction, ticketId: number) {
  const [ticket] = await tx
    .select({ status: tickets.status, checkedInAt: tickets.checkedInAt })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for("no key update");
  if (!ticket) throw new Error("A ticket is gone");
  return ticket;
}

type Standing = { scanId: string | null; at: Date };

/** The admission for the scan's day that counts so far. One may have been made before scans were written down. */
async function standingOn(
  tx: Transaction,
  door: Door,
  scan: DoorScan,
  ticket: { id: number; checkedInAt: Date | null },
): Promise<Standing | null> {
  const all = await standingAdmissions(tx, ticket.id);
  const { checkedInAt } = ticket;
  if (checkedInAt && isSameAdmission(checkedInAt, scan.at, door.event)) {
    return { scanId: all.find(({ at }) => at.getTime() === checkedInAt.getTime())?.id ?? null, at: checkedInAt };
  }
  // The ticket says when it was let in last, which may have been on a later day.
  const onDay = checkedInAt ? all.find(({ at }) => isSameAdmission(at, scan.at, door.event)) : undefined;
  return onDay ? { scanId: onDay.id, at: onDay.at } : null;
}

/** An earlier admission has come to light: the one that stood was the second. */
async function giveWay(tx: Transaction, door: Door, found: FoundTicket, { scanId }: Standing) {
  if (!scanId) return;
  await tx.update(scans).set({ outcome: "already_in", isConflict: true }).where(eq(scans.id, scanId));
  await audit(tx, door, found, "scan.conflict", { outcome: "already_in" });
}

async function admit(
  tx: Transaction,
  door: Door,
  scan: DoorScan,
  found: FoundTicket,
  { ticket, standing }: { ticket: { checkedInAt: Date | null }; standing: Standing | null },
) {
  const { checkedInAt } = ticket;
  const isLast = !checkedInAt || checkedInAt < scan.at || checkedInAt.getTime() === standing?.at.getTime();
  if (isLast) {
    const admission = { checkedInAt: scan.at, checkedInBy: door.viewer.id };
    await tx.update(tickets).set(admission).where(eq(tickets.id, found.id));
  }
  await tx.insert(scans).values(scanRow(door, scan, "admitted", found));
  await audit(tx, door, found, "check-in.admitted");
}

async function keepConflict(
  db: Database | Transaction,
  door: Door,
  scan: DoorScan,
  found: FoundTicket | null,
  outcome: Parameters<typeof scanRow>[2],
): Promise<ScanResult> {
  const isConflict = true;
  await db.transaction(async (tx) => {
    await tx.insert(scans).values({ ...scanRow(door, scan, outcome, found), isConflict });
    await audit(tx, door, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: answerOf(scan, outcome, door, found, { isConflict }) };
}

/** It was sent before; perhaps as a question whose refusal did not arrive, so that the device let in by itself. */
async function again(db: Database, door: Door, scan: DoorScan): Promise<ScanResult> {
  const known = await answerAgain(db, door, scan);
  if (!known.ok || known.answer.outcome === "admitted" || known.answer.isConflict) return known;
  const found = await findTicket(db, door.event.id, scan.ticket);
  const { outcome } = known.answer;
  await db.transaction(async (tx) => {
    const marked = await tx
      .update(scans)
      .set({ isConflict: true })
      .where(and(eq(scans.id, scan.id), eq(scans.isConflict, false)))
      .returning({ id: scans.id });
    if (marked.length > 0) await audit(tx, door, found, "scan.conflict", { outcome });
  });
  return { ok: true, answer: { ...known.answer, isConflict: true } };
}

function audit(
  tx: Transaction,
  door: Door,
  found: FoundTicket | null,
  action: "scan.conflict" | "check-in.admitted",
  detail: Record<string, unknown> = {},
) {
  const { id: eventId, organizerId } = door.event;
  const bookingId = found?.eventId === eventId ? found.bookingId : undefined;
  return recordAudit(tx, { action, actorId: door.viewer.id, organizerId, eventId, bookingId, detail });
}
