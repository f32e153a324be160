import type { IcsEvent, LineProblem } from "./ics-event";
import { expand, type Frame, inFrame } from "./ics-recurrence";
import type { Moment } from "./schedule";
import { shiftedDay } from "./schedule";
import { within } from "./within";

/** One time that an event takes place. */
export type Occurrence = {
  start: Moment;
  end: Moment | null;
  /** Which one of its series; empty for an event that takes place once. */
  of: string;
};

export type OccurrenceResult = {
  occurrences: Occurrence[];
  problems: LineProblem[];
  /** It had dates, and all of them have passed. */
  isOver: boolean;
  /** Its rule was given up after the time it had. */
  isEndless: boolean;
};

/** How far to look: the dates that other events of the file stand for, how many, since when, and for how long. */
type Search = { replaced: Set<string>; limit: number; since: Date | null; ms: number };

type Clocks = { frame: Frame; zoneOf: (tzid: string) => string | null };

function momentAt(wall: string, frame: Frame): Moment {
  const [day = "", time] = wall.split("T");
  return { day, time: time === undefined ? null : time.slice(0, 5), offset: frame.kind === "utc" ? "+00:00" : null };
}

const at = (wall: string) => Date.parse(wall.includes("T") ? `${wall}Z` : `${wall}T00:00:00Z`);

/** How long it takes, by its own clocks; null where it does not say. */
function lengthMs(event: IcsEvent, start: string, { frame, zoneOf }: Clocks): number | null {
  if (event.durationMinutes !== null && !event.end) return event.durationMinutes * 60_000;
  return event.end ? at(inFrame(event.end.time, frame, zoneOf)) - at(start) : null;
}

function endOf(start: string, length: number | null, event: IcsEvent, frame: Frame): Moment | null {
  if (length === null) return null;
  const end = new Date(at(start) + length).toISOString().slice(0, 19);
  // The end of whole days is the first day after them.
  if (frame.kind === "day" && event.end?.time.time == null)
    return { day: length > 0 ? shiftedDay(end.slice(0, 10), -1) : end.slice(0, 10), time: null, offset: null };
  if (frame.kind !== "day" && event.end?.time.time === null) return { day: end.slice(0, 10), time: null, offset: null };
  return momentAt(end, frame);
}

function expanded(event: IcsEvent, start: string, from: string, clocks: Clocks, { replaced, limit, ms }: Search) {
  const walls = (times: IcsEvent["extra"]) => times.map((time) => inFrame(time, clocks.frame, clocks.zoneOf));
  const rules = event.rules.map(({ text }) => text);
  // A date added to a single event does not take the place of its own.
  const extra = [...walls(event.extra), ...(rules.length === 0 && event.extra.length > 0 ? [start] : [])];
  const series = { start, rules, extra, except: [...walls(event.except), ...replaced], frame: clocks.frame, from };
  try {
    const done = within(ms, () => expand(series, limit));
    if (done.ok) return { ok: true as const, ...done.result };
    return { ok: false as const, isEndless: true, reason: "No end was found to this repeat rule" };
  } catch {
    return { ok: false as const, isEndless: false, reason: "This repeat rule cannot be read" };
  }
}

/** The earliest start at which it would not have ended by `now`, in its own clocks. */
function earliest(now: Date, length: number | null, { frame, zoneOf }: Clocks): string {
  const [day = "", time = ""] = new Date(now.getTime() - (length ?? 0)).toISOString().slice(0, 19).split("T");
  return inFrame({ day, time, isUtc: true, tzid: null }, frame, zoneOf);
}

/**
 * The times at which an event takes place, up to a limit. A series begins with what is not over at `since`, where one is given.
 */
export function occurrencesOf(event: IcsEvent, clocks: Clocks, search: Search): OccurrenceResult {
  const { frame } = clocks;
  const { replaced, limit, since } = search;
  const start = inFrame(event.start.time, frame, clocks.zoneOf);
  const length = lengthMs(event, start, clocks);
  const occurrence = (wall: string, of: string): Occurrence => ({
    start: momentAt(wall, frame),
    end: endOf(wall, length, event, frame),
    of,
  });
  if (event.recurrenceId)
    return {
      occurrences: [occurrence(start, inFrame(event.recurrenceId.time, frame, clocks.zoneOf))],
      problems: [],
      isOver: false,
      isEndless: false,
    };
  if (event.rules.length === 0 && event.extra.length === 0 && event.except.length === 0)
    return { occurrences: [occurrence(start, "")], problems: [], isOver: false, isEndless: false };

  const [rule] = event.rules;
  const problem = (reason: string, fix: string): LineProblem => ({
    line: rule?.line ?? event.start.line,
    column: rule ? "RRULE" : "RDATE",
    value: rule?.text ?? "",
    reason,
    fix,
  });
  const from = since ? earliest(since, length, clocks) : "";
  const series = expanded(event, start, from, clocks, search);
  if (!series.ok) {
    const problems = [
      problem(`${series.reason}, so only its first time is imported.`, "Correct the rule, or duplicate the draft."),
    ];
    return { occurrences: [occurrence(start, start)], problems, isOver: false, isEndless: series.isEndless };
  }
  const problems = series.isCut
    ? [
        problem(
          `It repeats more often than ${limit === 1 ? "the one time" : `the ${limit} times`} that one import takes of it.`,
          "Duplicate the last draft, or import a part of the calendar.",
        ),
      ]
    : [];
  const isEmpty = series.starts.length === 0 && replaced.size === 0 && !series.hasEarlier;
  if (isEmpty)
    problems.push(problem("Its rule gives no date, so only its first time is imported.", "Correct the rule."));
  const starts = isEmpty ? [start] : series.starts;
  const isOver = starts.length === 0 && series.hasEarlier;
  return { occurrences: starts.map((wall) => occurrence(wall, wall)), problems, isOver, isEndless: false };
}
