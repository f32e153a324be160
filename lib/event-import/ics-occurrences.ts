import type { IcsEvent, LineProblem } from "./ics-event";
import { expand, type Frame, inFrame } from "./ics-recurrence";
import { importLimits } from "./limits";
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

export type OccurrenceResult = { occurrences: Occurrence[]; problems: LineProblem[] };

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

function expanded(event: IcsEvent, start: string, clocks: Clocks, replaced: Set<string>, limit: number) {
  const walls = (times: IcsEvent["extra"]) => times.map((time) => inFrame(time, clocks.frame, clocks.zoneOf));
  const series = { start, rules: event.rules.map(({ text }) => text), extra: walls(event.extra), frame: clocks.frame };
  // A date added to a single event does not take the place of its own.
  const extra = event.rules.length === 0 && event.extra.length > 0 ? [...series.extra, start] : series.extra;
  try {
    const done = within(importLimits.ruleMs, () =>
      expand({ ...series, extra, except: [...walls(event.except), ...replaced] }, limit),
    );
    return done.ok
      ? { ok: true as const, ...done.result }
      : { ok: false as const, reason: "No end was found to this repeat rule" };
  } catch {
    return { ok: false as const, reason: "This repeat rule cannot be read" };
  }
}

/** The times at which an event takes place, up to `limit`. `replaced` are those that other events of the file stand for. */
export function occurrencesOf(event: IcsEvent, clocks: Clocks, replaced: Set<string>, limit: number): OccurrenceResult {
  const { frame } = clocks;
  const start = inFrame(event.start.time, frame, clocks.zoneOf);
  const length = lengthMs(event, start, clocks);
  const occurrence = (wall: string, of: string): Occurrence => ({
    start: momentAt(wall, frame),
    end: endOf(wall, length, event, frame),
    of,
  });
  if (event.recurrenceId)
    return { occurrences: [occurrence(start, inFrame(event.recurrenceId.time, frame, clocks.zoneOf))], problems: [] };
  if (event.rules.length === 0 && event.extra.length === 0 && event.except.length === 0)
    return { occurrences: [occurrence(start, "")], problems: [] };

  const [rule] = event.rules;
  const problem = (reason: string, fix: string): LineProblem => ({
    line: rule?.line ?? event.start.line,
    column: rule ? "RRULE" : "RDATE",
    value: rule?.text ?? "",
    reason,
    fix,
  });
  const series = expanded(event, start, clocks, replaced, limit);
  if (!series.ok) {
    const problems = [
      problem(`${series.reason}, so only its first time is imported.`, "Correct the rule, or duplicate the draft."),
    ];
    return { occurrences: [occurrence(start, start)], problems };
  }
  const problems = series.isCut
    ? [
        problem(
          `It repeats more often than ${limit === 1 ? "the one time" : `the ${limit} times`} that one import takes of it.`,
          "Duplicate the last draft, or import a part of the calendar.",
        ),
      ]
    : [];
  if (series.starts.length === 0 && replaced.size === 0)
    problems.push(problem("Its rule gives no date, so only its first time is imported.", "Correct the rule."));
  const starts = series.starts.length === 0 && replaced.size === 0 ? [start] : series.starts;
  return { occurrences: starts.map((wall) => occurrence(wall, wall)), problems };
}
