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

function readFailure(code: ParseFailure["code"], message: string): ParseFailure {
  return { ok: false, code, message };
}

const isCalendar = (text: string) => /^\s{0,100}BEGIN[ \t]{0,10}:[ \t]{0,10}V(?:CALENDAR|EVENT)/i.test(text);

/** Reads an uploaded table or calendar, whichever it is by what stands in it. Never throws for what a file holds. */
export async function readImport(bytes: Uint8Array, options: ImportOptions, now: Date): Promise<ParseResult> {
  if (bytes.length > importLimits.bytes)
    return readFailure("TOO_LARGE", `This file is larger than ${MAX_FILE_SIZE_TEXT}. Split it and import its parts.`);
  const decoded = decodeFile(bytes, options.encoding);
  if (!decoded.ok)
    return readFailure(
      "NOT_TEXT",
      "This is neither a CSV file nor a calendar. In a spreadsheet, choose “Save as” and then CSV.",
    );
  const text = decoded.text.replace(/^\uFEFF/, "");
  if (text.trim() === "") return readFailure("EMPTY", "There is nothing in this file.");
  const result = await (isCalendar(text) ? readCalendarText(text, options, now) : readTableText(text, options, now));
  if (result.ok) result.reading.questions.encoding = decoded.question;
  return result;
}

async function readCalendarText(text: string, options: ImportOptions, now: Date): Promise<ParseResult> {
  const file = splitCalendar(text);
  if (file.events.length === 0)
    return readFailure("NO_EVENTS", "This calendar holds no event: no line says BEGIN:VEVENT.");
  if (file.events.length > importLimits.rows) return readFailure("TOO_MANY_ROWS", tooManyMessage("events"));
  return { ok: true, reading: await readCalendar(file, options, now) };
}

async function readTableText(text: string, options: ImportOptions, now: Date): Promise<ParseResult> {
  const records = await readRecords(text);
  if (records.headers.length > importLimits.columns)
    return readFailure(
      "TOO_MANY_COLUMNS",
      `This table has more than ${importLimits.columns} columns. Remove those that are not needed.`,
    );
  if (records.records.length > importLimits.rows) return readFailure("TOO_MANY_ROWS", tooManyMessage("rows"));
  if (records.records.length === 0 && records.parseError) {
    const { line, reason, fix } = records.parseError;
    return { ok: false, code: "NO_ROWS", line, message: `Line ${line}: ${reason} ${fix}` };
  }
  if (records.records.length === 0)
    return readFailure("NO_ROWS", "This table has no rows below its headers. The first row names the columns.");
  const mapping = options.mapping ?? guessMapping(records.headers, detectColumnKinds(records));
  return { ok: true, reading: await readTable(records, options, mapping, now) };
}

function tooManyMessage(what: string) {
  return `This file has more than ${importLimits.rows.toLocaleString("en")} ${what}. Split it and import its parts.`;
}
