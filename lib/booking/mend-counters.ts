import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { recountEvents, recountTicketTypes } from "@/lib/inventory/recount";
import type { LockRefusal } from "@/lib/inventory/results";

/**
 * Sets drifted counters of an event to what its bookings say. `mended: false`: nothing differed, or it is oversold, which
 * counting cannot mend.
 */
export async function mendCounters(
  manager: BookingConcurrencyManager,
  { eventId }: { eventId: number },
): Promise<{ mended: boolean } | LockRefusal> {
  const result = await manager.exclusive(eventId, async (unit) => {
    const [drift] = await recountEvents(unit.tx, eventId);
    const types = await recountTicketTypes(unit.tx, eventId);
    if (!drift && types.length === 0) return { mended: false };
    if (!unit.reconcile({ taken: drift?.taken ?? null, types })) return { mended: false };
    unit.audit("event.counters-mended", { actorId: null });
    return { mended: true };
  });
  return result ?? { mended: false };
}
