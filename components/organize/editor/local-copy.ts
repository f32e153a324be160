import { z } from "zod";
import { draftFormSchema } from "@/lib/event-editing/form";

const copySchema = z.object({
  /** The version that was being changed, and what it held. */
  version: z.number(),
  base: draftFormSchema,
  form: draftFormSchema,
  /** Names the draft that a new event becomes. */
  key: z.string().optional(),
});

/** What was typed and is not saved yet, kept in this tab through a reload or a crash. */
export type LocalCopy = z.output<typeof copySchema>;

const storageKeyOf = (slug: string | null) => `quorix-editor:${slug ?? "new"}`;

export function saveLocalCopy(slug: string | null, copy: LocalCopy) {
  try {
    sessionStorage.setItem(storageKeyOf(slug), JSON.stringify(copy));
  } catch {
    // Full, or forbidden: the page still holds it.
  }
}

export function readLocalCopy(slug: string | null): LocalCopy | null {
  try {
    return copySchema.parse(JSON.parse(sessionStorage.getItem(storageKeyOf(slug)) ?? ""));
  } catch {
    return null;
  }
}

export function clearLocalCopy(slug: string | null) {
  try {
    sessionStorage.removeItem(storageKeyOf(slug));
  } catch {
    // Forbidden: then there is none.
  }
}
