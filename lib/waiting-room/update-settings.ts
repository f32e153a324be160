import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { waitingRooms } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { typedText } from "@/lib/text/typed-text";

type RoomSettingsChange = { isPaused: boolean } | { admissionsPerMinute: number };

/** Updates the settings of an event's room. Every process applies them within a second or two. */
export async function updateRoomSettings(
  event: { id: number; organizerId: number },
  actorId: number,
  change: RoomSettingsChange,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(waitingRooms).values({ eventId: event.id }).onConflictDoNothing();
    // Locked, so that the audit entry has the true previous values.
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

const MAX_PER_MINUTE = 60_000;

const rateMessage = `Enter a whole number from 1 to ${MAX_PER_MINUTE.toLocaleString("en")}.`;

export const updateRoomSettingsSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["pause", "go-on"]), slug: z.string() }),
  z.object({
    intent: z.literal("rate"),
    slug: z.string(),
    perMinute: typedText()
      .refine((text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= MAX_PER_MINUTE, rateMessage)
      .transform(Number),
  }),
]);
