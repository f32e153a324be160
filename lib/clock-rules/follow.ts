import { eq } from "drizzle-orm";
import { events, ticketTypes } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import { waitlistSeatsFreed } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockRefusal } from "@/lib/inventory/results";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/unit-of-work";
import { movedTimes, movedWindow } from "./moved-times";

/** `asks`: people have booked, so its organizer decides about the start and the end. */
export type FollowResult = { ok: true; followed: boolean; asks: boolean; slug: string };

/**
 * Has an event's instants follow the present rules of its zone: sales windows always, as nobody's ticket names them, the
 * start and the end only while nobody has or holds one. Read and written under the row lock, so no booking comes between.
 */
export async function followClockRules(
  manager: BookingConcurrencyManager,
  { eventId }: { eventId: number },
): Promise<FollowResult | LockRefusal | { ok: false; code: "EVENT_NOT_FOUND" }> {
  return (await manager.runExclusive(eventId, decide)) ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork): Promise<FollowResult> {
  const { tx, now, types } = unit;
  const [event] = await tx.select().from(events).where(eq(events.id, unit.event.id));
  const result = { ok: true, followed: false, asks: false, slug: unit.event.slug } as const;
  if (!event || event.status === "cancelled" || event.endsAt <= now) return result;
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

  await declareWallClockWrites(tx);
  for (const { id, moved } of typeWindows) await tx.update(ticketTypes).set(moved).where(eq(ticketTypes.id, id));
  await tx
    .update(events)
    .set({ ...(mayFollow ? times : {}), ...window, updatedAt: now })
    .where(eq(events.id, event.id));
  unit.audit("event.clock-rules-followed", {
    actorId: null,
    detail: {
      timeZone: event.timeZone,
      rules: process.versions.tz ?? "",
      ...(mayFollow ? { from: event.startsAt.toISOString(), to: times.startsAt.toISOString() } : {}),
      salesWindows: typeWindows.length + (window ? 1 : 0),
    },
  });
  // A run asks who waits for what is not sold any more, and serves who waits for what opens again.
  if (event.status === "published" && (await unit.isAnyoneOnWaitlist())) {
    unit.announce(waitlistSeatsFreed, { eventId: event.id });
  }
  return { ...result, followed: true, asks };
}
