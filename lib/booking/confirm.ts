import { and, eq, inArray, ne } from "drizzle-orm";
import { bookingItems, bookings, tickets, ticketTypes, waitlistEntries } from "@/db/schema";
import { bookingConfirmed } from "@/inngest/events";
import { newTicketCode } from "./codes";
import { anyoneWaiting, lapse, moveSeats, moveSold } from "./inventory";
import type { LockedEvent } from "./locked-event";
import { type BookingRow, seatsRefusal, summaryOf, type Wanted } from "./reserve";
import type { ConfirmResult } from "./results";
import { isTypeOnSale, salesRefusal } from "./sales";

export type Holder = { ticketTypeCode: string; name: string; email?: string };

export type ConfirmInput = {
  reference: string;
  userId: number;
  /** One for each ticket of the booking. */
  holders: Holder[];
};

type ItemRow = { typeId: number; code: string; quantity: number; salesStartAt: Date | null; salesEndAt: Date | null };

export async function confirm(locked: LockedEvent, bookingId: number, input: ConfirmInput): Promise<ConfirmResult> {
  const { tx, row: event, now } = locked;
  const [booking] = await tx.select().from(bookings).where(eq(bookings.id, bookingId));
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "confirmed") return { ok: true, booking: summaryOf(booking), alreadyDone: true };
  if (booking.status === "cancelled") return { ok: false, code: "BOOKING_CANCELLED" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (now >= event.startsAt) return { ok: false, code: "EVENT_STARTED" };

  const items: ItemRow[] = await tx
    .select({
      typeId: ticketTypes.id,
      code: ticketTypes.code,
      quantity: bookingItems.quantity,
      salesStartAt: ticketTypes.salesStartAt,
      salesEndAt: ticketTypes.salesEndAt,
    })
    .from(bookingItems)
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(eq(bookingItems.bookingId, bookingId));
  const named = items.every(
    (item) => input.holders.filter((holder) => holder.ticketTypeCode === item.code).length === item.quantity,
  );
  if (!named || input.holders.length !== booking.numberOfTickets) {
    return { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: booking.numberOfTickets };
  }

  const isLive = booking.status === "pending" && booking.expiresAt !== null && now < booking.expiresAt;
  if (!isLive && !(await revive(locked, booking, items))) {
    return { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: event.waitlistEnabled };
  }

  const [confirmed] = await tx
    .update(bookings)
    .set({ status: "confirmed", confirmedAt: now })
    .where(eq(bookings.id, bookingId))
    .returning();
  if (!confirmed) throw new Error(`booking ${bookingId} vanished under the row lock`);
  await issueTickets(
    locked,
    bookingId,
    items.flatMap((item) =>
      input.holders
        .filter((holder) => holder.ticketTypeCode === item.code)
        .map(({ name, email }) => ({ ticketTypeId: item.typeId, name, email })),
    ),
  );
  await stopWaiting(locked, confirmed);
  await locked.audit("booking.confirmed", { actorId: input.userId, bookingId });
  await locked.announce(bookingConfirmed, { bookingId });
  return { ok: true, booking: summaryOf(confirmed), alreadyDone: false };
}

/** Whoever got in, by an offer or past the line, waits no longer. */
export async function stopWaiting(locked: LockedEvent, booking: { id: number; userId: number }) {
  await locked.tx
    .update(waitlistEntries)
    .set({ status: "converted", resolvedAt: locked.now, bookingId: booking.id })
    .where(
      and(
        eq(waitlistEntries.eventId, locked.row.id),
        eq(waitlistEntries.userId, booking.userId),
        inArray(waitlistEntries.status, ["waiting", "offered"]),
      ),
    );
}

export async function issueTickets(
  locked: LockedEvent,
  bookingId: number,
  holders: { ticketTypeId: number; name: string; email?: string }[],
) {
  await locked.tx.insert(tickets).values(
    holders.map((holder) => ({
      bookingId,
      eventId: locked.row.id,
      ticketTypeId: holder.ticketTypeId,
      code: newTicketCode(),
      holderName: holder.name,
      holderEmail: holder.email ?? null,
    })),
  );
}

/** Whether a hold that ran out could take its seats again. The line has precedence over whoever was late. */
async function revive(locked: LockedEvent, booking: BookingRow, items: ItemRow[]): Promise<boolean> {
  const { tx, row: event, now } = locked;
  // Else an early price could be kept for weeks by letting its hold run out.
  if (salesRefusal(event, now) || !items.every((item) => isTypeOnSale(item, now))) return false;
  if (booking.status === "pending") {
    if (!(await anyoneWaiting(locked, booking.userId))) {
      await locked.audit("booking.revived", { actorId: booking.userId, bookingId: booking.id });
      return true;
    }
    await lapse(locked, [booking]);
  }

  const [other] = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.eventId, event.id),
        eq(bookings.userId, booking.userId),
        inArray(bookings.status, ["pending", "confirmed"]),
        ne(bookings.id, booking.id),
      ),
    );
  if (other) return false;

  const types = await locked.ticketTypes();
  const wanted: Wanted = new Map();
  for (const item of items) {
    const type = types.find((candidate) => candidate.id === item.typeId);
    if (type) wanted.set(type, item.quantity);
  }
  if (await seatsRefusal(locked, wanted, booking.numberOfTickets)) return false;
  await moveSeats(locked, { available: -booking.numberOfTickets });
  await moveSold(
    locked,
    items.map((item) => ({ ticketTypeId: item.typeId, quantity: item.quantity })),
    1,
  );
  await locked.audit("booking.revived", { actorId: booking.userId, bookingId: booking.id });
  return true;
}
