import { eq } from "drizzle-orm";
import { events, ticketTypes } from "@/db/schema";
import { writesWallClocks } from "@/db/wall-clocks";
import { waitlistSeatsFreed } from "@/inngest/events";
import { anyoneWaiting } from "@/lib/booking/inventory";
import type { LockedEvent } from "@/lib/booking/locked-event";
import { movedTimes, movedWindow } from "./moved-times";

/** `asks`: people have booked, so its organizer decides about the start and the end. */
export type FollowResult = { ok: true; followed: boolean; asks: boolean; slug: string };

/**
 * Has an event's instants follow the present rules of its zone: sales windows always, as nobody's ticket names them, the
 * start and the end only while nobody has or holds one. Read and written under the row lock, so no booking comes between.
 */
export async function followClockRules(locked: LockedEvent): Promise<FollowResult> {
  const { tx, row, now } = locked;
  const [event] = await tx.select().from(events).where(eq(events.id, row.id));
  const result = { ok: true, followed: false, asks: false, slug: row.slug } as const;
  if (!event || event.status === "cancelled" || event.endsAt <= now) return result;
  const types = await locked.ticketTypes();
  const isBooked = types.some(({ sold }) => sold > 0);
  const times = movedTimes(event);
  // Rules that turn an event around are for a person to look at.
  const mayFollow = times !== null && !isBooked && times.endsAt > times.startsAt;
  const window = movedWindow(event, event);
  const typeWindows = types.flatMap((type) => {
    const moved = movedWindow(type, event);
    return moved ? [{ id: type.id, moved }] : [];
  });
  const asks = times !== null && !mayFollow;
  if (!mayFollow && !window && typeWindows.length === 0) return { ...result, asks };

  await writesWallClocks(tx);
  for (const { id, moved } of typeWindows) await tx.update(ticketTypes).set(moved).where(eq(ticketTypes.id, id));
  await tx
    .update(events)
    .set({ ...(mayFollow ? times : {}), ...window, updatedAt: now })
    .where(eq(events.id, event.id));
  await locked.audit("event.clock-rules-followed", {
    actorId: null,
    detail: {
      timeZone: event.timeZone,
      rules: process.versions.tz ?? "",
      ...(mayFollow ? { from: event.startsAt.toISOString(), to: times.startsAt.toISOString() } : {}),
      salesWindows: typeWindows.length + (window ? 1 : 0),
    },
  });
  // A run asks who waits for what is not sold any more, and serves who waits for what opens again.
  if (event.status === "published" && (await anyoneWaiting(locked, "all"))) {
    await locked.announce(waitlistSeatsFreed, { eventId: event.id });
  }
  return { ...result, followed: true, asks };
}
