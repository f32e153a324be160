import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, ticketTypes, users } from "@/db/schema";
import type { EventForm } from "./form";
import { toEventForm } from "./to-event-form";

/** The last saved state of an event, for its editor. */
export async function readCurrentEvent(queryable: Queryable, eventId: number) {
  const [found] = await queryable
    .select({ event: events, savedByName: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.savedBy))
    .where(eq(events.id, eventId));
  if (!found) throw new Error(`event ${eventId} is gone`);
  const types = await queryable
    .select()
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  return { ...found, types, form: toEventForm(found.event, types) };
}

export type CurrentEvent = Awaited<ReturnType<typeof readCurrentEvent>>;

/** The version that someone else has saved in the meantime. */
export type TheirVersion = {
  version: number;
  /** Null if unknown, as for events last saved before this was recorded. */
  savedBy: string | null;
  /** ISO. */
  savedAt: string;
  form: EventForm;
};

export type EditConflict = { ok: false; code: "CONFLICT"; theirs: TheirVersion };

export function toEditConflict({ event, savedByName, form }: CurrentEvent): EditConflict {
  const { version, updatedAt } = event;
  return {
    ok: false,
    code: "CONFLICT",
    theirs: { version, savedBy: savedByName, savedAt: updatedAt.toISOString(), form },
  };
}

/** The cover that a save replaces or removes; its files are no longer used. */
export function replacedCover(before: EventForm, after: EventForm): string | null {
  return before.coverImage === after.coverImage ? null : before.coverImage;
}
