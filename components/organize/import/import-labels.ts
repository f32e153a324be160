import type { ImportCounts, ImportFormat } from "@/lib/event-import/dto";
import { importCounts, positions } from "@/texts/import";

const number = (value: number) => value.toLocaleString("en-GB");
const MAX_SHOWN_ROWS = 4;

/** "Row 17", "Rows 17, 18 and 40 more", "Line 120". */
export function formatRows(rows: number[], format: ImportFormat): string {
  const { one, several, more } = positions[format];
  const shown = rows.slice(0, MAX_SHOWN_ROWS).map(number);
  const hidden = rows.length - shown.length;
  if (rows.length === 1) return one(shown[0] ?? "");
  if (hidden > 0) return more(shown.join(", "), number(hidden));
  return several(shown.slice(0, -1).join(", "), shown.at(-1) ?? "");
}

/** The outcome of an import, or the expected one: a message for each kind of row or event that it has. */
export function importCountMessages(counts: ImportCounts, format: ImportFormat, when: "before" | "after"): string[] {
  const isBefore = when === "before";
  const messages: [number, (count: number, format: ImportFormat) => string][] = [
    [counts.existing - counts.changed, isBefore ? importCounts.willStay : importCounts.stayed],
    [isBefore ? counts.changed : 0, importCounts.changed],
    [counts.asked, isBefore ? importCounts.undecided : importCounts.undecidedSkipped],
    [counts.refused, importCounts.refused],
    [counts.duplicates, importCounts.duplicates],
    [counts.leftOut, importCounts.skipped],
  ];
  return messages.filter(([count]) => count > 0).map(([count, message]) => message(count, format));
}
