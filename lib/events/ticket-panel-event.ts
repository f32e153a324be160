import { sellsUntil } from "@/lib/inventory/sales";
import type { EventDetail } from "./types";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The fields of an event that its ticket panel needs in the browser. */
export function toTicketPanelEvent(event: EventDetail) {
  return {
    slug: event.slug,
    timeZone: event.timeZone,
    currency: event.currency,
    salesStartAt: iso(event.salesStartAt),
    sellsUntil: sellsUntil(event).toISOString(),
    maxTicketsPerBooking: event.maxTicketsPerBooking,
    holdMinutes: event.holdMinutes,
    waitingRoom: event.waitingRoom,
    paymentMethod: event.paymentMethod,
    ticketTypes: event.ticketTypes.map((type) => ({
      code: type.code,
      name: type.name,
      description: type.description,
      price: type.price,
      salesStartAt: iso(type.salesStartAt),
      salesEndAt: iso(type.salesEndAt),
    })),
  };
}

export type TicketPanelEvent = ReturnType<typeof toTicketPanelEvent>;
export type PanelTicketType = TicketPanelEvent["ticketTypes"][number];
