import { eq } from "drizzle-orm";
import { waitlistEntries } from "@/db/schema";
import { waitlistConverted, waitlistOffered } from "@/inngest/events";
import { recordSeats } from "@/lib/booking/inventory";
import type { LockedEvent, TicketTypeRow } from "@/lib/booking/locked-event";
import { newBookingIds, recordBooking, recordTickets } from "@/lib/booking/new-booking";
import { isTimeToCancel, offerExpiry } from "./offer-time";
import type { WaitingEntry } from "./waiting-entries";

export type Decision = { outcome: "converted" | "offered" | "skipped"; seats: number; reason: string };
type Granted = Decision & { outcome: "converted" | "offered"; booking: { id: number; reference: string } };

/** Gives seats that are free, owed ones first, to one entry. */
export async function grant(
  locked: LockedEvent,
  entry: WaitingEntry,
  type: TicketTypeRow,
  seats: number,
): Promise<Granted> {
  const { tx, row: event, now } = locked;
  const isBooked = type.price === 0 && isTimeToCancel(event, now);
  const [id] = await newBookingIds(tx, 1);
  if (id === undefined) throw new Error("no id for a booking");
  const booking = recordBooking(locked, {
    id,
    userId: entry.userId,
    wanted: new Map([[type, seats]]),
    source: "waitlist",
    idempotencyKey: `waitlist:${entry.id}`,
    expiresAt: isBooked ? null : offerExpiry(event, now),
  });
  const owed = Math.min(event.waitlistTickets, seats);
  recordSeats(locked, { waitlist: -owed, available: owed - seats });
  await locked.save();
  await tx
    .update(waitlistEntries)
    .set({ status: isBooked ? "converted" : "offered", resolvedAt: now, bookingId: booking.id })
    .where(eq(waitlistEntries.id, entry.id));

  const announced = { entryId: entry.id, bookingId: booking.id };
  const what = `${seats} × ${type.name}`;
  const fewer = seats < entry.quantity ? ` Asked for ${entry.quantity} and takes fewer.` : "";
  if (isBooked) {
    recordTickets(
      locked,
      booking.id,
      Array.from({ length: seats }, () => ({ ticketTypeId: type.id, name: entry.userName })),
    );
    locked.recordAudit("waitlist.converted", { actorId: null, bookingId: booking.id });
    await locked.announce(waitlistConverted, announced);
    return { outcome: "converted", seats, booking, reason: `Booked ${what}.${fewer}` };
  }
  locked.recordAudit("waitlist.offered", { actorId: null, bookingId: booking.id });
  await locked.announce(waitlistOffered, announced);
  return { outcome: "offered", seats, booking, reason: `Offered ${what}.${fewer}` };
}
