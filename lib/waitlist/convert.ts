import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { bookings, users, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { waitlistConverted, waitlistOffered, waitlistSeatsFreed } from "@/inngest/events";
import { issueTickets } from "@/lib/booking/confirm";
import { moveSeats, reclaimLapsedHolds } from "@/lib/booking/inventory";
import type { LockedEvent, TicketTypeRow } from "@/lib/booking/locked-event";
import { insertBooking } from "@/lib/booking/reserve";
import type { ConvertResult } from "@/lib/booking/results";
import { salesRefusal } from "@/lib/booking/sales";
import { allot } from "./allot";

const OFFER_HOURS = 12;
const PAGE_SIZE = 100;
/** Bookings made under one row lock: a large release is served in several runs, so that nobody waits long for the row. */
const GRANTS_PER_RUN = 50;

type Entry = Awaited<ReturnType<typeof nextInLine>>[number];

/**
 * Walks the line in order of joining and gives seats to each entry that fits; one that does not fit keeps its
 * place. Free bookings are confirmed at once, others become offers. What nobody in line can use goes on public sale.
 */
export async function convertWaitlist(locked: LockedEvent): Promise<ConvertResult> {
  const { row: event, now } = locked;
  if (salesRefusal(event, now)) return { ok: false, code: "EVENT_CLOSED" };
  await reclaimLapsedHolds(locked);

  const runId = crypto.randomUUID();
  const types = await locked.ticketTypes();
  const counts = { converted: 0, offered: 0, skipped: 0 };
  const seatsLeft = () => event.availableTickets + event.waitlistTickets;
  const isFull = () => counts.converted + counts.offered >= GRANTS_PER_RUN;

  let after: Entry | undefined;
  while (seatsLeft() > 0 && !isFull()) {
    const page = await nextInLine(locked, after);
    const decisions: (typeof waitlistDecisions.$inferInsert)[] = [];
    for (const entry of page) {
      if (seatsLeft() === 0 || isFull()) break;
      const decision = await decide(locked, entry, types, seatsLeft());
      counts[decision.outcome] += 1;
      decisions.push({ eventId: event.id, entryId: entry.id, runId, decidedAt: now, ...decision });
    }
    if (decisions.length > 0) await locked.tx.insert(waitlistDecisions).values(decisions);
    if (page.length < PAGE_SIZE) break;
    after = page.at(-1);
  }

  const more = isFull() && seatsLeft() > 0;
  const releasedToPublic = more ? 0 : event.waitlistTickets;
  if (more) await locked.announce(waitlistSeatsFreed, { eventId: event.id });
  else await moveSeats(locked, { available: releasedToPublic, waitlist: -releasedToPublic });
  return { ok: true, runId, ...counts, releasedToPublic, more };
}

function nextInLine(locked: LockedEvent, after?: { id: number; joinedAt: Date }) {
  return locked.tx
    .select({
      id: waitlistEntries.id,
      userId: waitlistEntries.userId,
      userName: users.name,
      ticketTypeId: waitlistEntries.ticketTypeId,
      quantity: waitlistEntries.quantity,
      acceptFewer: waitlistEntries.acceptFewer,
      joinedAt: waitlistEntries.joinedAt,
      activeBookingId: bookings.id,
    })
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .leftJoin(
      bookings,
      and(
        eq(bookings.eventId, waitlistEntries.eventId),
        eq(bookings.userId, waitlistEntries.userId),
        inArray(bookings.status, ["pending", "confirmed"]),
      ),
    )
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.status, "waiting"),
        eq(users.isActive, true),
        after &&
          or(
            gt(waitlistEntries.joinedAt, after.joinedAt),
            and(eq(waitlistEntries.joinedAt, after.joinedAt), gt(waitlistEntries.id, after.id)),
          ),
      ),
    )
    .orderBy(asc(waitlistEntries.joinedAt), asc(waitlistEntries.id))
    .limit(PAGE_SIZE);
}

type Decision = { outcome: "converted" | "offered" | "skipped"; seats: number; reason: string };

async function decide(locked: LockedEvent, entry: Entry, types: TicketTypeRow[], seatsLeft: number): Promise<Decision> {
  if (entry.activeBookingId !== null) {
    return { outcome: "skipped", seats: 0, reason: "Holds a booking for this event already. Keeps the place in line." };
  }
  const allotment = allot(entry, types, seatsLeft, locked.now);
  if (!allotment.type) return { outcome: "skipped", seats: 0, reason: allotment.reason };
  return grant(locked, entry, allotment.type, allotment.seats);
}

async function grant(locked: LockedEvent, entry: Entry, type: TicketTypeRow, seats: number): Promise<Decision> {
  const { tx, row: event, now } = locked;
  const isFree = type.price === 0;
  const booking = await insertBooking(locked, {
    userId: entry.userId,
    wanted: new Map([[type, seats]]),
    source: "waitlist",
    idempotencyKey: `waitlist:${entry.id}`,
    expiresAt: isFree ? null : offerExpiry(event, now),
  });
  type.sold += seats;
  const owed = Math.min(event.waitlistTickets, seats);
  await moveSeats(locked, { waitlist: -owed, available: owed - seats });
  await tx
    .update(waitlistEntries)
    .set({ status: isFree ? "converted" : "offered", resolvedAt: now, bookingId: booking.id })
    .where(eq(waitlistEntries.id, entry.id));

  const announced = { entryId: entry.id, bookingId: booking.id };
  const what = `${seats} × ${type.name}`;
  const fewer = seats < entry.quantity ? ` Asked for ${entry.quantity} and takes fewer.` : "";
  if (isFree) {
    await issueTickets(
      locked,
      booking.id,
      Array.from({ length: seats }, () => ({ ticketTypeId: type.id, name: entry.userName })),
    );
    await locked.audit("waitlist.converted", { actorId: null, bookingId: booking.id });
    await locked.announce(waitlistConverted, announced);
    return { outcome: "converted", seats, reason: `Booked ${what}.${fewer}` };
  }
  await locked.audit("waitlist.offered", { actorId: null, bookingId: booking.id });
  await locked.announce(waitlistOffered, announced);
  return { outcome: "offered", seats, reason: `Offered ${what}.${fewer}` };
}

/** Twelve hours, but never past the end of sales or the start. */
function offerExpiry(event: LockedEvent["row"], now: Date) {
  const latest = [now.getTime() + OFFER_HOURS * 3_600_000, event.startsAt.getTime()];
  if (event.salesEndAt) latest.push(event.salesEndAt.getTime());
  return new Date(Math.min(...latest));
}
