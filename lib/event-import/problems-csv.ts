import { problemsFile } from "@/texts/import-problems";
import type { ImportFormat } from "./dto";
import type { Problem } from "./problems";

/** Prevents formula injection: a spreadsheet must not evaluate text from the file. */
function toCsvCell(text: string) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The problems as a CSV file, with one line per affected row. */
export function toProblemsCsv(problems: Problem[], format: ImportFormat): string {
  const { columns } = problemsFile;
  const header = [columns[format], columns.outcome, columns.column, columns.value, columns.reason, columns.fix];
  const lines = problems
    .flatMap(({ rows, kind, column, value, reason, fix }) =>
      rows.map((row) => ({ row, cells: [String(row), problemsFile.outcomes[kind], column, value, reason, fix] })),
    )
    .sort((a, b) => a.row - b.row)
    .map(({ cells }) => cells);
  // Excel needs the byte order mark to read UTF-8.
  return `\uFEFF${[header, ...lines].map((cells) => cells.map(toCsvCell).join(",")).join("\r\n")}\r\n`;
}
