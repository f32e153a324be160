import { fileErrors } from "@/texts/import-problems";
import { detectColumnKinds } from "./column-kinds";
import { readRecords } from "./csv-records";
import { decodeFile } from "./decode";
import { guessMapping } from "./fields";
import { splitCalendar } from "./ics-components";
import { importLimits, MAX_FILE_SIZE_TEXT } from "./limits";
import type { ImportOptions } from "./options";
import type { ParseFailure, ParseResult } from "./parsed-file";
import { readCalendar } from "./read-calendar";
import { readTable } from "./read-table";

const MAX_ROWS_TEXT = importLimits.rows.toLocaleString("en-GB");

function readFailure(code: ParseFailure["code"], message: string): ParseFailure {
  return { ok: false, code, message };
}

const isCalendar = (text: string) => /^\s{0,100}BEGIN[ \t]{0,10}:[ \t]{0,10}V(?:CALENDAR|EVENT)/i.test(text);

/** Reads an uploaded table or calendar, which it detects by the content. It never throws because of the content. */
export async function readImport(bytes: Uint8Array, options: ImportOptions, now: Date): Promise<ParseResult> {
  if (bytes.length > importLimits.bytes) return readFailure("TOO_LARGE", fileErrors.tooLarge(MAX_FILE_SIZE_TEXT));
  const decoded = decodeFile(bytes, options.encoding);
  if (!decoded.ok) return readFailure("NOT_TEXT", fileErrors.notText);
  const text = decoded.text.replace(/^\uFEFF/, "");
  if (text.trim() === "") return readFailure("EMPTY", fileErrors.empty);
  const result = await (isCalendar(text) ? readCalendarText(text, options, now) : readTableText(text, options, now));
  if (result.ok) result.reading.questions.encoding = decoded.question;
  return result;
}

async function readCalendarText(text: string, options: ImportOptions, now: Date): Promise<ParseResult> {
  const file = splitCalendar(text);
  if (file.events.length === 0) return readFailure("NO_EVENTS", fileErrors.noEvents);
  if (file.events.length > importLimits.rows)
    return readFailure("TOO_MANY_ROWS", fileErrors.tooManyEvents(MAX_ROWS_TEXT));
  return { ok: true, reading: await readCalendar(file, options, now) };
}

async function readTableText(text: string, options: ImportOptions, now: Date): Promise<ParseResult> {
  const records = await readRecords(text);
  if (records.headers.length > importLimits.columns)
    return readFailure("TOO_MANY_COLUMNS", fileErrors.tooManyColumns(importLimits.columns));
  if (records.records.length > importLimits.rows)
    return readFailure("TOO_MANY_ROWS", fileErrors.tooManyRows(MAX_ROWS_TEXT));
  if (records.records.length === 0 && records.parseError) {
    const { line, reason, fix } = records.parseError;
    return { ok: false, code: "NO_ROWS", line, message: fileErrors.atLine(line, reason, fix) };
  }
  if (records.records.length === 0) return readFailure("NO_ROWS", fileErrors.noRows);
  const mapping = options.mapping ?? guessMapping(records.headers, detectColumnKinds(records));
  return { ok: true, reading: await readTable(records, options, mapping, now) };
}
