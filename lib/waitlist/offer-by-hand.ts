import { and, count, eq, sql } from "drizzle-orm";
import { waitlistDecisions, waitlistEntries } from "@/db/schema";
import { reclaimLapsedHolds } from "@/lib/booking/inventory";
import type { LockedEvent } from "@/lib/booking/locked-event";
import type { OfferByHandResult } from "@/lib/booking/results";
import { salesRefusal } from "@/lib/booking/sales";
import { allot } from "./allot";
import { grant } from "./grant";
import { type WaitingEntry, waitingEntries } from "./waiting-entries";

export type OfferByHandInput = {
  eventId: number;
  entryId: number;
  /** The member of the team, whose right to do so the caller has checked. */
  actorId: number;
  /** What the team reads later: why this one, and why now. */
  reason: string;
};

/**
 * Serves one entry now, wherever it stands in line, by the rules of a run: out of seats that are free or owed to the
 * waitlist, within the quota, all that was asked for or fewer where fewer is fine. Never above capacity.
 */
export async function offerByHand(locked: LockedEvent, input: OfferByHandInput): Promise<OfferByHandResult> {
  const { row: event, tx, now } = locked;
  if (salesRefusal(event, now)) return { ok: false, code: "EVENT_CLOSED" };
  await reclaimLapsedHolds(locked);

  const [entry] = await waitingEntries(locked, eq(waitlistEntries.id, input.entryId), 1);
  if (!entry) return { ok: false, code: "NOT_WAITING" };
  if (!entry.isActive) return { ok: false, code: "ACCOUNT_CLOSED" };
  if (entry.activeBookingId !== null) return { ok: false, code: "HAS_BOOKING" };
  const free = event.availableTickets + event.waitlistTickets;
  if (free === 0) return { ok: false, code: "NOTHING_FREE" };
  const allotment = allot(entry, await locked.ticketTypes(), free, now);
  if (!allotment.type) return { ok: false, code: "DOES_NOT_FIT", reason: allotment.reason };

  const passedBy = await ahead(locked, entry);
  const { outcome, seats, booking, reason } = await grant(locked, entry, allotment.type, allotment.seats);
  await tx.insert(waitlistDecisions).values({
    eventId: event.id,
    entryId: entry.id,
    runId: crypto.randomUUID(),
    outcome,
    seats,
    reason: `${reason}${passed(passedBy)} Why: ${input.reason}`,
    decidedAt: now,
    decidedBy: input.actorId,
  });
  await locked.audit("waitlist.offered-by-hand", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { seats, passedBy, reason: input.reason },
  });
  return { ok: true, outcome, seats, asked: entry.quantity, reference: booking.reference, passedBy };
}

const passed = (others: number) =>
  others === 0 ? "" : ` Passed by ${others === 1 ? "one who joined" : `${others} who joined`} earlier.`;

/** How many joined earlier and wait on. */
async function ahead(locked: LockedEvent, entry: WaitingEntry) {
  const [found] = await locked.tx
    .select({ entries: count() })
    .from(waitlistEntries)
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.status, "waiting"),
        // Read from the row itself: a JavaScript date has lost its microseconds.
        sql`(${waitlistEntries.joinedAt}, ${waitlistEntries.id}) < (
          select own.joined_at, own.id from ${waitlistEntries} as own where own.id = ${entry.id})`,
      ),
    );
  return found?.entries ?? 0;
}
