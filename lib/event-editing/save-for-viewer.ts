import "server-only";
import { db } from "@/db/client";
import { accessFailure, type EventAccess } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { afterResponse } from "@/lib/after-response";
import { bookingManager } from "@/lib/booking/manager";
import { updateEventTags } from "@/lib/events/tags";
import { discardCover } from "@/lib/media/covers";
import { countConsequences } from "@/lib/operations/consequences";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { type SaveResult, saveFailure } from "./action-state";
import { changeEvent } from "./change-event";
import type { EventForm } from "./form";
import { saveDraft } from "./save-draft";

const paying = () => ({ takesPayments: paymentProvider() !== null });

type SaveInput = { form: EventForm; version: number };

export async function saveDraftForViewer(
  { viewer, event }: EventAccess,
  { form, version }: SaveInput,
): Promise<SaveResult> {
  const result = await saveDraft(bookingManager, { eventId: event.id, actorId: viewer.id, form, version });
  if (!result.ok) return saveFailure(result.code, "theirs" in result ? { theirs: result.theirs } : {});
  const { savedAt, coverBefore } = result;
  afterResponse(() => discardCover(db, coverBefore));
  return { ok: true, slug: event.slug, version: result.version, savedAt: savedAt.toISOString(), operationId: null };
}

/** Saves a published event and updates cached pages; callable only in server actions for that reason. */
export async function saveChangeForViewer(
  { viewer, event, role }: EventAccess,
  { form, version, isMoveConfirmed }: SaveInput & { isMoveConfirmed: boolean },
): Promise<SaveResult> {
  if (isMoveConfirmed && !hasPermission(role, "events.cancel")) return accessFailure("NOT_ALLOWED");
  const change = { eventId: event.id, actorId: viewer.id, form, version, isMoveConfirmed, ...paying() };
  const result = await changeEvent(bookingManager, change);
  if (!result.ok) {
    if (result.code === "MOVES_BOOKINGS") {
      return saveFailure(result.code, { consequences: await countConsequences(event.id) });
    }
    if (result.code === "CONFLICT") return saveFailure(result.code, { theirs: result.theirs });
    return saveFailure(result.code, result.code === "INVALID" ? { fieldErrors: result.errors } : {});
  }
  updateEventTags(event.slug);
  const { savedAt, operationId, coverBefore } = result;
  afterResponse(() => discardCover(db, coverBefore));
  return { ok: true, slug: event.slug, version: result.version, savedAt: savedAt.toISOString(), operationId };
}
