import { eq } from "drizzle-orm";
import { events, ticketTypes } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import { waitlistSeatsFreed } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { LockRefusal } from "@/lib/inventory/results";
import { movedTimes, movedWindow } from "./moved-times";

/** `asks`: there are bookings, so the organizer decides about the start and the end. */
export type FollowResult = { ok: true; followed: boolean; asks: boolean; slug: string };

/**
 * Updates an event's instants to the present rules of its zone: sales windows always, as no ticket shows them; start and
 * end only without bookings and holds. It reads and writes under the row lock, so no booking is made in between.
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
  // If the end would come before the start, the organizer decides.
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
  // A conversion run handles waitlist entries for types that left sale or are on sale again.
  if (event.status === "published" && (await unit.isAnyoneOnWaitlist())) {
    unit.announce(waitlistSeatsFreed, { eventId: event.id });
  }
  return { ...result, followed: true, asks };
}
