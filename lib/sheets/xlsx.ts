import { EventEmitter, once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import exceljs from "exceljs";
import { minorDigits } from "@/lib/money/currencies";
import { toStorableText } from "@/lib/text/typed-text";
import type { Cell, Column, Sheet } from "./sheet";

/** Excel refuses files with longer texts in cells. */
const MAX_TEXT = 32_767;
const MAX_TITLE = 31;

/** A workbook as a stream. Texts never become formulas; numbers and dates have their own types. */
export function xlsxStream(sheets: Sheet[]): Readable {
  const output = new PassThrough({ highWaterMark: 64 * 1024 });
  write(sheets, output).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error("no file")),
  );
  return output;
}

async function write(sheets: Sheet[], output: PassThrough) {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  for (const { title, columns, batches } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
    const styles = columns.map((column) => ({ numFmt: numberFormat(column) }));
    sheet.columns = columns.map((column, at) => ({
      header: plainText(column.label),
      width: column.width ?? widthFor(column),
      style: styles[at],
    }));
    const header = sheet.getRow(1);
    header.font = { bold: true };
    header.commit();
    const convert = columns.map(converterFor);
    for await (const rows of batches) {
      for (const row of rows) {
        const added = sheet.addRow(row.map((cell, at) => convert[at]?.(cell) ?? null));
        // Shared style objects: exceljs compares every new object with all styles so far.
        for (const [at, style] of styles.entries()) added.getCell(at + 1).style = style;
        added.commit();
      }
      await waitForDrain(sheet, output);
      if (output.destroyed) return;
    }
    sheet.commit();
  }
  await workbook.commit();
}

/**
 * Waits until the written rows are zipped and read. exceljs ignores backpressure: with a slow reader, the whole file
 * would be buffered in memory.
 */
async function waitForDrain(sheet: object, output: PassThrough) {
  const source = "stream" in sheet ? sheet.stream : null;
  const behind = isPiped(source) ? source.pipes.find(isDrainable) : undefined;
  if (!behind) throw new Error("exceljs no longer pipes its sheets as expected");
  while (behind._writableState.needDrain && !output.destroyed) {
    const settled = new AbortController();
    await Promise.race([
      once(behind, "drain", { signal: settled.signal }),
      once(output, "close", { signal: settled.signal }),
    ]).finally(() => settled.abort());
  }
}

function isPiped(value: unknown): value is { pipes: unknown[] } {
  return typeof value === "object" && value !== null && "pipes" in value && Array.isArray(value.pipes);
}

/** The zip library's streams have no `writableNeedDrain`. */
function isDrainable(value: unknown): value is EventEmitter & { _writableState: { needDrain: boolean } } {
  return value instanceof EventEmitter && "_writableState" in value;
}

/** Excel refuses long sheet names and some characters in them. */
function sheetName(title: string) {
  return toStorableText(title.replace(/[[\]:*?/\\]/g, " ").slice(0, MAX_TITLE));
}

function widthFor({ kind, label }: Column) {
  const content = { text: 24, count: 10, share: 10, money: 14, moment: 18 }[kind];
  return Math.max(content, label.length + 2);
}

function numberFormat(column: Column) {
  if (column.kind === "text") return "@";
  if (column.kind === "share") return "0.0%";
  if (column.kind === "moment") {
    return column.precision === "minute" || column.precision === "hour" ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
  }
  if (column.kind !== "money") return "#,##0";
  const digits = minorDigits(column.currency);
  return digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
}

function converterFor(column: Column): (cell: Cell) => Cell | Date {
  if (column.kind === "text") return (cell) => (typeof cell === "string" ? plainText(cell) : cell);
  // Excel's dates have no zone: the wall clock is written as if it were UTC, which is how exceljs reads a Date.
  if (column.kind === "moment")
    return (cell) => (typeof cell === "string" ? new Date(`${cell.slice(0, 10)}T${cell.slice(11) || "00:00"}Z`) : cell);
  if (column.kind !== "money") return (cell) => cell;
  const unit = 10 ** minorDigits(column.currency);
  return (cell) => (typeof cell === "number" ? cell / unit : cell);
}

/** Removes characters that are invalid in XML, such as half an emoji after a cut. */
function plainText(text: string) {
  return toStorableText(text.slice(0, MAX_TEXT));
}
