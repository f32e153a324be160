import { sellsUntil } from "@/lib/events/sales-window";
import type { EventRow, TicketTypeRow } from "./locked-event";
import type { EventRefusal } from "./results";

/** Null where the event sells at `now`, else why it does not. A draft does not exist for the public. */
export function salesRefusal(event: EventRow, now: Date): EventRefusal | null {
  if (event.status === "draft") return { ok: false, code: "EVENT_NOT_FOUND" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (now >= event.endsAt) return { ok: false, code: "EVENT_ENDED" };
  const closedAt = sellsUntil(event);
  if (now >= closedAt) {
    return event.salesEndAt ? { ok: false, code: "SALES_CLOSED", closedAt } : { ok: false, code: "EVENT_STARTED" };
  }
  if (event.salesStartAt && now < event.salesStartAt) {
    return { ok: false, code: "SALES_NOT_STARTED", startsAt: event.salesStartAt };
  }
  return null;
}

export function isTypeOnSale(type: Pick<TicketTypeRow, "salesStartAt" | "salesEndAt">, now: Date) {
  return (!type.salesStartAt || now >= type.salesStartAt) && (!type.salesEndAt || now < type.salesEndAt);
}

/** Seats of this type that its quota still allows; infinite where only the event's capacity limits it. */
export function quotaLeft(type: TicketTypeRow) {
  return type.quota === null ? Number.POSITIVE_INFINITY : type.quota - type.sold;
}
