import { problemTexts } from "@/texts/import-problems";
import type { ResolveTzid } from "./ics-clocks";
import type { IcsEvent, LineProblem } from "./ics-event";
import { type ClockFrame, expandRecurrence, wallInFrame } from "./ics-recurrence";
import type { LaterChange, SeriesChanges } from "./ics-series";
import type { ProblemText } from "./raw-event";
import { isPlainRule } from "./repeat-rule";
import { runWithTimeout } from "./run-with-timeout";
import { type Moment, shiftDay } from "./schedule";

/** One time that an event takes place. */
export type Occurrence = {
  start: Moment;
  end: Moment | null;
  /** Which one of its series; empty for an event that takes place once. */
  of: string;
  /** Whose texts it has: another event than that of the series may hold from some date on. */
  by: IcsEvent;
};

export type OccurrenceResult = {
  occurrences: Occurrence[];
  problems: LineProblem[];
  /** It had dates, and all of them have passed. */
  isOver: boolean;
  /** Its rule was given up after the time it had. */
  isEndless: boolean;
};

/** How far to look: what other events of the file say, how many dates, since when, and for how long. */
type OccurrenceSearch = { changes: SeriesChanges; limit: number; since: Date | null; ms: number };

type ClockContext = { frame: ClockFrame; zoneOf: ResolveTzid };

function momentAt(wall: string, frame: ClockFrame): Moment {
  const [day = "", time] = wall.split("T");
  return { day, time: time === undefined ? null : time.slice(0, 5), offset: frame.kind === "utc" ? "+00:00" : null };
}

const toMs = (wall: string) => Date.parse(wall.includes("T") ? `${wall}Z` : `${wall}T00:00:00Z`);
const wallAt = (ms: number, like: string) => new Date(ms).toISOString().slice(0, like.length);

/** How long it takes, by its own clocks; null where it does not say. */
function lengthMs(event: IcsEvent, start: string, { frame, zoneOf }: ClockContext): number | null {
  if (event.durationMinutes !== null && !event.end) return event.durationMinutes * 60_000;
  return event.end ? toMs(wallInFrame(event.end.time, frame, zoneOf)) - toMs(start) : null;
}

function endOf(start: string, length: number | null, { end }: IcsEvent, frame: ClockFrame): Moment | null {
  if (length === null) return null;
  const wall = new Date(toMs(start) + length).toISOString().slice(0, 19);
  const day = wall.slice(0, 10);
  if (frame.kind === "day") {
    const clock = end?.time.time ?? "00:00:00";
    if (clock !== "00:00:00") return { day, time: clock.slice(0, 5), offset: end?.time.isUtc ? "+00:00" : null };
    // The end of whole days is the first day after them.
    return { day: length > 0 ? shiftDay(day, -1) : day, time: null, offset: null };
  }
  return end?.time.time === null ? { day, time: null, offset: null } : momentAt(wall, frame);
}

/** How long the added dates take that say so themselves, by their start. */
function periodLengths(event: IcsEvent, { frame, zoneOf }: ClockContext): Map<string, number> {
  return new Map(
    event.extra.flatMap(({ start, end, minutes }) => {
      const wall = wallInFrame(start, frame, zoneOf);
      const length = end ? toMs(wallInFrame(end, frame, zoneOf)) - toMs(wall) : minutes === null ? 0 : minutes * 60_000;
      return length > 0 ? [[wall, length] as const] : [];
    }),
  );
}

const withTimeOf = (start: string, date: string) => (date.includes("T") ? date : `${date}${start.slice(10)}`);

function expandSeries(
  event: IcsEvent,
  start: string,
  from: string,
  { frame, zoneOf }: ClockContext,
  search: OccurrenceSearch,
) {
  const texts = (rules: IcsEvent["rules"]) => rules.map(({ text }) => text);
  const series = {
    start,
    rules: texts(event.rules),
    exceptRules: texts(event.exceptRules),
    // A date without a time has the time of the series.
    extra: event.extra.map((period) => withTimeOf(start, wallInFrame(period.start, frame, zoneOf))),
    except: [...event.except.map((time) => wallInFrame(time, frame, zoneOf)), ...search.changes.replaced],
    frame,
    from,
  };
  try {
    const isPlain = series.exceptRules.length === 0 && series.rules.every(isPlainRule);
    const work = () => expandRecurrence(series, search.limit);
    // Running with a timeout takes longer than evaluating most rules.
    const done = isPlain ? { ok: true as const, result: work() } : runWithTimeout(search.ms, work);
    if (done.ok) return { ok: true as const, ...done.result };
    return { ok: false as const, isEndless: true, problem: problemTexts.endlessRule };
  } catch {
    return { ok: false as const, isEndless: false, problem: problemTexts.unreadableRule };
  }
}

/** The earliest start, as a wall clock, with which it would not have ended by `now`. */
function earliestStart(now: Date, length: number | null, { frame, zoneOf }: ClockContext): string {
  const [day = "", time = ""] = new Date(now.getTime() - (length ?? 0)).toISOString().slice(0, 19).split("T");
  return wallInFrame({ day, time, isUtc: true, tzid: null }, frame, zoneOf);
}

/** An occurrence after a change of all later dates: shifted and resized like the changed one. */
function applyLaterChange(date: string, { from, event }: LaterChange, clocks: ClockContext): Occurrence {
  const own = wallInFrame(event.start.time, clocks.frame, clocks.zoneOf);
  const start = wallAt(toMs(date) + toMs(own) - toMs(from), date);
  const length = lengthMs(event, own, clocks);
  // The change may have turned times into whole days.
  const frame: ClockFrame = own.includes("T") ? clocks.frame : { kind: "day" };
  const wall = start.slice(0, own.length);
  return { start: momentAt(wall, frame), end: endOf(wall, length, event, frame), of: date, by: event };
}

/**
 * The occurrences of an event, up to a limit. With `since`, a series starts with the first that is not over then.
 */
export function listOccurrences(
  event: IcsEvent,
  standsFor: string | null,
  clocks: ClockContext,
  search: OccurrenceSearch,
): OccurrenceResult {
  const { frame } = clocks;
  const { changes, limit, since } = search;
  const start = wallInFrame(event.start.time, frame, clocks.zoneOf);
  const length = lengthMs(event, start, clocks);
  const occurrence = (wall: string, of: string): Occurrence => ({
    start: momentAt(wall, frame),
    end: endOf(wall, length, event, frame),
    of,
    by: event,
  });
  const [rule] = event.rules;
  const toProblem = (text: ProblemText): LineProblem => ({
    line: rule?.line ?? event.start.line,
    column: rule ? "RRULE" : "RDATE",
    value: rule?.text ?? "",
    ...text,
  });
  const isSingle = [event.rules, event.exceptRules, event.extra, event.except].every(({ length }) => length === 0);
  if (standsFor !== null || isSingle) {
    const problems = [event.rules, event.extra].every(({ length }) => length === 0)
      ? []
      : [toProblem(problemTexts.repetitionIgnored)];
    return { occurrences: [occurrence(start, standsFor ?? "")], problems, isOver: false, isEndless: false };
  }

  const series = expandSeries(event, start, since ? earliestStart(since, length, clocks) : "", clocks, search);
  if (!series.ok) {
    const problems = [toProblem(series.problem)];
    return { occurrences: [occurrence(start, start)], problems, isOver: false, isEndless: series.isEndless };
  }
  const problems: LineProblem[] = [];
  if (series.isCut) problems.push(toProblem(problemTexts.tooManyDates(limit)));
  if (series.isUnusual) problems.push(toProblem(problemTexts.unusualRule));
  const isEmpty = series.starts.length === 0 && changes.replaced.size === 0 && !series.hasEarlier;
  if (isEmpty) problems.push(toProblem(problemTexts.emptyRule));
  const lengths = periodLengths(event, clocks);
  const occurrences = (isEmpty ? [start] : series.starts).map((date) => {
    const change = changes.later.findLast(({ from }) => from <= date);
    if (change) return applyLaterChange(date, change, clocks);
    const own = lengths.get(date);
    const end = own === undefined ? endOf(date, length, event, frame) : momentAt(wallAt(toMs(date) + own, date), frame);
    return { start: momentAt(date, frame), end, of: date, by: event };
  });
  return { occurrences, problems, isOver: occurrences.length === 0 && series.hasEarlier, isEndless: false };
}
