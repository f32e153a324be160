import { and, eq, gt, or } from "drizzle-orm";
import { users, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { waitlistSeatsFreed } from "@/inngest/events";
import { moveSeats, reclaimLapsedHolds } from "@/lib/booking/inventory";
import type { LockedEvent, TicketTypeRow } from "@/lib/booking/locked-event";
import type { ConvertResult } from "@/lib/booking/results";
import { salesRefusal } from "@/lib/booking/sales";
import { sellsUntil } from "@/lib/events/sales-window";
import { allot } from "./allot";
import { askAboutClosedTypes } from "./closed-types";
import { type Decision, grant } from "./grant";
import { type WaitingEntry, waitingEntries } from "./waiting-entries";

const PAGE_SIZE = 100;
/** Bookings made under one row lock: a large release is served in several runs, so that nobody waits long for the row. */
const GRANTS_PER_RUN = 50;

/**
 * Walks the line in order of joining and gives seats to each entry that fits; one that does not fit keeps its
 * place, and who waits for what is no longer sold is asked. Free bookings are confirmed at once while there is time to
 * cancel them, all others become offers. What nobody in line can use goes on public sale.
 * `actorId`: the member of the team who started it; null where freed seats did.
 */
export async function convertWaitlist(locked: LockedEvent, actorId: number | null): Promise<ConvertResult> {
  const { row: event, now } = locked;
  if (salesRefusal(event, now)) return { ok: false, code: "EVENT_CLOSED" };
  await reclaimLapsedHolds(locked);

  const runId = crypto.randomUUID();
  const types = await locked.ticketTypes();
  const { asked, isMore } = await askAboutClosedTypes(locked, types, sellsUntil(event));
  const counts = { converted: 0, offered: 0, skipped: 0 };
  const seatsLeft = () => event.availableTickets + event.waitlistTickets;
  const isFull = () => counts.converted + counts.offered >= GRANTS_PER_RUN;

  let after: WaitingEntry | undefined;
  while (seatsLeft() > 0 && !isFull()) {
    const page = await nextInLine(locked, after);
    const decisions: (typeof waitlistDecisions.$inferInsert)[] = [];
    for (const entry of page) {
      if (seatsLeft() === 0 || isFull()) break;
      const { outcome, seats, reason } = await decide(locked, entry, types, seatsLeft());
      counts[outcome] += 1;
      decisions.push({ eventId: event.id, entryId: entry.id, runId, outcome, seats, reason, decidedAt: now });
    }
    if (decisions.length > 0) await locked.tx.insert(waitlistDecisions).values(decisions);
    if (page.length < PAGE_SIZE) break;
    after = page.at(-1);
  }

  const more = (isFull() && seatsLeft() > 0) || isMore;
  const releasedToPublic = more ? 0 : event.waitlistTickets;
  if (more) await locked.announce(waitlistSeatsFreed, { eventId: event.id });
  else await moveSeats(locked, { available: releasedToPublic, waitlist: -releasedToPublic });
  if (actorId !== null) await locked.audit("waitlist.run", { actorId, detail: { ...counts, asked, releasedToPublic } });
  return { ok: true, runId, ...counts, asked, releasedToPublic, more };
}

function nextInLine(locked: LockedEvent, after?: { id: number; joinedAt: Date }) {
  return waitingEntries(
    locked,
    and(
      eq(users.isActive, true),
      after &&
        or(
          gt(waitlistEntries.joinedAt, after.joinedAt),
          and(eq(waitlistEntries.joinedAt, after.joinedAt), gt(waitlistEntries.id, after.id)),
        ),
    ),
    PAGE_SIZE,
  );
}

async function decide(
  locked: LockedEvent,
  entry: WaitingEntry,
  types: TicketTypeRow[],
  seatsLeft: number,
): Promise<Decision> {
  if (entry.activeBookingId !== null) {
    return { outcome: "skipped", seats: 0, reason: "Holds a booking for this event already. Keeps the place in line." };
  }
  const allotment = allot(entry, types, seatsLeft, locked.now);
  if (!allotment.type) return { outcome: "skipped", seats: 0, reason: allotment.reason };
  return grant(locked, entry, allotment.type, allotment.seats);
}
