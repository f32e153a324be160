import type { DecimalMark } from "@/lib/money/parse-written-amount";
import { countryName } from "@/lib/names/countries";
import { zoneOfPlace } from "@/lib/time/zone-of-place";
import { columnFields } from "@/texts/import";
import { problemTexts } from "@/texts/import-problems";
import { statedFields } from "./content";
import { countryCodeOf } from "./country-codes";
import type { CsvRecord } from "./csv-records";
import { type ReadDate, readDate } from "./dates";
import type { ColumnMapping, ImportField } from "./fields";
import type { IcsZones } from "./ics-zones";
import { importKey } from "./import-key";
import type { DateOrder, ImportOptions } from "./options";
import type { ParsedEvent } from "./parsed-file";
import type { ProblemCollector } from "./problems";
import type { QuestionCollector } from "./questions";
import type { ProblemText, RawEventData, ReportNote } from "./raw-event";
import { isSameClock, type Moment, normalizeMidnight, type ScheduleResult, schedule } from "./schedule";
import { toOneLine } from "./text";
import { readTime, readTimes } from "./times";
import { toImportForm } from "./to-import-form";
import { parseYesNo, toWholeDays } from "./whole-days";

type RowError = ProblemText & { column: string; value: string };
export type RowResult =
  | { ok: true; event: ParsedEvent; endsAt: Date; by: "id" | "row" }
  | { ok: false; refusal: RowError };

const dateProblems: Record<Exclude<ReadDate, { ok: true }>["code"], ProblemText> = {
  UNREADABLE: problemTexts.notADate,
  NO_SUCH_DAY: problemTexts.noSuchDay,
  NUMBER: problemTexts.dayNumber,
  MONTH_UNCLEAR: problemTexts.monthUnclear,
  AMBIGUOUS: problemTexts.ambiguousDate,
};

/** A row's cell of a field; empty if the table has no such column. */
export function cellOf({ cells }: CsvRecord, mapping: ColumnMapping, field: ImportField) {
  const column = mapping[field];
  return column === undefined ? "" : (cells[column] ?? "");
}

/** Shared by all rows of a table. */
export type RowContext = {
  mapping: ColumnMapping;
  order: DateOrder | null;
  options: ImportOptions;
  titleOf: (field: ImportField) => string;
  /** How many columns the table has. */
  headers: number;
  note: (row: number) => ReportNote;
  problems: ProblemCollector;
  questions: QuestionCollector;
  decimalMark: DecimalMark | null;
  zones: IcsZones;
};

type MomentResult =
  | { ok: true; moment: Moment | null /** The end of "19:30–22:00". */; until: string | null }
  | { ok: false; refusal: RowError };

function readMoment(record: CsvRecord, which: "start" | "end", context: RowContext): MomentResult {
  const [dayField, timeField] =
    which === "start" ? (["startsAt", "startTime"] as const) : (["endsAt", "endTime"] as const);
  const cell = cellOf(record, context.mapping, dayField).trim();
  const timeCell = cellOf(record, context.mapping, timeField).trim();
  const times = timeCell === "" ? null : readTimes(timeCell);
  if (timeCell !== "" && (times === null || (which === "end" && times.to !== null))) {
    const refusal = {
      column: context.titleOf(timeField),
      value: timeCell,
      ...problemTexts.notATime,
    };
    return { ok: false, refusal };
  }
  const time = times?.from ?? null;
  // An end without a day gets its day from the start later.
  if (cell === "") return { ok: true, moment: time === null ? null : { day: "", time, offset: null }, until: null };
  // A column with only times, next to a column of days.
  const timeAlone = which === "end" ? readTime(cell) : null;
  if (timeAlone) return { ok: true, moment: { day: "", time: timeAlone, offset: null }, until: null };
  const date = readDate(cell, context.order);
  if (!date.ok)
    return { ok: false, refusal: { column: context.titleOf(dayField), value: cell, ...dateProblems[date.code] } };
  const { day, offset } = date;
  if (time === null) return { ok: true, moment: { day, time: date.time, offset }, until: date.until ?? null };
  return { ok: true, moment: { ...normalizeMidnight(day, time), offset: null }, until: times?.to ?? null };
}

type ZoneResult = { ok: true; zone: string } | { ok: false; refusal: RowError };

/** The zone of a row: its own, else that of its place or of the defaults. */
function resolveZone(record: CsvRecord, data: RawEventData, day: string, context: RowContext): ZoneResult {
  const cell = toOneLine(cellOf(record, context.mapping, "timeZone").slice(0, 200));
  if (cell === "") return { ok: true, zone: resolveUnnamedZone(data, day, context) };
  const found = context.zones.resolve(cell);
  if (!found.ok || Object.hasOwn(context.options.zones, cell)) context.questions.zone(cell, !found.ok);
  if (found.ok) return { ok: true, zone: found.zone };
  const refusal = {
    column: context.titleOf("timeZone"),
    value: cell,
    ...problemTexts.unclearZone,
  };
  return { ok: false, refusal };
}

function resolveUnnamedZone(data: RawEventData, day: string, { options, questions }: RowContext): string {
  const { timeZone, country: defaultCountry } = options.defaults;
  const city = toOneLine(data.city.slice(0, 200));
  const country = countryCodeOf(data.country) ?? (city === "" ? "" : defaultCountry);
  const own = zoneOfPlace({ city, country });
  if (own === null || own === timeZone || isSameClock(own, timeZone, day)) return timeZone;
  const place = [city, country && countryName(country)].filter(Boolean).join(", ");
  questions.place("zone", `${place}: ${own}`);
  return options.byPlace.zone ? own : timeZone;
}

function toRawEventData(record: CsvRecord, mapping: ColumnMapping): RawEventData {
  const cell = (field: keyof RawEventData) => cellOf(record, mapping, field);
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

/** The raw text of a time, from one or two cells, and the field of the first. */
function rawMomentOf(record: CsvRecord, mapping: ColumnMapping, which: "start" | "end") {
  const fields = which === "start" ? (["startsAt", "startTime"] as const) : (["endsAt", "endTime"] as const);
  const cells = fields.map((field) => toOneLine(cellOf(record, mapping, field)));
  return { field: cells[0] === "" && cells[1] !== "" ? fields[1] : fields[0], text: cells.filter(Boolean).join(" ") };
}

function isAllDay(record: CsvRecord, mapping: ColumnMapping, note: ReportNote): boolean {
  const cell = toOneLine(cellOf(record, mapping, "allDay"));
  const answer = cell === "" ? false : parseYesNo(cell);
  if (answer === null) note("allDay", cell, problemTexts.unclearAllDay);
  return answer ?? false;
}

/** Reports times that were read differently than the row has them. */
function noteScheduleChanges(
  when: Extract<ScheduleResult, { ok: true }>,
  end: ReturnType<typeof rawMomentOf>,
  note: ReportNote,
) {
  if (when.endsNextDay) note(end.field, end.text, problemTexts.endsNextDay);
  if (when.hadNoLength) note(end.field, end.text, problemTexts.noLength);
  if (when.skipped)
    note("startsAt", when.skipped.wall.replace("T", " "), problemTexts.skippedTime(when.skipped.next.slice(11, 16)));
}

/** Reads one row into a draft, or returns why it can't. */
export function readRow(record: CsvRecord, context: RowContext): RowResult {
  const { mapping, options, titleOf } = context;
  const refuse = (field: ImportField, value: string, text: ProblemText): RowResult => ({
    ok: false,
    refusal: { column: titleOf(field), value, ...text },
  });
  const data = toRawEventData(record, mapping);
  const name = toOneLine(data.name);
  if (name === "") return refuse("name", "", problemTexts.noName);
  const start = readMoment(record, "start", context);
  if (!start.ok) return start;
  if (!start.moment?.day) return refuse("startsAt", "", problemTexts.noStart);
  const end = readMoment(record, "end", context);
  if (!end.ok) return end;
  const zone = resolveZone(record, data, start.moment.day, context);
  if (!zone.ok) return zone;
  const note = context.note(record.row);
  const until = start.until === null ? null : { day: "", time: start.until, offset: null };
  const given = { start: start.moment, end: end.moment ?? until };
  const days = isAllDay(record, mapping, note) ? toWholeDays(given.start, given.end) : given;
  const when = schedule(days.start, days.end, zone.zone, options.defaults);
  const written = { start: rawMomentOf(record, mapping, "start"), end: rawMomentOf(record, mapping, "end") };
  if (!when.ok)
    return when.code === "ENDS_BEFORE_START"
      ? refuse(written.end.field, written.end.text, problemTexts.endBeforeStart(written.start.text))
      : refuse("startsAt", written.start.text, problemTexts.noSuchTime);
  noteScheduleChanges(when, written.end, note);
  reportSurplusCells(record, context);
  const { day, time, offset } = days.start;
  const id = toOneLine(cellOf(record, mapping, "id"));
  const place = [data.venue, data.city].map(toOneLine);
  const key = id === "" ? importKey("row", [name, day, time ?? "", offset ?? "", ...place]) : importKey("id", [id]);
  const form = {
    ...toImportForm(data, { options, note, questions: context.questions, decimalMark: context.decimalMark }),
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    timeZone: zone.zone,
  };
  return {
    ok: true,
    event: {
      row: record.row,
      key,
      form,
      stated: statedFields(data, {
        hasEnd: given.end !== null,
        hasZone: cellOf(record, mapping, "timeZone").trim() !== "",
      }),
      isAllDay: when.isAllDay,
    },
    endsAt: when.at.end,
    by: id === "" ? "row" : "id",
  };
}

/** More cells than headers: most likely an unquoted comma has shifted the cells after it. */
function reportSurplusCells({ row, cells }: CsvRecord, { headers, problems }: RowContext) {
  const surplus = cells.slice(headers).find((cell) => cell.trim() !== "");
  if (surplus === undefined) return;
  problems.add(row, {
    kind: "changed",
    column: columnFields.column(headers + 1),
    value: toOneLine(surplus.slice(0, 1_000)),
    ...problemTexts.surplusCells(headers),
  });
}
