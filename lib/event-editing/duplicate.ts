import { addWeeks } from "date-fns";
import { db } from "@/db/client";
import { wallClock } from "@/lib/time/wall-clock";
import { createDraft } from "./create-draft";
import { readCurrentEvent } from "./current-event";
import { createTicketTypeCode, type EventForm } from "./form";
import { parseInstant } from "./schema";

const MAX_NAME_LENGTH = 120;
const COPY_SUFFIX = " (copy)";
const WEEK_MS = 7 * 86_400_000;

/** The same wall-clock time some weeks later. An offset that chose one of two ambiguous times is dropped. */
function addWeeksToWall(weeks: number, wall: string) {
  const bare = wall.slice(0, 16);
  const at = parseInstant(bare, "UTC");
  return at ? wallClock(addWeeks(at, weeks), "UTC") : wall;
}

/** A form for the next date: the same weekday and time, after both the original and now. */
export function copyForm(form: EventForm, now: Date): EventForm {
  const startsAt = parseInstant(form.startsAt, form.timeZone);
  const elapsedMs = startsAt ? now.getTime() - startsAt.getTime() : 0;
  const weeks = elapsedMs < 0 ? 1 : Math.floor(elapsedMs / WEEK_MS) + 1;
  const later = (wall: string) => addWeeksToWall(weeks, wall);
  const name = [...form.name].slice(0, MAX_NAME_LENGTH - COPY_SUFFIX.length).join("");
  return {
    ...form,
    name: `${name}${COPY_SUFFIX}`.trim(),
    startsAt: later(form.startsAt),
    endsAt: later(form.endsAt),
    salesStartAt: later(form.salesStartAt),
    salesEndAt: later(form.salesEndAt),
    ticketTypes: form.ticketTypes.map((type) => ({
      ...type,
      code: createTicketTypeCode(),
      salesStartAt: later(type.salesStartAt),
      salesEndAt: later(type.salesEndAt),
    })),
  };
}

/** Copies everything but the bookings into a new draft. */
export async function duplicateEvent(event: { id: number; organizerId: number }, actorId: number, now = new Date()) {
  const { form } = await readCurrentEvent(db, event.id);
  return createDraft({
    organizerId: event.organizerId,
    actorId,
    form: copyForm(form, now),
    key: crypto.randomUUID(),
    action: "event.duplicated",
  });
}
