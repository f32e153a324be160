import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { draftRow } from "./draft-row";
import type { EventForm } from "./form";
import { freeSlug } from "./slug";

type NewDraft = {
  organizerId: number;
  actorId: number;
  form: EventForm;
  /** Made where the form was opened: a request that is sent twice makes one draft. */
  key: string;
  action?: "event.created" | "event.duplicated";
};

const ATTEMPTS = 5;

/** A new draft at an address of its own. */
export async function createDraft({ organizerId, actorId, form, key, action = "event.created" }: NewDraft) {
  // Imports leave their mark in the same column; theirs never begin like this.
  const importKey = `editor:${key}`;
  const columns = { id: events.id, slug: events.slug, version: events.version, savedAt: events.updatedAt };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await db.transaction(async (tx) => {
      const slug = await freeSlug(tx, form.name);
      const row = draftRow(form, { organizerId, slug, savedBy: actorId, importKey });
      const [created] = await tx.insert(events).values(row).onConflictDoNothing().returning(columns);
      if (!created) return null;
      await recordAudit(tx, { action, actorId, organizerId, eventId: created.id });
      return created;
    });
    if (draft) return { ...draft, isNew: true };
    const [earlier] = await db
      .select(columns)
      .from(events)
      .where(and(eq(events.organizerId, organizerId), eq(events.importKey, importKey)));
    if (earlier) return { ...earlier, isNew: false };
    // Neither: somebody else took the address in this moment. Another one is looked for.
  }
  throw new Error("no free address was found for a draft");
}
