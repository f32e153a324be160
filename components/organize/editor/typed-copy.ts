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
export type TypedCopy = z.output<typeof copySchema>;

const nameOf = (slug: string | null) => `quorix-editor:${slug ?? "new"}`;

export function keepCopy(slug: string | null, copy: TypedCopy) {
  try {
    sessionStorage.setItem(nameOf(slug), JSON.stringify(copy));
  } catch {
    // Full, or forbidden: the page still holds it.
  }
}

export function readCopy(slug: string | null): TypedCopy | null {
  try {
    return copySchema.parse(JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? ""));
  } catch {
    return null;
  }
}

export function dropCopy(slug: string | null) {
  try {
    sessionStorage.removeItem(nameOf(slug));
  } catch {
    // Forbidden: then there is none.
  }
}
