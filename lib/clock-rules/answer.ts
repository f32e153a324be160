import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { writesWallClocks } from "@/db/wall-clocks";
import type { LockedEvent } from "@/lib/booking/locked-event";
import type { LockRefusal } from "@/lib/booking/results";
import { whenAndWhereOf } from "@/lib/operations/detail";
import { startOperation } from "@/lib/operations/start";
import { wallClocksOf } from "@/lib/time/kept-wall-clocks";
import { movedTimes } from "./moved-times";

export type ClockAnswer = {
  eventId: number;
  actorId: number;
  /** What stays as it was: the wall clock, as on the tickets, or the moment, which is another wall clock now. */
  keep: "clock" | "moment";
  /** The version that the question was about. */
  version: number;
};

export type ClockAnswerResult =
  /** `operationId`: whoever booked is being told. */
  | { ok: true; operationId: string | null }
  | LockRefusal
  | { ok: false; code: "EVENT_NOT_FOUND" }
  /** Somebody answered, or changed the event, or the rules fit again. */
  | { ok: false; code: "NOT_ASKED" };

/**
 * Settles what the rules of an event's zone have done to it. Both answers tell those who booked: calendars hold the
 * moment, which moves with the wall clock, and tickets the wall clock, which moves where the moment stays.
 */
export async function answerClockRules(locked: LockedEvent, input: ClockAnswer): Promise<ClockAnswerResult> {
  const { tx, row, now } = locked;
  const [event] = await tx.select().from(events).where(eq(events.id, row.id));
  const times = event && movedTimes(event);
  if (!event || !times || event.status === "cancelled" || event.endsAt <= now || event.version !== input.version) {
    return { ok: false, code: "NOT_ASKED" };
  }
  const kept = { startsAt: event.startsAt, endsAt: event.endsAt };
  const { startsAtWall, endsAtWall } = wallClocksOf({ ...kept, timeZone: event.timeZone });
  await writesWallClocks(tx);
  await tx
    .update(events)
    .set({
      ...(input.keep === "clock" ? times : { startsAtWall, endsAtWall }),
      version: event.version + 1,
      savedBy: input.actorId,
      updatedAt: now,
    })
    .where(eq(events.id, event.id));
  await locked.audit(input.keep === "clock" ? "event.clock-kept" : "event.moment-kept", {
    actorId: input.actorId,
    detail: { timeZone: event.timeZone, from: event.startsAt.toISOString(), to: times.startsAt.toISOString() },
  });
  if (event.status === "draft" || !(await locked.ticketTypes()).some(({ sold }) => sold > 0)) {
    return { ok: true, operationId: null };
  }
  const [before, after] = [whenAndWhereOf(event), whenAndWhereOf({ ...event, ...times })];
  const { operationId, outboxId } = await startOperation(tx, {
    kind: "event_change",
    eventId: event.id,
    startedBy: input.actorId,
    // By today's clocks, the tickets name the moved times.
    detail: input.keep === "clock" ? { from: before, to: after, keptClock: true } : { from: after, to: before },
  });
  locked.announced.push(outboxId);
  return { ok: true, operationId };
}
