import type { BadgeTone } from "@/components/ui/badge";
import type { PanelTicketType, TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { formatInstant } from "@/lib/time/format";

export const stateBadges: Record<Availability["state"], { text: string; tone: BadgeTone }> = {
  on_sale: { text: "On sale", tone: "positive" },
  few_left: { text: "Few left", tone: "warning" },
  not_yet: { text: "Not on sale yet", tone: "accent" },
  sold_out: { text: "Sold out", tone: "neutral" },
  sales_closed: { text: "Sales closed", tone: "neutral" },
  past: { text: "Past event", tone: "neutral" },
  cancelled: { text: "Cancelled", tone: "danger" },
};

/** When the first of the ticket types that are not on sale yet will be; null where none is to come. */
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

/** When the last of the ticket types goes off sale: at its own end, or when the event sells no more. */
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

/** "120 left", or why there is nothing to choose. */
export function ticketTypeStatus(type: PanelTicketType, availability: Availability) {
  const { state } = availability;
  if (state === "cancelled" || state === "past" || state === "sales_closed") return null;
  const words = {
    on_sale: `${seatsLeftOf(type, availability)} left`,
    not_yet: "Not on sale yet",
    closed: "Sale ended",
    sold_out: "Sold out",
  };
  return words[stateOf(type, availability)];
}

/** The window of a type that has one of its own, in the event's zone. */
export function formatSaleWindow(type: PanelTicketType, timeZone: string) {
  const at = (instant: string) => formatInstant(new Date(instant), timeZone);
  if (type.salesStartAt && type.salesEndAt) return `${at(type.salesStartAt)} to ${at(type.salesEndAt)}`;
  if (type.salesStartAt) return `From ${at(type.salesStartAt)}`;
  if (type.salesEndAt) return `Until ${at(type.salesEndAt)}`;
  return null;
}
