import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, Parser } from "csv-parse";
import { type Delimiter, sniffDelimiter } from "./csv-delimiter";
import { importLimits } from "./limits";

/** A record by its number in the table, counted as a spreadsheet counts: the header is 1. */
export type CsvRecord = { row: number; cells: string[] };

export type CsvRecords = {
  delimiter: Delimiter;
  headers: string[];
  records: CsvRecord[];
  /** Where reading stopped, and why; what stands before is read. */
  parseError: { row: number; line: number; reason: string; fix: string } | null;
};

const CHUNK_CHARACTERS = 64 * 1024;

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");

function toParseError(error: unknown, row: number): CsvRecords["parseError"] {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === "number" ? error.lines : row;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return {
      row,
      line,
      reason: "A quote opens here and never closes.",
      fix: "Close the quote, or write two of them where one is meant.",
    };
  }
  return { row, line, reason: "The quotes do not match.", fix: "Write two quotes where one is meant inside a cell." };
}

/** Reads a table in pieces, so that a large one keeps nobody waiting. */
export async function readRecords(text: string): Promise<CsvRecords> {
  const { delimiter, skip } = sniffDelimiter(text);
  const body = text.slice(skip.characters);
  const found: CsvRecords = { delimiter, headers: [], records: [], parseError: null };
  let row = skip.lines;
  const parser = new Parser({
    delimiter,
    // Else the first line end of the file is its only one.
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: importLimits.cellCharacters * 4,
  });
  const take = () => {
    for (let cells: string[] | null = parser.read(); cells; cells = parser.read()) {
      row += 1;
      if (isBlank(cells)) continue;
      if (found.headers.length === 0) found.headers = cells.map((cell) => cell.trim());
      // A table glued to another one has its header twice.
      else if (!isSameAs(found.headers, cells) && found.records.length <= importLimits.rows)
        found.records.push({ row, cells });
    }
  };
  parser.on("readable", take);
  const ended = new Promise<void>((resolve, reject) => {
    parser.on("end", resolve);
    parser.on("error", reject);
  });
  // Awaited below; until then an error must not count as unhandled.
  ended.catch(() => {});
  try {
    for (let at = 0; at < body.length && !parser.destroyed; at += CHUNK_CHARACTERS) {
      parser.write(body.slice(at, at + CHUNK_CHARACTERS));
      await nextTurn();
    }
    parser.end();
    await ended;
  } catch (error) {
    found.parseError = toParseError(error, row + 1);
  }
  return found;
}

function isSameAs(headers: string[], cells: string[]) {
  return cells.length === headers.length && cells.every((cell, index) => cell.trim() === headers[index]);
}
