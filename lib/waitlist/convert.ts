import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { arrayParameter } from "@/db/prepared-statements";
import { bookings, users, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { isTypeOnSale, quotaLeft, salesRefusal } from "@/lib/inventory/sales";
import { log } from "@/lib/log";
import { waitlistReasons } from "@/texts/organizer-waitlist";
import { allot } from "./allot";
import { askAboutClosedTypes } from "./closed-types";
import { type Decision, grant } from "./grant";
import type { ConvertResult } from "./results";
import { listWaitingEntries, type WaitingEntry } from "./waiting-entries";

/**
 * Entries considered under one row lock: a large release is served in several runs, so that other transactions do not
 * wait long for the row. Each run starts at the first position, as more seats may be available, and serves at least one
 * entry that fits.
 */
const ENTRIES_PER_RUN = 50;
/** The first positions are considered even if nothing fits, so that the decision log says why they wait. */
const ALWAYS_CONSIDERED = 20;

export type ConvertInput = {
  eventId: number;
  /** The team member who started the run; absent where freed seats did. */
  actorId?: number;
};

/**
 * Gives seats to waiting entries in order of joining. An entry that does not fit keeps its position; entries for a type
 * that is no longer sold are asked by email. Free bookings are confirmed immediately while there is time to cancel them;
 * all others become offers. Seats that no entry can use go on public sale.
 */
export async function convertWaitlist(manager: BookingConcurrencyManager, input: ConvertInput): Promise<ConvertResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  if (result?.ok) {
    const { ok: _, ...counts } = result;
    log.info("waitlist.run.finished", { eventId: input.eventId, ...counts });
  }
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, { actorId }: ConvertInput): Promise<ConvertResult> {
  const { event, now } = unit;
  if (salesRefusal(event, now)) return { ok: false, code: "EVENT_CLOSED" };
  // Flushed now: the waitlist is read from the database.
  if (unit.expireOverdueHolds() > 0) await unit.flush();

  const runId = crypto.randomUUID();
  const { asked, isMore } = await askAboutClosedTypes(unit);
  const counts = { converted: 0, offered: 0, skipped: 0 };
  const seatsLeft = () => event.availableTickets + event.waitlistTickets;
  const considered = seatsLeft() > 0 ? await listNextEntries(unit) : [];
  await unit.allocateBookingIds(Math.min(considered.length, seatsLeft()));
  const decisions: (typeof waitlistDecisions.$inferInsert)[] = [];
  for (const entry of considered) {
    if (seatsLeft() === 0) break;
    const { outcome, seats, reason } = decideEntry(unit, entry, seatsLeft());
    counts[outcome] += 1;
    if (outcome === "skipped" && reason === entry.lastReason) continue;
    decisions.push({ eventId: event.id, entryId: entry.id, runId, outcome, seats, reason, decidedAt: now });
  }
  if (decisions.length > 0) await unit.tx.insert(waitlistDecisions).values(decisions);

  const more = isMore || (considered.length === ENTRIES_PER_RUN && seatsLeft() > 0);
  if (more) unit.announce(waitlistSeatsFreed, { eventId: event.id });
  const releasedToPublic = more ? 0 : unit.releaseToPublic();
  if (actorId !== undefined) unit.audit("waitlist.run", { actorId, detail: { ...counts, asked, releasedToPublic } });
  return { ok: true, runId, ...counts, asked, releasedToPublic, more };
}

function listNextEntries(unit: ExclusiveUnitOfWork) {
  const { event } = unit;
  const first = sql`${waitlistEntries.id} in (
    select id from waitlist_entries where event_id = ${event.id} and status = 'waiting'
    order by joined_at, id limit ${ALWAYS_CONSIDERED})`;
  return listWaitingEntries(unit, and(eq(users.isActive, true), or(servableCondition(unit), first)), ENTRIES_PER_RUN);
}

/** Whether an entry can be served now. Others are not read, so that a run is fast on a long waitlist. */
function servableCondition({ types, event, now }: ExclusiveUnitOfWork): SQL | undefined {
  const free = event.availableTickets + event.waitlistTickets;
  const options = types
    .filter((type) => isTypeOnSale(type, now))
    .map((type) => ({ id: type.id, left: Math.min(free, quotaLeft(type)) }))
    .filter(({ left }) => left > 0);
  const maxSeats = Math.max(0, ...options.map(({ left }) => left));
  const { ticketTypeId, quantity, acceptFewer } = waitlistEntries;
  const ids = arrayParameter(options, "bigint", ({ id }) => id);
  const lefts = arrayParameter(options, "int", ({ left }) => left);
  return and(
    isNull(bookings.id),
    or(
      sql`${ticketTypeId} is null and ${maxSeats} > 0 and (${quantity} <= ${maxSeats} or ${acceptFewer})`,
      sql`exists (select from unnest(${ids}, ${lefts}) as type (id, seats)
        where type.id = ${ticketTypeId} and (${quantity} <= type.seats or ${acceptFewer}))`,
    ),
  );
}

function decideEntry(unit: ExclusiveUnitOfWork, entry: WaitingEntry, seatsLeft: number): Decision {
  if (entry.activeBookingId !== null) {
    return { outcome: "skipped", seats: 0, reason: waitlistReasons.hasBooking };
  }
  const allotment = allot(entry, unit.types, seatsLeft, unit.now);
  if (!allotment.type) return { outcome: "skipped", seats: 0, reason: allotment.reason };
  return grant(unit, entry, allotment.type, allotment.seats);
}
