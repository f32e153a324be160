import { sellsUntil } from "@/lib/inventory/sales";

export type EventState = "cancelled" | "past" | "sales_closed" | "not_yet" | "sold_out" | "few_left" | "on_sale";
export type TicketTypeState = "on_sale" | "not_yet" | "closed" | "sold_out";

type Window = { salesStartAt: Date | null; salesEndAt: Date | null };

export type TicketTypeSales = Window & {
  /** Null: only the event's seats limit it. */
  quota: number | null;
  sold: number;
};

export type EventSales = Window & {
  status: "draft" | "published" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  availableTickets: number;
  ticketTypes: TicketTypeSales[];
};

function salesPhaseOf({ salesStartAt, salesEndAt }: Window, now: Date): "not_yet" | "open" | "closed" {
  if (salesEndAt && now >= salesEndAt) return "closed";
  if (salesStartAt && now < salesStartAt) return "not_yet";
  return "open";
}

const eventSalesPhaseOf = (event: EventSales, now: Date) =>
  salesPhaseOf({ salesStartAt: event.salesStartAt, salesEndAt: sellsUntil(event) }, now);

/** Available tickets of this type, by its quota and the event's seats. */
export function ticketTypeSeatsLeft(type: TicketTypeSales, event: Pick<EventSales, "availableTickets">) {
  const ofQuota = type.quota === null ? event.availableTickets : type.quota - type.sold;
  return Math.max(0, Math.min(ofQuota, event.availableTickets));
}

export function ticketTypeState(type: TicketTypeSales, event: EventSales, now: Date): TicketTypeState {
  const ofEvent = eventSalesPhaseOf(event, now);
  const ofType = salesPhaseOf(type, now);
  if (event.status === "cancelled" || ofEvent === "closed" || ofType === "closed") return "closed";
  if (ofEvent === "not_yet" || ofType === "not_yet") return "not_yet";
  return ticketTypeSeatsLeft(type, event) === 0 ? "sold_out" : "on_sale";
}

/** Seats available to the public, over all ticket types that are on sale. */
export function eventSeatsLeft(event: EventSales, now: Date) {
  const left = event.ticketTypes
    .filter((type) => ticketTypeState(type, event, now) === "on_sale")
    .reduce((sum, type) => sum + ticketTypeSeatsLeft(type, event), 0);
  return Math.min(left, event.availableTickets);
}

/** A tenth of the capacity, at least 3 and at most 20 seats. */
function isFew(left: number, capacity: number) {
  return left <= Math.min(20, Math.max(3, Math.ceil(capacity / 10)));
}

/** The public state of an event. Not for drafts. */
export function eventState(event: EventSales, now: Date): EventState {
  if (event.status === "cancelled") return "cancelled";
  if (now >= event.endsAt) return "past";

  const window = eventSalesPhaseOf(event, now);
  if (window === "not_yet") return "not_yet";
  if (window === "closed") return "sales_closed";

  const states = event.ticketTypes.map((type) => ticketTypeState(type, event, now));
  if (states.includes("on_sale")) return isFew(eventSeatsLeft(event, now), event.capacity) ? "few_left" : "on_sale";
  // Seats are left and a type is not on sale yet.
  if (states.length === 0 || (states.includes("not_yet") && event.availableTickets > 0)) return "not_yet";
  return states.includes("sold_out") || states.includes("not_yet") ? "sold_out" : "sales_closed";
}
