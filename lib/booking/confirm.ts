import { bookingConfirmed } from "@/inngest/events";
import { type Batch, isLapsed } from "./batch";
import { recordEndOfLapsed, recordSeats, recordSold } from "./inventory";
import type { LoadedBooking } from "./loaded-booking";
import type { TicketTypeRow } from "./locked-event";
import { recordTickets, summaryOf, type Wanted } from "./new-booking";
import type { ConfirmResult } from "./results";
import { isTypeOnSale, salesRefusal } from "./sales";

export type Holder = { ticketTypeCode: string; name: string; email?: string };

export type ConfirmInput = {
  reference: string;
  userId: number;
  /** One for each ticket of the booking. */
  holders: Holder[];
};

/** A hold that still runs is confirmed whatever else the clock says: sales may have closed and the event have started. */
export function confirm(batch: Batch, bookingId: number, { userId, holders }: ConfirmInput): ConfirmResult {
  const { locked } = batch;
  const { row: event, now, pending } = locked;
  const booking = batch.booking(bookingId);
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "confirmed") return { ok: true, booking: summaryOf(booking), alreadyDone: true };
  if (booking.status === "cancelled") return { ok: false, code: "BOOKING_CANCELLED" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };

  const wanted = wantedOf(booking, locked.types);
  const holdersOf = (type: TicketTypeRow) => holders.filter((holder) => holder.ticketTypeCode === type.code);
  const isNamed = [...wanted].every(([type, quantity]) => holdersOf(type).length === quantity);
  if (!isNamed || holders.length !== booking.numberOfTickets) {
    return { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: booking.numberOfTickets };
  }

  const isLive = booking.status === "pending" && !isLapsed(booking, locked);
  if (!isLive && !revive(batch, booking, wanted)) {
    return { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: event.waitlistEnabled && !salesRefusal(event, now) };
  }

  booking.status = "confirmed";
  booking.confirmedAt = now;
  pending.outcomes.set(booking.id, booking);
  const named = [...wanted.keys()].flatMap((type) =>
    holdersOf(type).map(({ name, email }) => ({ ticketTypeId: type.id, name, email })),
  );
  recordTickets(locked, bookingId, named);
  stopWaiting(batch, booking);
  locked.recordAudit("booking.confirmed", { actorId: userId, bookingId });
  locked.recordAnnouncement(bookingConfirmed, { bookingId });
  return { ok: true, booking: summaryOf(booking), alreadyDone: false };
}

function wantedOf(booking: LoadedBooking, types: TicketTypeRow[]): Wanted {
  const wanted: Wanted = new Map();
  for (const { ticketTypeId, quantity } of booking.items) {
    const type = types.find((candidate) => candidate.id === ticketTypeId);
    if (type) wanted.set(type, quantity);
  }
  return wanted;
}

/** Whoever got in, by an offer, too late for it, or past the line, waits no longer. */
function stopWaiting(batch: Batch, { id, userId, entry, expiredEntryId }: LoadedBooking) {
  const { entries } = batch.locked.pending;
  for (const entryId of [entry?.id, expiredEntryId]) {
    if (entryId) entries.set(entryId, { status: "converted", bookingId: id });
  }
  batch.stopsWaiting(userId);
}

/** Whether its owner, whose hold has ended, has another booking of the event. */
function hasOther(batch: Batch, { userId }: LoadedBooking) {
  return batch
    .bookingsOf(userId)
    .some(({ eventId, status }) => eventId === batch.locked.row.id && (status === "pending" || status === "confirmed"));
}

/** Whether a hold that ran out could take its seats again. The line has precedence over whoever was late. */
function revive(batch: Batch, booking: LoadedBooking, wanted: Wanted): boolean {
  const { locked } = batch;
  const { row: event, now } = locked;
  // Else an early price could be kept for weeks by letting its hold run out.
  if (salesRefusal(event, now) || ![...wanted.keys()].every((type) => isTypeOnSale(type, now))) return false;
  const isRevived = { actorId: booking.userId, bookingId: booking.id };
  if (booking.status === "pending") {
    if (!batch.isAnyoneWaiting(booking.userId)) {
      locked.recordAudit("booking.revived", isRevived);
      return true;
    }
    // Its seats are the line's; the public's may do as well.
    batch.freeSeatsOf(booking);
    if (batch.seatsRefusal(wanted)) {
      recordEndOfLapsed(locked, booking);
      return false;
    }
  } else if (hasOther(batch, booking) || batch.seatsRefusal(wanted)) return false;
  recordSeats(locked, { available: -booking.numberOfTickets });
  recordSold(locked, booking.items, 1);
  locked.recordAudit("booking.revived", isRevived);
  return true;
}
