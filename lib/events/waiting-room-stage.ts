import type { EventState } from "./state";

/** How long before the opening people gather. */
export const LOBBY_MINUTES = 60;

type Window = { salesStartAt: Date | null };

/** `lobby`: people gather for the draw. `open`: tickets are sold to whoever is let in. */
export type WaitingRoomStage = "lobby" | "open";

/** When the first ticket type goes on sale; null where one is from publication on. */
export function firstSalesOpening(event: Window & { ticketTypes: Window[] }): Date | null {
  const openings = event.ticketTypes.map((type) =>
    Math.max(event.salesStartAt?.getTime() ?? 0, type.salesStartAt?.getTime() ?? 0),
  );
  const first = Math.min(...openings);
  return Number.isFinite(first) && first > 0 ? new Date(first) : null;
}

/** When the lobby opens; null where sales need no opening. */
export function lobbyOpensAt(opensAt: Date | null): Date | null {
  return opensAt && new Date(opensAt.getTime() - LOBBY_MINUTES * 60_000);
}

/** What an event's room is for now; null where there is no way in or none is needed. */
export function waitingRoomStageAt(
  event: { hasRoom: boolean; state: EventState; opensAt: Date | null },
  now: Date,
): WaitingRoomStage | null {
  if (!event.hasRoom) return null;
  if (event.state === "on_sale" || event.state === "few_left" || event.state === "sold_out") return "open";
  const lobbyAt = lobbyOpensAt(event.opensAt);
  if (event.state !== "not_yet" || !lobbyAt || !event.opensAt || now < lobbyAt) return null;
  // Between two openings, those who wait stay where they are.
  return now < event.opensAt ? "lobby" : "open";
}
