import { eq } from "drizzle-orm";
import { waitlistDecisions, waitlistEntries } from "@/db/schema";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { salesRefusal } from "@/lib/inventory/sales";
import { waitlistReasons } from "@/texts/organizer-waitlist";
import { allot } from "./allot";
import { grant } from "./grant";
import type { OfferManuallyResult } from "./results";
import { findPositions, listWaitingEntries } from "./waiting-entries";

export type OfferManuallyInput = {
  eventId: number;
  entryId: number;
  /** The team member; the caller has checked the permission. */
  actorId: number;
  /** Shown to the team in the decision log. */
  reason: string;
};

/**
 * Serves one entry now, at any position, by the rules of a run: from available seats and those reserved for the waitlist,
 * within the quota, all that it asked for or fewer if it accepts fewer. Never above capacity.
 */
export async function offerManually(
  manager: BookingConcurrencyManager,
  input: OfferManuallyInput,
): Promise<OfferManuallyResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: OfferManuallyInput): Promise<OfferManuallyResult> {
  const { event, tx, now } = unit;
  if (salesRefusal(event, now)) return { ok: false, code: "EVENT_CLOSED" };
  // Flushed now: the entry is read from the database.
  if (unit.expireOverdueHolds() > 0) await unit.flush();

  const [entry] = await listWaitingEntries(unit, eq(waitlistEntries.id, input.entryId), 1);
  if (!entry) return { ok: false, code: "NOT_WAITING" };
  if (!entry.isActive) return { ok: false, code: "ACCOUNT_CLOSED" };
  if (entry.activeBookingId !== null) return { ok: false, code: "HAS_BOOKING" };
  const free = event.availableTickets + event.waitlistTickets;
  if (free === 0) return { ok: false, code: "NOTHING_FREE" };
  const allotment = allot(entry, unit.types, free, now);
  if (!allotment.type) return { ok: false, code: "DOES_NOT_FIT", reason: allotment.reason };

  const passedBy = ((await findPositions(tx, event.id, [entry.id])).get(entry.id) ?? 1) - 1;
  await unit.allocateBookingIds(1);
  const { outcome, seats, booking, reason } = grant(unit, entry, allotment.type, allotment.seats);
  await tx.insert(waitlistDecisions).values({
    eventId: event.id,
    entryId: entry.id,
    runId: crypto.randomUUID(),
    outcome,
    seats,
    reason: [reason, passedBy > 0 ? waitlistReasons.passedBy(passedBy) : "", waitlistReasons.manual(input.reason)]
      .filter(Boolean)
      .join(" "),
    decidedAt: now,
    decidedBy: input.actorId,
  });
  unit.audit("waitlist.offered-by-hand", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { seats, passedBy, reason: input.reason },
  });
  return { ok: true, outcome, seats, asked: entry.quantity, reference: booking.reference, passedBy };
}
