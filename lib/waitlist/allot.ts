import type { TicketTypeRow } from "@/lib/inventory/load";
import { isTypeOnSale, quotaLeft } from "@/lib/inventory/sales";

type Request = { ticketTypeId: number | null; quantity: number; acceptFewer: boolean };
type Allotment = { type: Readonly<TicketTypeRow>; seats: number } | { type: null; reason: string };

/**
 * What one entry gets out of `seatsLeft`: all it asked for, in the cheapest ticket type that has it. Where fewer
 * is fine, as many as one type can give. A group is never split over ticket types.
 */
export function allot(
  request: Request,
  types: readonly Readonly<TicketTypeRow>[],
  seatsLeft: number,
  now: Date,
): Allotment {
  const wanted = types.filter((type) => request.ticketTypeId === null || type.id === request.ticketTypeId);
  const onSale = wanted.filter((type) => isTypeOnSale(type, now));
  if (onSale.length === 0) {
    return {
      type: null,
      reason:
        "The ticket type asked for is not on sale now. Keeps the place in line; who waits for what is no longer sold is asked by email.",
    };
  }
  const options = onSale
    .map((type) => ({ type, seats: Math.min(seatsLeft, quotaLeft(type), request.quantity) }))
    .sort((a, b) => b.seats - a.seats || a.type.price - b.type.price || a.type.position - b.type.position);
  const best = options[0];
  const names = request.ticketTypeId === null ? "any ticket type" : (best?.type.name ?? "this ticket type");
  if (!best || best.seats === 0) {
    return { type: null, reason: `Nothing was free of ${names}. Keeps the place in line.` };
  }
  if (best.seats < request.quantity && !request.acceptFewer) {
    return {
      type: null,
      reason: `Asked for ${request.quantity} together, ${best.seats} could be had of ${names}. Keeps the place in line.`,
    };
  }
  return best;
}
