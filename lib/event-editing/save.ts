import "server-only";
import { db } from "@/db/client";
import { denied, type EventAccess } from "@/lib/access/access";
import { may } from "@/lib/access/permissions";
import { afterResponse } from "@/lib/after-response";
import { bookingManager } from "@/lib/booking/manager";
import { updateEvent } from "@/lib/events/tags";
import { discardCover } from "@/lib/media/covers";
import { consequencesOf } from "@/lib/operations/consequences";
import { refusedSave, type SaveResult } from "./answers";
import { changeEvent } from "./change";
import type { EventForm } from "./form";
import { saveDraft } from "./save-draft";

type Save = { form: EventForm; version: number };

/** Keeps a draft as it was typed. */
export async function saveDraftFor({ viewer, event }: EventAccess, { form, version }: Save): Promise<SaveResult> {
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
): Promise<SaveResult> {
  if (isMoveConfirmed && !may(role, "events.cancel")) return denied("NOT_ALLOWED");
  const asked = { eventId: event.id, actorId: viewer.id, form, version, isMoveConfirmed };
  const result = await changeEvent(bookingManager, asked);
  if (!result.ok) {
    if (result.code === "MOVES_BOOKINGS") {
      return refusedSave(result.code, { consequences: await consequencesOf(event.id) });
    }
    if (result.code === "CONFLICT") return refusedSave(result.code, { theirs: result.theirs });
    return refusedSave(result.code, result.code === "INVALID" ? { fieldErrors: result.errors } : {});
  }
  updateEvent(event.slug);
  const { savedAt, operationId, coverBefore } = result;
  afterResponse(() => discardCover(db, coverBefore));
  return { ok: true, slug: event.slug, version: result.version, savedAt: savedAt.toISOString(), operationId };
}
