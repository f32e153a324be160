import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import { operationStarted } from "@/inngest/events";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { LockRefusal } from "@/lib/inventory/results";
import { pickTimeAndPlace } from "@/lib/operations/detail";
import { recordOperation } from "@/lib/operations/start";
import { wallClocksOf } from "@/lib/time/stored-wall-clocks";
import { movedTimes } from "./moved-times";

export type ResolveClockRulesInput = {
  eventId: number;
  actorId: number;
  /** What stays: the wall clock, as on the tickets, or the instant, which has another wall clock now. */
  keep: "clock" | "moment";
  /** The version that the question was about. */
  version: number;
};

export type ResolveClockRulesResult =
  /** `operationId`: the operation that notifies attendees. */
  | { ok: true; operationId: string | null }
  | LockRefusal
  | { ok: false; code: "EVENT_NOT_FOUND" }
  /** Already answered, the event was changed, or the rules fit again. */
  | { ok: false; code: "NOT_ASKED" };

/**
 * Settles an event after the rules of its zone have changed. Attendees are notified in both cases: keeping the wall clock
 * moves the instant, which calendars hold; keeping the instant moves the wall clock, which tickets show.
 */
export async function resolveClockRules(
  manager: BookingConcurrencyManager,
  input: ResolveClockRulesInput,
): Promise<ResolveClockRulesResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: ResolveClockRulesInput): Promise<ResolveClockRulesResult> {
  const { tx, now } = unit;
  const [event] = await tx.select().from(events).where(eq(events.id, input.eventId));
  const times = event && movedTimes(event);
  if (!event || !times || event.status === "cancelled" || event.endsAt <= now || event.version !== input.version) {
    return { ok: false, code: "NOT_ASKED" };
  }
  const kept = { startsAt: event.startsAt, endsAt: event.endsAt };
  const { startsAtWall, endsAtWall } = wallClocksOf({ ...kept, timeZone: event.timeZone });
  await declareWallClockWrites(tx);
  await tx
    .update(events)
    .set({
      ...(input.keep === "clock" ? times : { startsAtWall, endsAtWall }),
      version: event.version + 1,
      savedBy: input.actorId,
      updatedAt: now,
    })
    .where(eq(events.id, event.id));
  unit.audit(input.keep === "clock" ? "event.clock-kept" : "event.moment-kept", {
    actorId: input.actorId,
    detail: { timeZone: event.timeZone, from: event.startsAt.toISOString(), to: times.startsAt.toISOString() },
  });
  if (event.status === "draft" || !unit.types.some(({ sold }) => sold > 0)) {
    return { ok: true, operationId: null };
  }
  const [before, after] = [pickTimeAndPlace(event), pickTimeAndPlace({ ...event, ...times })];
  const operationId = await recordOperation(tx, {
    kind: "event_change",
    eventId: event.id,
    startedBy: input.actorId,
    // By the present rules, the tickets show the moved times.
    detail: input.keep === "clock" ? { from: before, to: after, keptClock: true } : { from: after, to: before },
  });
  unit.announce(operationStarted, { operationId });
  return { ok: true, operationId };
}
