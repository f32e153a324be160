import { z } from "zod";
import type { Preview } from "@/lib/event-import/answers";
import { fieldNames, type Mapping } from "@/lib/event-import/fields";

const mappingSchema = z.partialRecord(z.enum(fieldNames), z.number().int().min(0));

/** Tables with the same headers have the same columns. */
function keyOf(columns: Preview["columns"]) {
  return `quorix-import-columns:${columns.map(({ header }) => header).join("\t")}`;
}

/** What was chosen for such a table before, on this device. */
export function keptMapping(columns: Preview["columns"]): Mapping | null {
  try {
    const kept = mappingSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(columns)) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    // A browser may forbid it, or hold what no Quorix wrote.
    return null;
  }
}

export function keepMapping(columns: Preview["columns"], mapping: Mapping) {
  try {
    localStorage.setItem(keyOf(columns), JSON.stringify(mapping));
  } catch {
    // Then it is chosen anew the next time.
  }
}
