import { and, eq, inArray } from "drizzle-orm";
import { bookings, users, waitlistEntries } from "@/db/schema";
import { bookingConfirmed } from "@/inngest/events";
import { userSearch } from "@/lib/search/vector";
import { lapse, recordSeats } from "./inventory";
import type { LockedEvent, TicketTypeRow } from "./locked-event";
import { newBookingIds, recordBooking, recordTickets, summaryOf } from "./new-booking";
import type { AddGuestResult } from "./results";
import { quotaLeft } from "./sales";
import { seatsRefusalNow } from "./seats-refusal";

export type AddGuestInput = {
  eventId: number;
  /** The member of the team, whose right to do so the caller has checked. */
  actorId: number;
  name: string;
  /** Lower case. */
  email: string;
  ticketTypeCode: string;
  quantity: number;
  /** Else at the ticket type's price. */
  isFree: boolean;
  /** Whether the guest is mailed the tickets. */
  sendsMail: boolean;
  idempotencyKey: string;
};

/**
 * Books for somebody, confirmed at once. Neither the sales window nor the most tickets per booking bind an organizer,
 * but capacity and quota do, and what is owed to the waitlist stays the waitlist's.
 */
export async function addGuest(locked: LockedEvent, input: AddGuestInput): Promise<AddGuestResult> {
  const { row: event, now } = locked;
  const known = await findUser(locked, input.email);
  const earlier = known ? await bookingsOf(locked, known.id, input.idempotencyKey) : [];
  const replayed = earlier.find((booking) => booking.idempotencyKey === input.idempotencyKey);
  if (replayed) {
    return replayed.eventId === event.id
      ? { ok: true, booking: summaryOf(replayed), replayed: true }
      : { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
  }

  if (event.status === "draft") return { ok: false, code: "EVENT_IS_DRAFT" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (now >= event.endsAt) return { ok: false, code: "EVENT_OVER" };
  if (input.quantity < 1) return { ok: false, code: "NO_TICKETS" };
  // A closed account is given no seats, by its owner or by anybody else.
  if (known && !known.isActive) return { ok: false, code: "GUEST_REFUSED" };

  const active = earlier.find((booking) => booking.status === "pending" || booking.status === "confirmed");
  if (active) {
    const hasLapsed = active.status === "pending" && active.expiresAt !== null && active.expiresAt <= now;
    if (!hasLapsed) {
      const status = active.status === "confirmed" ? "confirmed" : "pending";
      return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status };
    }
    await lapse(locked, active.id);
  }

  const type = (await locked.ticketTypes()).find((candidate) => candidate.code === input.ticketTypeCode);
  if (!type) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const short = await shortOf(locked, type, input.quantity);
  if (short) return short;

  const user = known ?? (await makeUser(locked, input));
  const [id] = await newBookingIds(locked.tx, 1);
  if (id === undefined) throw new Error("no id for a booking");
  const booking = recordBooking(locked, {
    id,
    userId: user.id,
    wanted: new Map([[input.isFree ? { ...type, price: 0 } : type, input.quantity]]),
    source: "organizer",
    idempotencyKey: input.idempotencyKey,
    expiresAt: null,
  });
  recordSeats(locked, { available: -input.quantity });
  recordTickets(
    locked,
    booking.id,
    Array.from({ length: input.quantity }, () => ({ ticketTypeId: type.id, name: input.name, email: input.email })),
  );
  // Written before the place in line names it.
  await locked.save();
  await stopWaiting(locked, booking);
  await locked.audit("booking.guest-added", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: input.quantity, type: type.name },
  });
  if (input.sendsMail) await locked.announce(bookingConfirmed, { bookingId: booking.id });
  return { ok: true, booking: summaryOf(booking), replayed: false };
}

/** Whoever got in past the line waits no longer. */
async function stopWaiting(locked: LockedEvent, booking: { id: number; userId: number }) {
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

async function findUser(locked: LockedEvent, email: string) {
  const [user] = await locked.tx
    .select({ id: users.id, isActive: users.isActive })
    .from(users)
    .where(eq(users.email, email));
  return user;
}

async function bookingsOf(locked: LockedEvent, userId: number, idempotencyKey: string) {
  const { tx, row } = locked;
  const withKey = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.userId, userId), eq(bookings.idempotencyKey, idempotencyKey)));
  const active = await tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.eventId, row.id),
        eq(bookings.userId, userId),
        inArray(bookings.status, ["pending", "confirmed"]),
      ),
    );
  return [...withKey, ...active];
}

/** What the public could not take either; and where only the waitlist's seats would do, that they are owed to it. */
async function shortOf(locked: LockedEvent, type: TicketTypeRow, quantity: number) {
  const refusal = await seatsRefusalNow(locked, new Map([[type, quantity]]));
  if (!refusal) return null;
  const { availableTickets, waitlistTickets } = locked.row;
  const [fresh = type] = (await locked.ticketTypes()).filter(({ id }) => id === type.id);
  if (availableTickets < quantity && availableTickets + waitlistTickets >= quantity && quotaLeft(fresh) >= quantity) {
    return { ok: false, code: "OWED_TO_WAITLIST", left: availableTickets, owed: waitlistTickets } as const;
  }
  return refusal;
}

/** Nobody has proved the address: whoever signs up with it later and follows the mailed link makes the account theirs. */
async function makeUser(locked: LockedEvent, { name, email }: { name: string; email: string }) {
  await locked.tx
    .insert(users)
    .values({ name, email, ...userSearch({ name, email }) })
    .onConflictDoNothing({ target: users.email });
  const user = await findUser(locked, email);
  if (!user) throw new Error("A user that was just made is gone.");
  return user;
}
