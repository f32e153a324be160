import { isOngoing, sellsUntil } from "@/lib/inventory/sales";
import {
  type EventSales,
  eventSeatsLeft,
  eventState,
  type TicketTypeSales,
  ticketTypeSeatsLeft,
  ticketTypeState,
} from "./state";
import type { Availability } from "./types";
import { firstSalesOpening, lobbyOpensAt, waitingRoomStageAt } from "./waiting-room-stage";

/** The data that availability is computed from. */
export type SalesState = Omit<EventSales, "ticketTypes"> & {
  waitlistEnabled: boolean;
  waitingRoom: boolean;
  ticketTypes: (TicketTypeSales & { code: string })[];
};

/** `isRoomOpen`: whether its waiting room has opened automatically. */
export function availabilityOf(event: SalesState, now: Date, isRoomOpen = false): Availability {
  const ticketTypes = event.ticketTypes.map((type) => {
    const state = ticketTypeState(type, event, now);
    return { code: type.code, state, left: state === "on_sale" ? ticketTypeSeatsLeft(type, event) : 0 };
  });
  const selling = event.status === "published" && ticketTypes.some((type) => type.state !== "closed");
  const state = eventState(event, now);
  const anySoldOut = ticketTypes.some((type) => type.state === "sold_out");
  return {
    state,
    left: event.status === "published" ? eventSeatsLeft(event, now) : 0,
    isOn: event.status === "published" && isOngoing(event, now),
    waitlistOpen: event.waitlistEnabled && selling && anySoldOut,
    ticketTypes,
    room: waitingRoomStageAt(
      { hasRoom: event.waitingRoom || isRoomOpen, state, opensAt: firstSalesOpening(event) },
      now,
    ),
    at: now.toISOString(),
  };
}

/** When availability next changes by time alone, in milliseconds: when sales or a lobby open, or the event starts. */
export function nextChangeAtMs(event: SalesState, now: Date): number {
  const moments = [event.startsAt, sellsUntil(event), event.endsAt, lobbyOpensAt(firstSalesOpening(event))];
  for (const window of [event, ...event.ticketTypes]) moments.push(window.salesStartAt, window.salesEndAt);
  const ahead = moments.map((moment) => moment?.getTime() ?? 0).filter((moment) => moment > now.getTime());
  return Math.min(Number.POSITIVE_INFINITY, ...ahead);
}
