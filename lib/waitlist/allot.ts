import type { TicketTypeRow } from "@/lib/inventory/load";
import { isTypeOnSale, quotaLeft } from "@/lib/inventory/sales";
import { waitlistReasons } from "@/texts/organizer-waitlist";

type Request = { ticketTypeId: number | null; quantity: number; acceptFewer: boolean };
type Allotment = { type: Readonly<TicketTypeRow>; seats: number } | { type: null; reason: string };

/**
 * What one entry gets out of `seatsLeft`: all seats it asked for, in the cheapest ticket type that has them. An entry
 * that accepts fewer gets as many as one type can give. A group is never split over ticket types.
 */
export function allot(
  request: Request,
  types: readonly Readonly<TicketTypeRow>[],
  seatsLeft: number,
  now: Date,
): Allotment {
  const candidates = types.filter((type) => request.ticketTypeId === null || type.id === request.ticketTypeId);
  const onSale = candidates.filter((type) => isTypeOnSale(type, now));
  if (onSale.length === 0) {
    return { type: null, reason: waitlistReasons.notOnSale };
  }
  const options = onSale
    .map((type) => ({ type, seats: Math.min(seatsLeft, quotaLeft(type), request.quantity) }))
    .sort((a, b) => b.seats - a.seats || a.type.price - b.type.price || a.type.position - b.type.position);
  const best = options[0];
  const typeName =
    request.ticketTypeId === null ? waitlistReasons.anyType : (best?.type.name ?? waitlistReasons.anyType);
  if (!best || best.seats === 0) {
    return { type: null, reason: waitlistReasons.nothingAvailable(typeName) };
  }
  if (best.seats < request.quantity && !request.acceptFewer) {
    return { type: null, reason: waitlistReasons.tooFew(request.quantity, best.seats, typeName) };
  }
  return best;
}
