import { z } from "zod";
import type { ImportPreview } from "@/lib/event-import/dto";
import { type ColumnMapping, fieldNames } from "@/lib/event-import/fields";

const mappingSchema = z.partialRecord(z.enum(fieldNames), z.number().int().min(0));

/** Tables with the same headers have the same columns. */
function keyOf(columns: ImportPreview["columns"]) {
  return `quorix-import-columns:${columns.map(({ header }) => header).join("\t")}`;
}

/** What was chosen for such a table before, on this device. */
export function readStoredMapping(columns: ImportPreview["columns"]): ColumnMapping | null {
  try {
    const kept = mappingSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(columns)) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    // A browser may forbid it, or hold what no Quorix wrote.
    return null;
  }
}

export function storeMapping(columns: ImportPreview["columns"], mapping: ColumnMapping) {
  try {
    localStorage.setItem(keyOf(columns), JSON.stringify(mapping));
  } catch {
    // Then it is chosen anew the next time.
  }
}
