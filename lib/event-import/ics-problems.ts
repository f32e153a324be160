import type { ImportField } from "./fields";
import type { IcsEvent, LineProblem } from "./ics-event";
import type { ScheduleResult } from "./schedule";

/** Which property of a calendar a fact stands in. */
export const propertyByField: Partial<Record<ImportField, string>> = {
  name: "SUMMARY",
  description: "DESCRIPTION",
  category: "CATEGORIES",
  url: "URL",
};

export const overProblem = (line: number): LineProblem => ({
  line,
  column: "DTEND",
  value: "",
  reason: "It is over.",
  fix: "Untick “Skip past events” to import it.",
});

export const cancelledProblem = (line: number): LineProblem => ({
  line,
  column: "STATUS",
  value: "CANCELLED",
  reason: "It is cancelled.",
  fix: "Nothing to do.",
});

export const namelessProblem = ({ line }: IcsEvent): LineProblem => ({
  line,
  column: "SUMMARY",
  value: "",
  reason: "It has no name.",
  fix: "Add a line such as SUMMARY:Late show.",
});

export const unknownZoneProblem = (line: number, tzid: string): LineProblem => ({
  line,
  column: "TZID",
  value: tzid,
  reason: "Nobody knows a time zone of this name.",
  fix: "Choose above which zone is meant.",
});

export const guessedZoneProblem = (line: number, tzid: string, zone: string): LineProblem => ({
  line,
  column: "TZID",
  value: tzid,
  reason: `Read as ${zone}, which has the same clock changes.`,
  fix: "Choose another zone in the draft if it is not.",
});

export const zonelessProblem = ({ start }: IcsEvent, zone: string): LineProblem => ({
  line: start.line,
  column: "DTSTART",
  value: `${start.time.day} ${start.time.time?.slice(0, 5) ?? ""}`,
  reason: `It names no time zone, and its calendar only universal time, so it is read in ${zone}.`,
  fix: "Choose above which zone is meant.",
});

export const noDatesProblem = (line: number): LineProblem => ({
  line,
  column: "EXDATE",
  value: "",
  reason: "Each of its dates is left out, or stands in the file as an event of its own.",
  fix: "Nothing to do.",
});

export const orphanedChangeProblem = (line: number): LineProblem => ({
  line,
  column: "RECURRENCE-ID",
  value: "THISANDFUTURE",
  reason: "It changes all later dates, too, but their series is not in this file.",
  fix: "Export the whole calendar, or duplicate the draft.",
});

export function unscheduledProblem(
  { start, end }: IcsEvent,
  day: string,
  { code }: ScheduleResult & { ok: false },
): LineProblem {
  const isOrder = code === "ENDS_BEFORE_START";
  return {
    line: (isOrder ? end?.line : undefined) ?? start.line,
    column: isOrder ? "DTEND" : "DTSTART",
    value: day,
    reason: isOrder ? "It ends before it starts." : "There is no such moment.",
    fix: "Correct the date.",
  };
}

/** What is to be said of a time that was read differently than it stands there. */
export function scheduleNotes({ line, start }: IcsEvent, when: ScheduleResult & { ok: true }): LineProblem[] {
  const notes: LineProblem[] = [];
  if (when.hadNoLength)
    notes.push({
      line,
      column: "DTEND",
      value: "",
      reason: "It ends when it starts, so it takes as long as set above.",
      fix: "Correct the end in the draft.",
    });
  if (when.skipped)
    notes.push({
      line: start.line,
      column: "DTSTART",
      value: when.skipped.wall.replace("T", " "),
      reason: `The clocks skip this time, so it is ${when.skipped.next.slice(11, 16)}.`,
      fix: "Correct it in the draft.",
    });
  return notes;
}
