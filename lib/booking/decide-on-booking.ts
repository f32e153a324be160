import { type Deadline, deadlineIn } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { BatchRequest } from "@/lib/inventory/load";
import type { LockRefusal } from "@/lib/inventory/results";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";

const NOT_FOUND = { ok: false, code: "BOOKING_NOT_FOUND" } as const;

/** Decides about a booking in the next batch of its event. `userId`: its owner; null for any owner. */
export async function decideOnBooking<T>(
  manager: BookingConcurrencyManager,
  { reference, ownerId, deadline = deadlineIn() }: { reference: string; ownerId: number | null; deadline?: Deadline },
  needs: Pick<BatchRequest, "checkedIn" | "payments">,
  decide: (event: EventUnitOfWork, bookingId: number) => T,
): Promise<T | LockRefusal | typeof NOT_FOUND> {
  const found = await manager.findBooking({ reference }, deadline);
  if (found && "ok" in found) return found;
  if (!found || (ownerId !== null && found.userId !== ownerId)) return NOT_FOUND;
  const { id: bookingId, eventId, userId } = found;
  const result = await manager.decide(eventId, { ...needs, bookingId, userId }, (event) => decide(event, bookingId), {
    deadline,
  });
  return result ?? NOT_FOUND;
}
