import { setImmediate as nextTurn } from "node:timers/promises";
import { problemTexts } from "@/texts/import-problems";
import type { CsvRecords } from "./csv-records";
import { cellOf, type RowContext, readRow } from "./csv-row";
import { dateOrderOf } from "./dates";
import { type ColumnMapping, type ImportField, importFields } from "./fields";
import { IcsZones } from "./ics-zones";
import type { DateOrder, ImportOptions } from "./options";
import type { ParsedEvent, ParsedFile } from "./parsed-file";
import { detectDecimalMark } from "./price";
import { ProblemCollector } from "./problems";
import { QuestionCollector } from "./questions";
import type { ReportNote } from "./raw-event";
import { toOneLine } from "./text";

const ROWS_PER_BATCH = 500;

/** The order of day and month that all dates of the file agree on; else null. */
function detectDateOrder(cells: string[]): { order: DateOrder | null; ambiguous: string[] } {
  const orders = new Set<DateOrder>();
  const ambiguous = new Set<string>();
  for (const cell of cells) {
    const order = dateOrderOf(cell);
    if (order === "either") ambiguous.add(toOneLine(cell).slice(0, 30));
    else if (order !== null) orders.add(order);
  }
  const [only] = orders;
  return { order: orders.size === 1 && only ? only : null, ambiguous: [...ambiguous].slice(0, 3) };
}

/** Reads the rows of a table into drafts, and reports a problem for every row that can't be one. */
export async function readTable(
  table: CsvRecords,
  options: ImportOptions,
  mapping: ColumnMapping,
  now: Date,
): Promise<ParsedFile> {
  const problems = new ProblemCollector();
  const counts = { found: table.records.length, refused: 0, duplicates: 0, leftOut: 0 };
  const titleOf = (field: ImportField) => {
    const column = mapping[field];
    return (column === undefined ? "" : table.headers[column]) || importFields[field].label;
  };
  const dates = table.records.flatMap((record) => [
    cellOf(record, mapping, "startsAt"),
    cellOf(record, mapping, "endsAt"),
  ]);
  const seen = detectDateOrder(dates);
  const order = options.dateOrder ?? seen.order;
  const note =
    (row: number): ReportNote =>
    (column, value, text) =>
      problems.add(row, { kind: "changed", column: titleOf(column), value, ...text });
  const questions = new QuestionCollector();
  const decimalMark = detectDecimalMark(table.records.map((record) => cellOf(record, mapping, "price")));
  const zones = new IcsZones([], options.zones, []);
  const headers = table.headers.length;
  const context: RowContext = {
    mapping,
    order,
    options,
    titleOf,
    headers,
    note,
    problems,
    questions,
    decimalMark,
    zones,
  };

  const events: ParsedEvent[] = [];
  const rowOf = new Map<string, number>();
  for (const [index, record] of table.records.entries()) {
    if (index % ROWS_PER_BATCH === 0) await nextTurn();
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
      const value = by === "id" ? cellOf(record, mapping, "id") : event.form.name;
      problems.add(record.row, {
        kind: "duplicate",
        column,
        value,
        ...(by === "id" ? problemTexts.sameId(earlier) : problemTexts.sameRow(earlier)),
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
        ...problemTexts.over,
      });
      continue;
    }
    events.push(event);
  }
  if (table.parseError) {
    counts.found += 1;
    counts.refused += 1;
    problems.add(table.parseError.row, {
      kind: "refused",
      column: problemTexts.line(table.parseError.line),
      value: "",
      reason: problemTexts.unreadRest(table.parseError.reason),
      fix: table.parseError.fix,
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
    questions: questions.list(ask),
  };
}

function samplesOf(table: CsvRecords, column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of table.records.slice(0, 200)) {
    const text = toOneLine((cells[column] ?? "").slice(0, 200));
    if (text !== "") samples.add(text.slice(0, 60).toWellFormed());
    if (samples.size === 3) break;
  }
  return [...samples];
}
