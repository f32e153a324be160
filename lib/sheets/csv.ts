import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { formatDecimal } from "@/lib/money/format";
import type { Cell, Column, Sheet } from "./sheet";

/** Without it Excel reads UTF-8 in the system's encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A CSV file with CRLF and without formula injection. Several sheets follow each other, each with its title. Plain
 * numbers have no decimal point: where a comma is the decimal mark, spreadsheets read 10.120 as ten thousand and 10.12 as
 * a day in December. Amounts have their currency ("12.50 EUR") and shares a per cent sign ("12.5%"), which such
 * spreadsheets read as text.
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
  // All texts are quoted: by default the library doesn't quote cells with a lone line feed or carriage return.
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
