import { changeEvent } from "./change";
import { saveDraft } from "./save-draft";
import "server-only";
import { updateTag } from "next/cache";
import { db } from "@/db/client";
import type { EventAccess } from "@/lib/access/access";
import { denied } from "@/lib/access/answers";
import { membershipsOf } from "@/lib/access/memberships";
import { may } from "@/lib/access/permissions";
import { afterResponse } from "@/lib/after-response";
import { bookingManager } from "@/lib/booking/manager";
import { discardCover } from "@/lib/media/covers";
import { consequencesOf } from "@/lib/operations/consequences";
import { refusedSave, type SaveAnswer } from "./answers";
import type { EventForm } from "./form";

type Save = { form: EventForm; version: number };

/** Keeps a draft as it was typed. */
export async function saveDraftFor({ viewer, event }: EventAccess, { form, version }: Save): Promise<SaveAnswer> {
  const result = await saveDraft(bookingManager, { eventId: event.id, actorId: viewer.id, form, version });
  if (!result.ok) return refusedSave(result.code, "theirs" in result ? { theirs: result.theirs } : {});
  const { savedAt, coverBefore } = result;
  afterResponse(() => discardCover(db, coverBefore));
  return { ok: true, slug: event.slug, version: result.version, savedAt: savedAt.toISOString(), operationId: null };
}

/** Saves a published event, and has everybody see it. From a server action only, as it updates what is cached. */
export async function saveChangeFor(
  { viewer, event, role }: EventAccess,
  { form, version, isMoveConfirmed }: Save & { isMoveConfirmed: boolean },
): Promise<SaveAnswer> {
  if (isMoveConfirmed && !may(role, "events.cancel")) return denied({ code: "NOT_ALLOWED" });
  const asked = { eventId: event.id, actorId: viewer.id, form, version, isMoveConfirmed };
  const result = await changeEvent(bookingManager, asked);
  if (!result.ok) {
    if (result.code === "MOVES_BOOKINGS") {
      return refusedSave(result.code, { consequences: await consequencesOf(event.id) });
    }
    if (result.code === "CONFLICT") return refusedSave(result.code, { theirs: result.theirs });
    return refusedSave(result.code, result.code === "INVALID" ? { errors: result.errors } : {});
  }
  await showChanges(event, viewer.id);
  const { savedAt, operationId, coverBefore } = result;
  afterResponse(() => discardCover(db, coverBefore));
  return { ok: true, slug: event.slug, version: result.version, savedAt: savedAt.toISOString(), operationId };
}

/** Everything cached that shows the event is made anew. */
export async function showChanges(event: { slug: string; organizerId: number }, viewerId: number) {
  const memberships = await membershipsOf(viewerId);
  const organizer = memberships.find(({ organizerId }) => organizerId === event.organizerId);
  updateTag(`event:${event.slug}`);
  updateTag("events");
  if (organizer) updateTag(`organizer:${organizer.slug}`);
}
