import { columnKinds } from "./column-kinds";
import { readRecords } from "./csv-records";
import { readRows } from "./csv-rows";
import { decodeFile } from "./decode";
import { guessMapping } from "./fields";
import { splitCalendar } from "./ics-components";
import { readCalendar } from "./ics-rows";
import { importLimits, largestFile } from "./limits";
import type { ImportOptions } from "./options";
import type { ReadFailure, ReadResult } from "./reading";

function failure(code: ReadFailure["code"], message: string): ReadFailure {
  return { ok: false, code, message };
}

const isCalendar = (text: string) => /^\s{0,100}BEGIN[ \t]{0,10}:[ \t]{0,10}V(?:CALENDAR|EVENT)/i.test(text);

/** Reads an uploaded table or calendar, whichever it is by what stands in it. Never throws for what a file holds. */
export async function readImport(bytes: Uint8Array, options: ImportOptions, now: Date): Promise<ReadResult> {
  if (bytes.length > importLimits.bytes)
    return failure("TOO_LARGE", `This file is larger than ${largestFile}. Split it and import its parts.`);
  const decoded = decodeFile(bytes, options.encoding);
  if (!decoded.ok)
    return failure(
      "NOT_TEXT",
      "This is neither a CSV file nor a calendar. In a spreadsheet, choose “Save as” and then CSV.",
    );
  const text = decoded.text.replace(/^\uFEFF/, "");
  if (text.trim() === "") return failure("EMPTY", "There is nothing in this file.");
  const result = await (isCalendar(text) ? calendar(text, options, now) : table(text, options, now));
  if (result.ok) result.reading.questions.encoding = decoded.question;
  return result;
}

async function calendar(text: string, options: ImportOptions, now: Date): Promise<ReadResult> {
  const file = splitCalendar(text);
  if (file.events.length === 0) return failure("NO_EVENTS", "This calendar holds no event: no line says BEGIN:VEVENT.");
  if (file.events.length > importLimits.rows) return failure("TOO_MANY_ROWS", tooMany("events"));
  return { ok: true, reading: await readCalendar(file, options, now) };
}

async function table(text: string, options: ImportOptions, now: Date): Promise<ReadResult> {
  const records = await readRecords(text);
  if (records.headers.length > importLimits.columns)
    return failure(
      "TOO_MANY_COLUMNS",
      `This table has more than ${importLimits.columns} columns. Remove those that are not needed.`,
    );
  if (records.records.length > importLimits.rows) return failure("TOO_MANY_ROWS", tooMany("rows"));
  if (records.records.length === 0 && records.broken) {
    const { line, reason, fix } = records.broken;
    return { ok: false, code: "NO_ROWS", line, message: `Line ${line}: ${reason} ${fix}` };
  }
  if (records.records.length === 0)
    return failure("NO_ROWS", "This table has no rows below its headers. The first row names the columns.");
  const mapping = options.mapping ?? guessMapping(records.headers, columnKinds(records));
  return { ok: true, reading: await readRows(records, options, mapping, now) };
}

function tooMany(what: string) {
  return `This file has more than ${importLimits.rows.toLocaleString("en")} ${what}. Split it and import its parts.`;
}
