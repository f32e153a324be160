import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, Parser } from "csv-parse";
import { problemTexts } from "@/texts/import-problems";
import { type Delimiter, sniffDelimiter } from "./csv-delimiter";
import { importLimits } from "./limits";

/** A record with its row number as in a spreadsheet: the header is row 1. */
export type CsvRecord = { row: number; cells: string[] };

export type CsvRecords = {
  delimiter: Delimiter;
  headers: string[];
  records: CsvRecord[];
  /** Where and why parsing stopped; the records before it are read. */
  parseError: { row: number; line: number; reason: string; fix: string } | null;
};

const CHUNK_CHARACTERS = 64 * 1024;

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");

function toParseError(error: unknown, row: number): CsvRecords["parseError"] {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === "number" ? error.lines : row;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return { row, line, ...problemTexts.quoteNeverCloses };
  }
  return { row, line, ...problemTexts.quotesDontMatch };
}

/** Reads a table in chunks, so that a large one doesn't block other requests. */
export async function readRecords(text: string): Promise<CsvRecords> {
  const { delimiter, skip } = sniffDelimiter(text);
  const body = text.slice(skip.characters);
  const found: CsvRecords = { delimiter, headers: [], records: [], parseError: null };
  let row = skip.lines;
  const parser = new Parser({
    delimiter,
    // By default csv-parse only accepts the first kind of line end in the file.
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
      // Concatenated tables repeat the header.
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
