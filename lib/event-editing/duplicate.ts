import { addWeeks } from "date-fns";
import { db } from "@/db/client";
import { wallClock } from "@/lib/time/wall-clock";
import { createDraft } from "./create";
import { currentEvent } from "./current";
import type { EventForm } from "./form";
import { newTypeCode } from "./form";
import { instantOf } from "./schema";

const LONGEST_NAME = 120;
const COPY = " (copy)";
const WEEK_MS = 7 * 86_400_000;

/** The same wall-clock time some weeks later; an offset that picked one of two is dropped, as there it may be but one. */
function laterBy(weeks: number, wall: string) {
  const bare = wall.slice(0, 16);
  const at = instantOf(bare, "UTC");
  return at ? wallClock(addWeeks(at, weeks), "UTC") : wall;
}

/** A form for the next time: the same weekday and hour, after the original and after now. */
export function copyOf(form: EventForm, now: Date): EventForm {
  const startsAt = instantOf(form.startsAt, form.timeZone);
  const behind = startsAt ? now.getTime() - startsAt.getTime() : 0;
  const weeks = behind < 0 ? 1 : Math.floor(behind / WEEK_MS) + 1;
  const later = (wall: string) => laterBy(weeks, wall);
  const name = [...form.name].slice(0, LONGEST_NAME - COPY.length).join("");
  return {
    ...form,
    name: `${name}${COPY}`.trim(),
    startsAt: later(form.startsAt),
    endsAt: later(form.endsAt),
    salesStartAt: later(form.salesStartAt),
    salesEndAt: later(form.salesEndAt),
    ticketTypes: form.ticketTypes.map((type) => ({
      ...type,
      code: newTypeCode(),
      salesStartAt: later(type.salesStartAt),
      salesEndAt: later(type.salesEndAt),
    })),
  };
}

/** Copies everything but the bookings into a new draft. */
export async function duplicate(event: { id: number; organizerId: number }, actorId: number, now = new Date()) {
  const { form } = await currentEvent(db, event.id);
  return createDraft({
    organizerId: event.organizerId,
    actorId,
    form: copyOf(form, now),
    key: crypto.randomUUID(),
    action: "event.duplicated",
  });
}
