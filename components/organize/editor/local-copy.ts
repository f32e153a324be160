import { z } from "zod";
import { draftFormSchema } from "@/lib/event-editing/form";

const copySchema = z.object({
  /** The version that was being edited, and its form. */
  version: z.number(),
  base: draftFormSchema,
  form: draftFormSchema,
  /** The idempotency key of the draft that a new event becomes. */
  key: z.string().optional(),
});

/** Unsaved input, kept in this tab's session storage through a reload or a crash. */
export type LocalCopy = z.output<typeof copySchema>;

const storageKeyOf = (slug: string | null) => `quorix-editor:${slug ?? "new"}`;

export function saveLocalCopy(slug: string | null, copy: LocalCopy) {
  try {
    sessionStorage.setItem(storageKeyOf(slug), JSON.stringify(copy));
  } catch {
    // The storage is full or disabled; the page still holds the input.
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
    // The storage is disabled, so there is no copy.
  }
}
