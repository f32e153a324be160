import type { BadgeTone } from "@/components/ui/badge";
import type { PanelTicketType, TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { eventStates, ticketTypeStates } from "@/texts/events";

export const stateBadges: Record<Availability["state"], { text: string; tone: BadgeTone }> = {
  on_sale: { text: eventStates.on_sale, tone: "positive" },
  few_left: { text: eventStates.few_left, tone: "warning" },
  not_yet: { text: eventStates.not_yet, tone: "accent" },
  sold_out: { text: eventStates.sold_out, tone: "neutral" },
  sales_closed: { text: eventStates.sales_closed, tone: "neutral" },
  past: { text: eventStates.past, tone: "neutral" },
  cancelled: { text: eventStates.cancelled, tone: "danger" },
};

/** When the first ticket type that is not on sale yet goes on sale; null without one. */
export function firstOpeningOf(event: TicketPanelEvent, availability: Availability): string | null {
  const openings = event.ticketTypes
    .filter((type) => stateOf(type, availability) === "not_yet")
    .map((type) =>
      [event.salesStartAt, type.salesStartAt]
        .filter((at) => at !== null)
        .sort()
        .at(-1),
    )
    .filter((at) => at !== undefined);
  return openings.sort()[0] ?? null;
}

/** When the last ticket type goes off sale: at its own end of sales or the event's, whichever is earlier. */
export function lastClosingOf(event: TicketPanelEvent): string {
  const ofEvent = event.sellsUntil;
  const ends = event.ticketTypes.map(({ salesEndAt }) => (salesEndAt && salesEndAt < ofEvent ? salesEndAt : ofEvent));
  return ends.sort().at(-1) ?? ofEvent;
}

export function stateOf(type: PanelTicketType, availability: Availability) {
  return availability.ticketTypes.find(({ code }) => code === type.code)?.state ?? "closed";
}

export function seatsLeftOf(type: PanelTicketType, availability: Availability) {
  return availability.ticketTypes.find(({ code }) => code === type.code)?.left ?? 0;
}

/** "120 left", or why none can be chosen. */
export function ticketTypeStatus(type: PanelTicketType, availability: Availability) {
  const { state } = availability;
  if (state === "cancelled" || state === "past" || state === "sales_closed") return null;
  const typeState = stateOf(type, availability);
  if (typeState === "on_sale") return ticketTypeStates.on_sale(seatsLeftOf(type, availability));
  return ticketTypeStates[typeState];
}
