import { waitlistConverted, waitlistOffered } from "@/inngest/events";
import type { TicketTypeRow } from "@/lib/inventory/load";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";
import { isTimeToCancel, offerExpiry } from "./offer-time";
import type { WaitingEntry } from "./waiting-entries";

export type Decision = { outcome: "converted" | "offered" | "skipped"; seats: number; reason: string };
type Granted = Decision & { outcome: "converted" | "offered"; booking: { id: number; reference: string } };

/** Gives seats that are free, those kept for the waitlist first, to one entry. An id for its booking has been loaded. */
export function grant(
  unit: ExclusiveUnitOfWork,
  entry: WaitingEntry,
  type: Readonly<TicketTypeRow>,
  seats: number,
): Granted {
  const { event, now } = unit;
  const isBooked = type.price === 0 && isTimeToCancel(event, now);
  const booking = unit.book({
    userId: entry.userId,
    wanted: new Map([[type, seats]]),
    source: "waitlist",
    idempotencyKey: `waitlist:${entry.id}`,
    expiresAt: isBooked ? null : offerExpiry(event, now),
    from: "waitlist",
  });
  const announced = { entryId: entry.id, bookingId: booking.id };
  const what = `${seats} × ${type.name}`;
  const fewer = seats < entry.quantity ? ` Asked for ${entry.quantity} and takes fewer.` : "";
  if (isBooked) {
    unit.closeEntry(entry, "converted", booking.id);
    unit.issueTickets(
      booking,
      Array.from({ length: seats }, () => ({ ticketTypeId: type.id, name: entry.userName })),
    );
    unit.audit("waitlist.converted", { actorId: null, bookingId: booking.id });
    unit.announce(waitlistConverted, announced);
    return { outcome: "converted", seats, booking, reason: `Booked ${what}.${fewer}` };
  }
  unit.offerTo(entry, booking);
  unit.audit("waitlist.offered", { actorId: null, bookingId: booking.id });
  unit.announce(waitlistOffered, announced);
  return { outcome: "offered", seats, booking, reason: `Offered ${what}.${fewer}` };
}
