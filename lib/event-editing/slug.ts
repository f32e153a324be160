import { inArray } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { slugFrom } from "@/lib/names/slug-from";

/** Short and random, for what has no better name: no vowels, so no words. */
export function randomPart(): string {
  const letters = "bcdfghjkmnpqrstvwxz23456789";
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join("");
}

/**
 * A slug for this name that no other event has. Two at once may find the same one: the unique index then refuses the
 * second, and `events_slug_key` says to look again.
 */
export async function freeSlug(tx: Queryable, name: string, own?: { slug: string }): Promise<string> {
  const base = slugFrom(name, "event");
  const candidates = [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)];
  const rows = await tx.select({ slug: events.slug }).from(events).where(inArray(events.slug, candidates));
  const taken = new Set(rows.map(({ slug }) => slug));
  if (own) taken.delete(own.slug);
  return candidates.find((slug) => !taken.has(slug)) ?? `${base}-${randomPart()}`;
}
