import { eq } from "drizzle-orm";
import { ticketTypes } from "@/db/schema";
import { moveSeats } from "./inventory";
import type { LockedEvent } from "./locked-event";
import { recountEvents, recountTicketTypes } from "./recount";

/** Sets the counters of an event to what its bookings say. An oversold event cannot be mended by counting. */
export async function mendCounters(locked: LockedEvent): Promise<{ mended: boolean }> {
  const { tx, row: event } = locked;
  const [drift] = await recountEvents(tx, event.id);
  const types = await recountTicketTypes(tx, event.id);
  if (!drift && types.length === 0) return { mended: false };

  if (drift) {
    const free = event.capacity - drift.taken;
    if (free < 0) return { mended: false };
    const waitlist = Math.min(event.waitlistTickets, free);
    await moveSeats(locked, {
      waitlist: waitlist - event.waitlistTickets,
      available: free - waitlist - event.availableTickets,
    });
  }
  for (const type of types) {
    await tx.update(ticketTypes).set({ sold: type.taken }).where(eq(ticketTypes.id, type.id));
  }
  await locked.audit("event.counters-mended", { actorId: null });
  return { mended: true };
}
