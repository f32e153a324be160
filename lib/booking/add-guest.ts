import { eq } from "drizzle-orm";
import { violates } from "@/db/errors";
import { users } from "@/db/schema";
import { bookingConfirmed } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { toBookingSummary } from "@/lib/inventory/results";
import { quotaLeft } from "@/lib/inventory/sales";
import { userSearchColumns } from "@/lib/search/vector";
import type { AddGuestResult } from "./results";

export type AddGuestInput = {
  eventId: number;
  /** The team member; the caller has checked their permission. */
  actorId: number;
  name: string;
  /** Lower case. */
  email: string;
  ticketTypeCode: string;
  quantity: number;
  /** Otherwise at the ticket type's price. */
  isFree: boolean;
  /** Whether the guest gets the tickets by email. */
  sendsMail: boolean;
  idempotencyKey: string;
};

/**
 * Makes a confirmed booking for a guest. Idempotent by its key. An organizer may ignore the sales window and the limit per
 * booking, but not the capacity, the quota or the seats reserved for the waitlist.
 */
export async function addGuest(manager: BookingConcurrencyManager, input: AddGuestInput): Promise<AddGuestResult> {
  try {
    const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
    return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
  } catch (error) {
    if (violates(error, "bookings_idempotency_key")) return { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
    throw error;
  }
}

async function decide(unit: ExclusiveUnitOfWork, input: AddGuestInput): Promise<AddGuestResult> {
  const { event, now } = unit;
  const { idempotencyKey } = input;
  const known = await findUser(unit, input.email);
  if (known) await unit.load({ userId: known.id, idempotencyKey, waitlist: "leave" });
  const earlier = known ? unit.bookingsFor(known.id) : [];
  const replayed = earlier.find((booking) => booking.idempotencyKey === idempotencyKey);
  if (replayed) {
    return replayed.eventId === event.id
      ? { ok: true, booking: toBookingSummary(replayed), replayed: true }
      : { ok: false, code: "IDEMPOTENCY_KEY_REUSED" };
  }

  if (event.status === "draft") return { ok: false, code: "EVENT_IS_DRAFT" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (now >= event.endsAt) return { ok: false, code: "EVENT_OVER" };
  if (input.quantity < 1) return { ok: false, code: "NO_TICKETS" };
  // A closed account gets no bookings.
  if (known && !known.isActive) return { ok: false, code: "GUEST_REFUSED" };

  const active = known && unit.activeBookingFor(known.id);
  if (active && !unit.isOverdue(active)) {
    return { ok: false, code: "ALREADY_BOOKED", reference: active.reference, status: active.status };
  }
  if (active) unit.expireHolds([active]);

  const type = unit.types.find((candidate) => candidate.code === input.ticketTypeCode);
  if (!type) return { ok: false, code: "TICKET_TYPE_NOT_FOUND" };
  const short = refuseShortage(unit, type, input.quantity);
  if (short) return short;

  const user = known ?? (await createGuestUser(unit, input));
  await unit.allocateBookingIds(1);
  const booking = unit.book({
    userId: user.id,
    wanted: new Map([[input.isFree ? { ...type, price: 0 } : type, input.quantity]]),
    source: "organizer",
    idempotencyKey,
    expiresAt: null,
    from: "public",
  });
  unit.issueTickets(
    booking,
    Array.from({ length: input.quantity }, () => ({ ticketTypeId: type.id, name: input.name, email: input.email })),
  );
  unit.waitlist.stopWaiting(booking);
  unit.audit("booking.guest-added", {
    actorId: input.actorId,
    bookingId: booking.id,
    detail: { tickets: input.quantity, type: type.name },
  });
  if (input.sendsMail) unit.announce(bookingConfirmed, { bookingId: booking.id });
  return { ok: true, booking: toBookingSummary(booking), replayed: false };
}

async function findUser({ tx }: ExclusiveUnitOfWork, email: string) {
  const [user] = await tx.select({ id: users.id, isActive: users.isActive }).from(users).where(eq(users.email, email));
  return user;
}

/** Refuses seats that are not available to the public. If the waitlist's seats would be enough, the refusal says so. */
function refuseShortage(unit: ExclusiveUnitOfWork, type: Readonly<TicketTypeRow>, quantity: number) {
  const refusal = unit.seatsRefusal(new Map([[type, quantity]]));
  if (!refusal) return null;
  const { availableTickets, waitlistTickets } = unit.event;
  if (availableTickets < quantity && availableTickets + waitlistTickets >= quantity && quotaLeft(type) >= quantity) {
    return { ok: false, code: "RESERVED_FOR_WAITLIST", left: availableTickets, reserved: waitlistTickets } as const;
  }
  return refusal;
}

/** An account with an unverified address. Signing up with the address and following the emailed link takes it over. */
async function createGuestUser(unit: ExclusiveUnitOfWork, { name, email }: { name: string; email: string }) {
  await unit.tx
    .insert(users)
    .values({ name, email, ...userSearchColumns({ name, email }) })
    .onConflictDoNothing({ target: users.email });
  const user = await findUser(unit, email);
  if (!user) throw new Error("A user that was just made is gone.");
  return user;
}
