import "server-only";
import { rooms } from "./instances";
import { type QueueStatus, toQueueStatus } from "./queue-status";
import type { JoinIntent, QueuePosition } from "./store";

/** The visitor's status in an event's waiting room. Joins the room where the visitor asks to. */
export async function getQueueStatus(slug: string, visitor: string | null, intent: JoinIntent): Promise<QueueStatus> {
  const room = await rooms.roomOf(slug);
  let standing: QueuePosition | null = null;
  if (visitor && (room.kind === "lobby" || room.kind === "open")) {
    try {
      standing = await rooms.standing(room, visitor, intent);
    } catch {
      // A single lookup failed. Whether Redis is lost is decided by the room itself.
      return { at: new Date().toISOString(), state: "unsure", pollSeconds: 5 };
    }
  }
  return toQueueStatus(room, standing, Date.now());
}

/** The visitor's admission, while it is their turn. */
export async function findAdmission(slug: string, visitor: string) {
  const room = await rooms.roomOf(slug);
  if (room.kind !== "open" && room.kind !== "lobby") return null;
  const until = await rooms.admittedUntil(room, visitor).catch(() => null);
  return until === null ? null : { eventId: room.eventId, until };
}
