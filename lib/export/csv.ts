import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { decimalText } from "@/lib/money/format";
import type { Cell, Column, Sheet } from "./sheet";

/** Without it Excel reads UTF-8 as the machine's own alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A CSV file with CRLF, in which no text can become a formula. Several sheets stand below each other, each under its title. */
export function csvStream(sheets: Sheet[]): Readable {
  return Readable.from(csvText(sheets), { objectMode: false, highWaterMark: 64 * 1024 });
}

async function* csvText(sheets: Sheet[]) {
  yield BYTE_ORDER_MARK;
  for (const [index, { title, columns, batches }] of sheets.entries()) {
    if (sheets.length > 1) yield `${index > 0 ? "\r\n" : ""}${lines([[title]])}`;
    yield lines([columns.map(({ label }) => label)]);
    const format = columns.map(formatterOf);
    for await (const rows of batches) {
      if (rows.length > 0) yield lines(rows.map((row) => row.map((cell, at) => format[at]?.(cell) ?? null)));
    }
  }
}

function lines(rows: Cell[][]) {
  return stringify(rows, { record_delimiter: "\r\n", escape_formulas: true });
}

function formatterOf(column: Column): (cell: Cell) => Cell {
  if (column.kind === "moment") return (cell) => (typeof cell === "string" ? cell.replace("T", " ") : cell);
  if (column.kind === "share") return (cell) => (typeof cell === "number" ? Math.round(cell * 10_000) / 10_000 : cell);
  if (column.kind !== "money") return (cell) => cell;
  return (cell) => (typeof cell === "number" ? decimalText(cell, column.currency) : cell);
}
