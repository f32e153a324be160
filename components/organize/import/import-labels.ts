import type { ImportCounts, ImportFormat } from "@/lib/event-import/dto";

const number = (value: number) => value.toLocaleString("en-GB");

export function formatCount(value: number, one: string, many = `${one}s`) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** "Row 17", "Rows 17, 18 and 40 more", "Line 120". */
export function formatRows(rows: number[], format: ImportFormat): string {
  const word = format === "table" ? "Row" : "Line";
  const shown = rows.slice(0, 4).map(String);
  const more = rows.length - shown.length;
  if (rows.length === 1) return `${word} ${shown[0]}`;
  if (more > 0) return `${word}s ${shown.join(", ")} and ${number(more)} more`;
  return `${word}s ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** What became, or will become, of everything the file holds. */
export function importCountMessages(counts: ImportCounts, format: ImportFormat, when: "before" | "after"): string[] {
  const one = format === "table" ? "row" : "event";
  const isBefore = when === "before";
  const is = (value: number) => (value === 1 ? "is" : "are");
  const unchanged = counts.existing - counts.changed;
  return [
    unchanged > 0
      ? `${formatCount(unchanged, one)} ${is(unchanged)} here from an earlier import and ${isBefore ? "will stay" : "stayed"} as ${unchanged === 1 ? "it is" : "they are"}.`
      : "",
    isBefore && counts.changed > 0
      ? `${formatCount(counts.changed, one)} ${counts.changed === 1 ? "says" : "say"} something new about an event that is here.`
      : "",
    counts.asked > 0
      ? isBefore
        ? `${formatCount(counts.asked, one)} may be here already: say so below.`
        : `${formatCount(counts.asked, one)} may be here already, and ${counts.asked === 1 ? "was" : "were"} left out.`
      : "",
    counts.refused > 0 ? `${formatCount(counts.refused, one)} can’t be imported.` : "",
    counts.duplicates > 0 ? `${formatCount(counts.duplicates, one)} ${is(counts.duplicates)} in the file twice.` : "",
    counts.leftOut > 0 ? `${formatCount(counts.leftOut, one)} ${is(counts.leftOut)} skipped.` : "",
  ].filter(Boolean);
}
