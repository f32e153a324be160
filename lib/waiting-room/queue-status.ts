import type { OpenRoom, Room } from "./rooms";
import type { QueuePosition } from "./store";

/** The estimated wait in whole minutes; both ends are estimates. */
export type WaitEstimate = { from: number; to: number };

/** The response of GET /api/events/[slug]/queue: a visitor's status. Instants in ISO. */
export type QueueStatus = {
  /** Server time. */
  at: string;
  /** When to poll again. */
  pollSeconds: number;
} /** `unsure`: the position is kept, but could not be read. */ & (
  | { state: "none" | "lost" | "unsure" | "used" | "over" }
  /** Sales have not opened, or are over. */
  | { state: "closed"; isOver: boolean; opensAt: string | null }
  | { state: "early"; opensAt: string; lobbyAt: string }
  /** There is a room, and the visitor is not in it. `opensAt`: null once it is open. */
  | { state: "outside"; opensAt: string | null }
  | { state: "lobby"; opensAt: string; gathered: number }
  | {
      state: "waiting";
      ahead: number;
      /** How many visitors before this one have been called. */
      served: number;
      number: number;
      /** Null while no one is admitted. */
      wait: WaitEstimate | null;
      stalled: "paused" | "sold_out" | null;
      /** Tickets left for all waiting visitors. */
      left: number;
    }
  | { state: "admitted"; until: string }
);

const MINUTE_MS = 60_000;

/** The wait until `ahead` people have been called, by the measured rate, or the set rate until there is one. */
export function estimateWait(
  ahead: number,
  { snapshot, perMinute }: { snapshot: Pick<OpenRoom["snapshot"], "pace">; perMinute: number },
): WaitEstimate {
  const pace = snapshot.pace > 0 ? snapshot.pace * MINUTE_MS : perMinute;
  const minutes = ahead / pace;
  return { from: Math.floor(minutes * 0.8), to: Math.max(1, Math.ceil(minutes * 1.25)) };
}

/** Visitors at the front poll often, to learn of their turn soon; those far behind poll rarely. */
export function pollSecondsFor(ahead: number, wait: WaitEstimate | null): number {
  if (wait === null) return 15;
  if (ahead === 0) return 2;
  if (wait.to <= 3) return 5;
  return wait.to <= 12 ? 10 : 30;
}

/** How many visitors poll in one second after the opening. */
const POLLS_PER_SECOND = 20_000;

/**
 * Spreads the polls after the opening over a few seconds, or more for very many visitors. A later poll is no
 * disadvantage: the order is random, and a called visitor has two minutes to poll.
 */
export function pollSecondsUntilOpening(
  { opensAt, gathered }: { opensAt: number; gathered: number },
  now: number,
  random: () => number,
): number {
  const seconds = Math.max(0, (opensAt - now) / 1_000);
  if (seconds > 600) return 60;
  if (seconds > 45) return 30;
  const spread = Math.min(45, Math.max(4, gathered / POLLS_PER_SECOND));
  return Math.ceil(seconds) + 1 + Math.floor(random() * spread);
}

function toWaitingStatus(room: OpenRoom, number: number) {
  const { snapshot, availability, isPaused } = room;
  const ahead = Math.max(0, number - snapshot.cursor - 1);
  const isSoldOut = availability.left === 0;
  const stalled = isPaused ? ("paused" as const) : isSoldOut ? ("sold_out" as const) : null;
  const wait = stalled ? null : estimateWait(ahead, room);
  const served = Math.min(snapshot.cursor, number - 1);
  const status = { state: "waiting" as const, ahead, served, number, wait, stalled, left: availability.left };
  return { ...status, pollSeconds: pollSecondsFor(ahead, wait) };
}

/** `standing`: null for a visitor without a position in this room, or without a cookie. */
export function toQueueStatus(
  room: Room,
  standing: QueuePosition | null,
  now: number,
  random = Math.random,
): QueueStatus {
  const at = new Date(now).toISOString();
  if (room.kind === "none" || room.kind === "lost") return { at, state: room.kind, pollSeconds: 15 };
  if (room.kind === "closed") {
    const { isOver, opensAt } = room;
    return { at, state: "closed", isOver, opensAt: opensAt?.toISOString() ?? null, pollSeconds: isOver ? 60 : 15 };
  }
  if (room.kind === "early") {
    const { opensAt, lobbyAt } = room;
    return { at, state: "early", opensAt: opensAt.toISOString(), lobbyAt: lobbyAt.toISOString(), pollSeconds: 60 };
  }
  const opensAt = room.snapshot.opened === 0 ? room.opensAt : null;
  const outside = { at, state: "outside" as const, opensAt: opensAt?.toISOString() ?? null, pollSeconds: 30 };
  if (!standing) return outside;
  switch (standing.kind) {
    case "none":
      return outside;
    case "lobby":
      // The room has just opened, and the visitor's number is being drawn.
      if (!opensAt) return { at, ...toWaitingStatus(room, room.snapshot.last), pollSeconds: 2 };
      return {
        at,
        state: "lobby",
        opensAt: opensAt.toISOString(),
        gathered: room.snapshot.gathered,
        pollSeconds: pollSecondsUntilOpening(
          { opensAt: opensAt.getTime(), gathered: room.snapshot.gathered },
          now,
          random,
        ),
      };
    case "at":
      return { at, ...toWaitingStatus(room, standing.number) };
    case "next":
      return { at, ...toWaitingStatus(room, room.snapshot.cursor + 1) };
    case "in":
      return { at, state: "admitted", until: new Date(standing.until).toISOString(), pollSeconds: 15 };
    default:
      return { at, state: standing.kind, pollSeconds: 60 };
  }
}
