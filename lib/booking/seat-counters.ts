import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { LockRefusal } from "@/lib/inventory/results";
import type { CapacityResult } from "./results";

export type CapacityInput = { eventId: number; capacity: number; actorId: number };

export async function changeCapacity(
  manager: BookingConcurrencyManager,
  input: CapacityInput,
): Promise<CapacityResult> {
  const result = await manager.runExclusive(input.eventId, async (unit) => setCapacity(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

/** Seats that a higher capacity adds are treated as freed seats. Capacity never goes below the seats sold and held. */
export function setCapacity(
  unit: ExclusiveUnitOfWork,
  { capacity, actorId }: Omit<CapacityInput, "eventId">,
): Exclude<CapacityResult, { code: "EVENT_NOT_FOUND" }> {
  const { event } = unit;
  const from = event.capacity;
  if (!unit.setCapacity(capacity)) {
    const soldAndHeld = from - event.availableTickets - event.waitlistTickets;
    return { ok: false, code: "CAPACITY_BELOW_SOLD", soldAndHeld };
  }
  unit.audit("event.capacity-changed", { actorId, detail: { from, to: capacity } });
  return { ok: true, capacity, availableTickets: event.availableTickets, waitlistTickets: event.waitlistTickets };
}

/**
 * Reconciles an event's counters with its bookings. `reconciled: false`: nothing differed, or the event is oversold, which
 * cannot be reconciled.
 */
export async function reconcileCounters(
  manager: BookingConcurrencyManager,
  { eventId }: { eventId: number },
): Promise<{ reconciled: boolean } | LockRefusal> {
  const result = await manager.runExclusive(eventId, async (unit) => {
    const [drift] = await auditEventInventory(unit.tx, eventId);
    const types = await auditTicketTypeInventory(unit.tx, eventId);
    if (!drift && types.length === 0) return { reconciled: false };
    if (!unit.reconcile({ taken: drift?.taken ?? null, types })) return { reconciled: false };
    unit.audit("event.counters-mended", { actorId: null });
    return { reconciled: true };
  });
  return result ?? { reconciled: false };
}
