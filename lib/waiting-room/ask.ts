import "server-only";
import { type Place, placeIn } from "./place";
import { rooms } from "./process-rooms";
import type { Standing, Wish } from "./store";

/** Where a visitor stands in an event's waiting room, and a place in it for whoever wants one. */
export async function askRoom(slug: string, visitor: string | null, wish: Wish): Promise<Place> {
  const room = await rooms.roomOf(slug);
  let standing: Standing | null = null;
  if (visitor && (room.kind === "lobby" || room.kind === "open")) {
    try {
      standing = await rooms.standing(room, visitor, wish);
    } catch {
      // One question went astray. Whether Redis is lost, and tickets are sold without it, is said by the room itself.
      return { at: new Date().toISOString(), state: "unsure", pollSeconds: 5 };
    }
  }
  return placeIn(room, standing, Date.now());
}

/** The visitor's admission, where it is their turn now. */
export async function admissionOf(slug: string, visitor: string) {
  const room = await rooms.roomOf(slug);
  if (room.kind !== "open" && room.kind !== "lobby") return null;
  const until = await rooms.admittedUntil(room, visitor).catch(() => null);
  return until === null ? null : { eventId: room.eventId, until };
}
