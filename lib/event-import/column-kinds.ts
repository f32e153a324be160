import type { CsvRecords } from "./csv-records";
import { readDate } from "./dates";
import type { ColumnKind } from "./fields";
import { readTimes } from "./times";

const MAX_SAMPLES = 20;

/** The kind of each column by its first cells. */
export function detectColumnKinds({ headers, records }: CsvRecords): ColumnKind[] {
  return headers.map((_, column) => {
    const cells: string[] = [];
    for (const { cells: row } of records.slice(0, 200)) {
      const cell = row[column]?.trim() ?? "";
      if (cell !== "") cells.push(cell);
      if (cells.length === MAX_SAMPLES) break;
    }
    if (cells.length === 0) return "other";
    if (cells.every((cell) => readTimes(cell) !== null)) return "times";
    return cells.every((cell) => isDay(cell)) ? "days" : "other";
  });
}

function isDay(cell: string) {
  if (!/\p{Nd}/u.test(cell)) return false;
  const date = readDate(cell, null);
  return date.ok || date.code === "AMBIGUOUS";
}
