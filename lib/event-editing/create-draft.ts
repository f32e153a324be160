import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { slugFrom } from "@/lib/names/slug-from";
import { draftRow } from "./draft-row";
import type { EventForm } from "./form";

type CreateDraftInput = {
  organizerId: number;
  actorId: number;
  form: EventForm;
  /** The idempotency key, created with the form: a request that is sent twice creates one draft. */
  key: string;
  action?: "event.created" | "event.duplicated";
};

const MAX_ATTEMPTS = 5;

export async function createDraft({ organizerId, actorId, form, key, action = "event.created" }: CreateDraftInput) {
  // Imports use the same column, with other prefixes.
  const importKey = `editor:${key}`;
  const columns = { id: events.id, slug: events.slug, version: events.version, savedAt: events.updatedAt };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const draft = await db.transaction(async (tx) => {
      const slug = await findFreeSlug(tx, form.name);
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
    // Another event took the slug concurrently: retry with another one.
  }
  throw new Error("no free slug was found for a draft");
}

/** Six random characters; without vowels, so that they spell no words. */
export function randomSuffix(): string {
  const letters = "bcdfghjkmnpqrstvwxz23456789";
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join("");
}

/**
 * A slug for this name that no other event has. Concurrent calls may return the same one: the unique index
 * `events_slug_key` then refuses the second, and its caller retries.
 */
export async function findFreeSlug(tx: Queryable, name: string, own?: { slug: string }): Promise<string> {
  const base = slugFrom(name, "event");
  const candidates = [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)];
  const rows = await tx.select({ slug: events.slug }).from(events).where(inArray(events.slug, candidates));
  const taken = new Set(rows.map(({ slug }) => slug));
  if (own) taken.delete(own.slug);
  return candidates.find((slug) => !taken.has(slug)) ?? `${base}-${randomSuffix()}`;
}
