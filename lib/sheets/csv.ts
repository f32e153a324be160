import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { formatDecimal } from "@/lib/money/format";
import type { Cell, Column, Sheet } from "./sheet";

/** Without it Excel reads UTF-8 as the machine's own alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A CSV file with CRLF, in which no text can become a formula. Several sheets stand below each other, each under its title.
 * No number has a decimal point: where a comma is the decimal mark, spreadsheets read 10.120 as ten thousand and 10.12
 * as a day in December. Amounts stand with their currency ("12.50 EUR") and shares in per cent ("12.5%"), which is text
 * there and nothing else anywhere.
 */
export function csvStream(sheets: Sheet[]): Readable {
  return Readable.from(csvText(sheets), { objectMode: false, highWaterMark: 64 * 1024 });
}

async function* csvText(sheets: Sheet[]) {
  yield BYTE_ORDER_MARK;
  for (const [index, { title, columns, batches }] of sheets.entries()) {
    if (sheets.length > 1) yield `${index > 0 ? "\r\n" : ""}${toCsvLines([[title]])}`;
    yield toCsvLines([columns.map(({ label }) => label)]);
    const format = columns.map(formatterFor);
    for await (const rows of batches) {
      if (rows.length > 0) yield toCsvLines(rows.map((row) => row.map((cell, at) => format[at]?.(cell) ?? null)));
    }
  }
}

function toCsvLines(rows: Cell[][]) {
  // All texts in quotes: left to itself the library leaves a lone line feed or carriage return in a cell without.
  return stringify(rows, { record_delimiter: "\r\n", escape_formulas: true, quoted_string: true });
}

function formatterFor(column: Column): (cell: Cell) => Cell {
  if (column.kind === "moment") return (cell) => (typeof cell === "string" ? cell.replace("T", " ") : cell);
  if (column.kind === "share") return (cell) => (typeof cell === "number" ? percentage(cell) : cell);
  if (column.kind !== "money") return (cell) => cell;
  const { currency } = column;
  return (cell) => (typeof cell === "number" ? `${formatDecimal(cell, currency)} ${currency}` : cell);
}

const percentage = (share: number) => `${Math.round(share * 10_000) / 100}%`;
