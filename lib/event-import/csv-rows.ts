import { setImmediate as nextTurn } from "node:timers/promises";
import { isTimeZone } from "@/lib/event-editing/schema";
import type { CsvRecord, CsvRecords } from "./csv-records";
import { orderIn, type ReadDate, readDate, readTime } from "./dates";
import { type Facts, formOf, type Note } from "./facts";
import { type ImportField, importFields, type Mapping } from "./fields";
import { importKey } from "./import-key";
import type { DateOrder, ImportOptions } from "./options";
import { Problems } from "./problems";
import type { ReadEvent, Reading } from "./reading";
import { type Moment, schedule } from "./schedule";
import { oneLine } from "./text";

type Refusal = { column: string; value: string; reason: string; fix: string };
type RowResult = { ok: true; event: ReadEvent; endsAt: Date; by: "id" | "row" } | { ok: false; refusal: Refusal };

const ROWS_PER_TURN = 500;

const dateReasons: Record<Exclude<ReadDate, { ok: true }>["code"], { reason: string; fix: string }> = {
  UNREADABLE: { reason: "This is not a date.", fix: "Write it as 2026-12-01, or 2026-12-01 19:30." },
  NO_SUCH_DAY: { reason: "There is no such day.", fix: "Correct the day, month or year." },
  NUMBER: {
    reason: "This is a spreadsheet’s own number of a day.",
    fix: "Format the column as a date and export again.",
  },
  AMBIGUOUS: { reason: "This could be two different days.", fix: "Say above what such dates mean." },
};

/** The order of day and month that the file's own dates give away; null where none does, or where they disagree. */
export function orderOfDates(cells: string[]): { order: DateOrder | null; ambiguous: string[] } {
  const orders = new Set<DateOrder>();
  const ambiguous = new Set<string>();
  for (const cell of cells) {
    const order = orderIn(cell);
    if (order === "either") ambiguous.add(oneLine(cell).slice(0, 30));
    else if (order !== null) orders.add(order);
  }
  const [only] = orders;
  return { order: orders.size === 1 && only ? only : null, ambiguous: [...ambiguous].slice(0, 3) };
}

function cellOf({ cells }: CsvRecord, mapping: Mapping, field: ImportField) {
  const column = mapping[field];
  return column === undefined ? "" : (cells[column] ?? "");
}

type Context = {
  mapping: Mapping;
  order: DateOrder | null;
  options: ImportOptions;
  titleOf: (field: ImportField) => string;
  note: (row: number) => Note;
  problems: Problems;
};

function momentOf(
  record: CsvRecord,
  which: "start" | "end",
  context: Context,
): { ok: true; moment: Moment | null } | { ok: false; refusal: Refusal } {
  const [dayField, timeField] =
    which === "start" ? (["startsAt", "startTime"] as const) : (["endsAt", "endTime"] as const);
  const cell = cellOf(record, context.mapping, dayField).trim();
  const timeCell = cellOf(record, context.mapping, timeField).trim();
  const time = timeCell === "" ? null : readTime(timeCell);
  if (timeCell !== "" && time === null) {
    const refusal = {
      column: context.titleOf(timeField),
      value: timeCell,
      reason: "This is not a time.",
      fix: "Write it as 19:30 or 7:30 pm.",
    };
    return { ok: false, refusal };
  }
  if (cell === "") return { ok: true, moment: time === null ? null : { day: "", time, offset: null } };
  // A column of times alone, next to one of days.
  const timeAlone = which === "end" ? readTime(cell) : null;
  if (timeAlone) return { ok: true, moment: { day: "", time: timeAlone, offset: null } };
  const date = readDate(cell, context.order);
  if (!date.ok)
    return { ok: false, refusal: { column: context.titleOf(dayField), value: cell, ...dateReasons[date.code] } };
  return { ok: true, moment: { day: date.day, time: time ?? date.time, offset: time ? null : date.offset } };
}

function zoneOf(record: CsvRecord, context: Context): { ok: true; zone: string } | { ok: false; refusal: Refusal } {
  const cell = cellOf(record, context.mapping, "timeZone").trim();
  if (cell === "") return { ok: true, zone: context.options.defaults.timeZone };
  if (cell.length < 60 && isTimeZone(cell)) return { ok: true, zone: cell };
  const fix = "Write a name such as Europe/Berlin.";
  return {
    ok: false,
    refusal: { column: context.titleOf("timeZone"), value: cell, reason: "No time zone has this name.", fix },
  };
}

function factsOf(record: CsvRecord, mapping: Mapping): Facts {
  const cell = (field: keyof Facts) => cellOf(record, mapping, field);
  return {
    name: cell("name"),
    summary: cell("summary"),
    description: cell("description"),
    category: cell("category"),
    venue: cell("venue"),
    address: cell("address"),
    city: cell("city"),
    country: cell("country"),
    online: cell("online"),
    url: cell("url"),
    capacity: cell("capacity"),
    price: cell("price"),
    currency: cell("currency"),
  };
}

function readRow(record: CsvRecord, context: Context): RowResult {
  const { mapping, options, titleOf } = context;
  const refuse = (field: ImportField, value: string, reason: string, fix: string): RowResult => ({
    ok: false,
    refusal: { column: titleOf(field), value, reason, fix },
  });
  const facts = factsOf(record, mapping);
  const name = oneLine(facts.name);
  if (name === "") return refuse("name", "", "It has no name.", "Write one into this row.");
  const start = momentOf(record, "start", context);
  if (!start.ok) return start;
  if (!start.moment?.day)
    return refuse("startsAt", "", "It does not say when it starts.", "Write a date into this row.");
  const end = momentOf(record, "end", context);
  if (!end.ok) return end;
  const zone = zoneOf(record, context);
  if (!zone.ok) return zone;
  // An end that is only a time is on the day of the start.
  const ends = end.moment && { ...end.moment, day: end.moment.day || start.moment.day };
  const when = schedule(start.moment, ends, zone.zone, options.defaults);
  if (!when.ok) {
    const value = cellOf(record, mapping, when.code === "ENDS_BEFORE_START" ? "endsAt" : "startsAt");
    return when.code === "ENDS_BEFORE_START"
      ? refuse("endsAt", value, "It ends before it starts.", "Correct one of the two dates.")
      : refuse("startsAt", value, "There is no such moment.", "Correct the date and the time.");
  }
  const note = context.note(record.row);
  if (when.skipped)
    context.problems.add(record.row, {
      kind: "changed",
      column: titleOf("startsAt"),
      value: when.skipped.wall.replace("T", " "),
      reason: `The clocks skip this time, so it is ${when.skipped.next.slice(11, 16)}.`,
      fix: "Correct it in the draft.",
    });
  const { day, time, offset } = start.moment;
  const id = oneLine(cellOf(record, mapping, "id"));
  const place = [facts.venue, facts.city].map(oneLine);
  const key = id === "" ? importKey("row", [name, day, time ?? "", offset ?? "", ...place]) : importKey("id", [id]);
  const form = {
    ...formOf(facts, options.defaults, note),
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    timeZone: zone.zone,
  };
  return { ok: true, event: { row: record.row, key, form }, endsAt: when.at.end, by: id === "" ? "row" : "id" };
}

/** Turns the rows of a table into drafts, and says of every row that becomes none why. */
export async function readRows(
  table: CsvRecords,
  options: ImportOptions,
  mapping: Mapping,
  now: Date,
): Promise<Reading> {
  const problems = new Problems();
  const counts = { found: table.records.length, refused: 0, duplicates: 0, leftOut: 0 };
  const titleOf = (field: ImportField) => {
    const column = mapping[field];
    return (column === undefined ? "" : table.headers[column]) || importFields[field].label;
  };
  const dates = table.records.flatMap((record) => [
    cellOf(record, mapping, "startsAt"),
    cellOf(record, mapping, "endsAt"),
  ]);
  const seen = orderOfDates(dates);
  const order = options.dateOrder ?? seen.order;
  const note =
    (row: number): Note =>
    (column, value, reason, fix) =>
      problems.add(row, { kind: "changed", column: titleOf(column), value, reason, fix });
  const context: Context = { mapping, order, options, titleOf, note, problems };

  const events: ReadEvent[] = [];
  const rowOf = new Map<string, number>();
  for (const [index, record] of table.records.entries()) {
    if (index % ROWS_PER_TURN === 0) await nextTurn();
    const result = readRow(record, context);
    if (!result.ok) {
      counts.refused += 1;
      problems.add(record.row, { kind: "refused", ...result.refusal });
      continue;
    }
    const { event, endsAt, by } = result;
    const earlier = rowOf.get(event.key);
    if (earlier !== undefined) {
      counts.duplicates += 1;
      const column = titleOf(by === "id" ? "id" : "name");
      const same = by === "id" ? "The same id" : "The same name, start and place";
      const value = by === "id" ? cellOf(record, mapping, "id") : event.form.name;
      problems.add(record.row, {
        kind: "duplicate",
        column,
        value,
        reason: `${same} as row ${earlier}.`,
        fix: "Nothing to do: it is imported once.",
      });
      continue;
    }
    rowOf.set(event.key, record.row);
    if (options.skipPast && endsAt < now) {
      counts.leftOut += 1;
      problems.add(record.row, {
        kind: "left-out",
        column: titleOf("endsAt"),
        value: "",
        reason: "It is over.",
        fix: "Untick “Leave out what is over” to import it.",
      });
      continue;
    }
    events.push(event);
  }
  if (table.broken) {
    counts.found += 1;
    counts.refused += 1;
    problems.add(table.broken.row, {
      kind: "refused",
      column: `Line ${table.broken.line}`,
      value: "",
      reason: `${table.broken.reason} Nothing after it could be read.`,
      fix: table.broken.fix,
    });
  }
  const ask = order === null ? seen.ambiguous : [];
  const columns = table.headers.map((header, index) => ({ header, samples: samplesOf(table, index) }));
  return {
    format: "table",
    events,
    problems: problems.list(),
    counts,
    columns,
    mapping,
    questions: { dateOrder: ask, zones: [] },
  };
}

function samplesOf(table: CsvRecords, column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of table.records.slice(0, 200)) {
    const text = oneLine((cells[column] ?? "").slice(0, 200));
    if (text !== "") samples.add(text.slice(0, 60).toWellFormed());
    if (samples.size === 3) break;
  }
  return [...samples];
}
