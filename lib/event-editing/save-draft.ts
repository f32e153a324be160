import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { readCurrentEvent, replacedCover, toEditConflict } from "./current-event";
import { draftCapacity, draftColumns } from "./draft-row";
import type { EventForm } from "./form";
import type { SaveDraftResult } from "./results";
import { isSameForm } from "./same-form";

export type SaveDraftInput = {
  eventId: number;
  actorId: number;
  /** The version that the form is based on. */
  version: number;
  form: EventForm;
};

const EDIT_SESSION_MS = 3_600_000;

/** Saves a draft as typed. A form that is based on an older version is refused as a conflict. */
export async function saveDraft(manager: BookingConcurrencyManager, input: SaveDraftInput): Promise<SaveDraftResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: SaveDraftInput): Promise<SaveDraftResult> {
  const { tx, now } = unit;
  const current = await readCurrentEvent(tx, input.eventId);
  const { event } = current;
  if (event.status !== "draft") return { ok: false, code: "NOT_A_DRAFT" };
  // A retry whose response was lost, or two organizers typed the same values.
  if (isSameForm(current.form, input.form)) {
    return { ok: true, version: event.version, savedAt: event.updatedAt, coverBefore: null };
  }
  if (event.version !== input.version) return toEditConflict(current);

  if (!unit.setCapacity(draftCapacity(input.form))) throw new Error(`draft ${event.id} has sold seats`);
  const version = event.version + 1;
  await declareWallClockWrites(tx);
  await tx
    .update(events)
    .set({ ...draftColumns(input.form), form: input.form, version, savedBy: input.actorId, updatedAt: now })
    .where(eq(events.id, event.id));
  // Autosave runs every few seconds: the audit log gets one entry per editing session.
  if (event.savedBy !== input.actorId || now.getTime() - event.updatedAt.getTime() > EDIT_SESSION_MS) {
    unit.audit("event.draft-edited", { actorId: input.actorId });
  }
  return { ok: true, version, savedAt: now, coverBefore: replacedCover(current.form, input.form) };
}
