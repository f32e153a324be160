import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { waitingRooms } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";

type Change = { isPaused: boolean } | { admissionsPerMinute: number };

/** Sets how an event's room lets people in. Every process follows within a second or two. */
export async function steerRoom(
  event: { id: number; organizerId: number },
  actorId: number,
  change: Change,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(waitingRooms).values({ eventId: event.id }).onConflictDoNothing();
    // Locked, so that what the audit says it was before is what it was.
    const [before] = await tx
      .select()
      .from(waitingRooms)
      .where(eq(waitingRooms.eventId, event.id))
      .for("no key update");
    const isRate = "admissionsPerMinute" in change;
    if (isRate ? before?.admissionsPerMinute === change.admissionsPerMinute : before?.isPaused === change.isPaused)
      return;
    await tx
      .update(waitingRooms)
      .set({ ...change, updatedAt: new Date() })
      .where(eq(waitingRooms.eventId, event.id));
    const action = isRate ? "rate-changed" : change.isPaused ? "paused" : "resumed";
    await recordAudit(tx, {
      action: `waiting-room.${action}`,
      actorId,
      organizerId: event.organizerId,
      eventId: event.id,
      detail: isRate ? { from: before?.admissionsPerMinute ?? null, to: change.admissionsPerMinute } : {},
    });
  });
}
