import { freeSeats, moveSeats, reclaimLapsedHolds } from "./inventory";
import type { LockedEvent } from "./locked-event";
import type { CapacityResult } from "./results";

export type CapacityInput = { eventId: number; capacity: number; actorId: number };

/** Seats that a raised capacity adds go the way of freed seats; it never goes below what is sold and held. */
export async function changeCapacity(locked: LockedEvent, input: CapacityInput): Promise<CapacityResult> {
  const { row: event } = locked;
  const before = event.capacity;
  const added = input.capacity - before;
  if (added > 0) {
    await freeSeats(locked, added, { capacity: added });
  } else if (added < 0) {
    if (event.availableTickets + event.waitlistTickets < -added) await reclaimLapsedHolds(locked);
    const free = event.availableTickets + event.waitlistTickets;
    if (free < -added) return { ok: false, code: "CAPACITY_BELOW_SOLD", soldAndHeld: before - free };
    const fromPublic = Math.min(event.availableTickets, -added);
    await moveSeats(locked, { capacity: added, available: -fromPublic, waitlist: added + fromPublic });
  }
  await locked.audit("event.capacity-changed", {
    actorId: input.actorId,
    detail: { from: before, to: input.capacity },
  });
  const { capacity, availableTickets, waitlistTickets } = event;
  return { ok: true, capacity, availableTickets, waitlistTickets };
}
