import { problemTexts } from "@/texts/import-problems";
import type { ImportField } from "./fields";
import type { IcsEvent, LineProblem } from "./ics-event";
import type { ScheduleResult } from "./schedule";

/** The calendar property of a field. */
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
  ...problemTexts.over,
});

export const cancelledProblem = (line: number): LineProblem => ({
  line,
  column: "STATUS",
  value: "CANCELLED",
  ...problemTexts.cancelled,
});

export const namelessProblem = ({ line }: IcsEvent): LineProblem => ({
  line,
  column: "SUMMARY",
  value: "",
  ...problemTexts.calendarNoName,
});

export const unknownZoneProblem = (line: number, tzid: string): LineProblem => ({
  line,
  column: "TZID",
  value: tzid,
  ...problemTexts.unknownZone,
});

export const guessedZoneProblem = (line: number, tzid: string, zone: string): LineProblem => ({
  line,
  column: "TZID",
  value: tzid,
  ...problemTexts.guessedZone(zone),
});

export const zonelessProblem = ({ start }: IcsEvent, zone: string): LineProblem => ({
  line: start.line,
  column: "DTSTART",
  value: `${start.time.day} ${start.time.time?.slice(0, 5) ?? ""}`,
  ...problemTexts.noZone(zone),
});

export const noDatesProblem = (line: number): LineProblem => ({
  line,
  column: "EXDATE",
  value: "",
  ...problemTexts.noDates,
});

export const orphanedChangeProblem = (line: number): LineProblem => ({
  line,
  column: "RECURRENCE-ID",
  value: "THISANDFUTURE",
  ...problemTexts.orphanedChange,
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
    ...(isOrder ? problemTexts.calendarEndBeforeStart : problemTexts.calendarNoSuchTime),
  };
}

/** Reports times that were read differently than the file has them. */
export function scheduleNotes({ line, start }: IcsEvent, when: ScheduleResult & { ok: true }): LineProblem[] {
  const notes: LineProblem[] = [];
  if (when.hadNoLength)
    notes.push({
      line,
      column: "DTEND",
      value: "",
      ...problemTexts.noLength,
    });
  if (when.skipped)
    notes.push({
      line: start.line,
      column: "DTSTART",
      value: when.skipped.wall.replace("T", " "),
      ...problemTexts.skippedTime(when.skipped.next.slice(11, 16)),
    });
  return notes;
}
