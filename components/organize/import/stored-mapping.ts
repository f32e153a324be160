import { z } from "zod";
import type { ImportPreview } from "@/lib/event-import/dto";
import { type ColumnMapping, fieldNames } from "@/lib/event-import/fields";

const mappingSchema = z.partialRecord(z.enum(fieldNames), z.number().int().min(0));

/** Tables with the same headers share a mapping. */
function keyOf(columns: ImportPreview["columns"]) {
  return `quorix-import-columns:${columns.map(({ header }) => header).join("\t")}`;
}

/** The mapping that was chosen on this device for a table with the same columns. */
export function readStoredMapping(columns: ImportPreview["columns"]): ColumnMapping | null {
  try {
    const kept = mappingSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(columns)) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    // The storage is disabled, or holds invalid data.
    return null;
  }
}

export function storeMapping(columns: ImportPreview["columns"], mapping: ColumnMapping) {
  try {
    localStorage.setItem(keyOf(columns), JSON.stringify(mapping));
  } catch {
    // The storage is full or disabled: the mapping is not remembered.
  }
}
