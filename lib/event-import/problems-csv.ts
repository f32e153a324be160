import type { ImportFormat } from "./dto";
import type { Problem, ProblemKind } from "./problems";

const outcomeLabels: Record<ProblemKind, string> = {
  refused: "Not imported",
  "left-out": "Left out",
  duplicate: "Twice in the file",
  changed: "Imported, with a change",
};

/** A spreadsheet must not take what stands in somebody's file for a formula. */
function toCsvCell(text: string) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The list of problems as a spreadsheet opens it, with one line for each row that has one. */
export function toProblemsCsv(problems: Problem[], format: ImportFormat): string {
  const header = [format === "table" ? "Row" : "Line", "Outcome", "Column", "Value", "Reason", "What to do"];
  const lines = problems
    .flatMap(({ rows, kind, column, value, reason, fix }) =>
      rows.map((row) => ({ row, cells: [String(row), outcomeLabels[kind], column, value, reason, fix] })),
    )
    .sort((a, b) => a.row - b.row)
    .map(({ cells }) => cells);
  // The mark tells Excel that it is UTF-8.
  return `\uFEFF${[header, ...lines].map((cells) => cells.map(toCsvCell).join(",")).join("\r\n")}\r\n`;
}
