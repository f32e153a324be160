import type { EventState } from "./state";

/** How long before sales open the lobby opens. */
export const LOBBY_MINUTES = 60;

type Window = { salesStartAt: Date | null };

/** `lobby`: visitors wait for the draw. `open`: admitted visitors can buy tickets. */
export type WaitingRoomStage = "lobby" | "open";

/** When the first ticket type goes on sale; null if one is on sale from publication. */
export function firstSalesOpening(event: Window & { ticketTypes: Window[] }): Date | null {
  const openings = event.ticketTypes.map((type) =>
    Math.max(event.salesStartAt?.getTime() ?? 0, type.salesStartAt?.getTime() ?? 0),
  );
  const first = Math.min(...openings);
  return Number.isFinite(first) && first > 0 ? new Date(first) : null;
}

/** When the lobby opens; null if sales have no opening time. */
export function lobbyOpensAt(opensAt: Date | null): Date | null {
  return opensAt && new Date(opensAt.getTime() - LOBBY_MINUTES * 60_000);
}

/** The current stage of an event's waiting room; null if it is closed or not needed. */
export function waitingRoomStageAt(
  event: { hasRoom: boolean; state: EventState; opensAt: Date | null },
  now: Date,
): WaitingRoomStage | null {
  if (!event.hasRoom) return null;
  if (event.state === "on_sale" || event.state === "few_left" || event.state === "sold_out") return "open";
  const lobbyAt = lobbyOpensAt(event.opensAt);
  if (event.state !== "not_yet" || !lobbyAt || !event.opensAt || now < lobbyAt) return null;
  // Between two openings, visitors keep their positions.
  return now < event.opensAt ? "lobby" : "open";
}
