import { reclaimLapsedHolds } from "./inventory";
import type { LockedEvent } from "./locked-event";
import type { Wanted } from "./new-booking";
import type { SeatsRefusal } from "./results";
import { quotaLeft } from "./sales";

/** Null where the public can take these seats now; else what is missing. */
export function seatsRefusal(locked: LockedEvent, wanted: Wanted): SeatsRefusal | null {
  const { availableTickets, waitlistEnabled } = locked.row;
  if (availableTickets === 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: null, waitlistEnabled };
  let seats = 0;
  for (const [type, quantity] of wanted) {
    const left = Math.min(quotaLeft(type), availableTickets);
    if (left <= 0) return { ok: false, code: "SOLD_OUT", ticketTypeCode: type.code, waitlistEnabled };
    if (left < quantity) {
      return { ok: false, code: "NOT_ENOUGH_LEFT", left, ticketTypeCode: type.code, waitlistEnabled };
    }
    seats += quantity;
  }
  if (availableTickets < seats) {
    return { ok: false, code: "NOT_ENOUGH_LEFT", left: availableTickets, ticketTypeCode: null, waitlistEnabled };
  }
  return null;
}

/** The same after lapsed holds were reclaimed, if that has to be. */
export async function seatsRefusalNow(locked: LockedEvent, wanted: Wanted): Promise<SeatsRefusal | null> {
  const refusal = seatsRefusal(locked, wanted);
  if (refusal && (await reclaimLapsedHolds(locked)) > 0) return seatsRefusal(locked, wanted);
  return refusal;
}
