import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { rooms, surgeRooms } from "./instances";
import { estimateWait, type WaitEstimate } from "./queue-status";

/** An event's room as its team sees it. Instants in ISO. */
export type OrganizerRoom =
  | { stage: "early"; opensAt: string; lobbyAt: string }
  | { stage: "lost" }
  | {
      stage: "lobby" | "open";
      /** Null where sales needed no opening. */
      opensAt: string | null;
      /** Visitors in the lobby or in the queue now. */
      waiting: number;
      /** Admitted visitors who have not reserved yet. */
      choosing: number;
      letIn: number;
      used: number;
      /** Expired admissions. */
      over: number;
      /** Admissions per minute, as measured. */
      pace: number;
      /** Maximum admissions per minute, as set. */
      rate: number;
      isPaused: boolean;
      left: number;
      /** For a visitor who joins now; null while no one is admitted. */
      wait: WaitEstimate | null;
    };

type Event = Pick<EventForTeam, "id" | "slug" | "status" | "waitingRoom">;

/** Null where the event has no open room. */
export async function getOrganizerRoom(event: Event): Promise<OrganizerRoom | null> {
  if (event.status !== "published" || !(event.waitingRoom || surgeRooms.isOpen(event.id))) return null;
  const room = await rooms.roomOf(event.slug);
  if (room.kind === "none" || room.kind === "closed") return null;
  if (room.kind === "lost") return { stage: "lost" };
  if (room.kind === "early") {
    return { stage: "early", opensAt: room.opensAt.toISOString(), lobbyAt: room.lobbyAt.toISOString() };
  }
  const { snapshot, availability, isPaused, perMinute } = room;
  const isStalled = isPaused || availability.left === 0;
  return {
    stage: snapshot.opened === 0 ? "lobby" : "open",
    opensAt: room.opensAt?.toISOString() ?? null,
    waiting: snapshot.present,
    choosing: snapshot.called + snapshot.admitted,
    letIn: snapshot.letIn,
    used: snapshot.used,
    over: snapshot.over,
    pace: Math.round(snapshot.flow * 60_000),
    rate: perMinute,
    isPaused,
    left: availability.left,
    wait: isStalled ? null : estimateWait(snapshot.present, room),
  };
}
