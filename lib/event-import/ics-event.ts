import type { IcsComponent } from "./ics-components";
import {
  type IcsPeriod,
  type IcsProperty,
  type IcsTime,
  parseDuration,
  periodsOf,
  readProperty,
  textOf,
  timesOf,
} from "./ics-property";

/** What of an event's lines is of interest here. The rest may be as broken as it likes. */
const relevantProperty =
  /^(?:uid|summary|description|x-alt-desc|location|categories|url|status|dtstart|dtend|duration|rrule|exrule|rdate|exdate|recurrence-id|x-[\w-]*all-?day[\w-]*)[ \t]*(?=[;:])/i;

/** What programs that write whole days as times mark them with: X-MICROSOFT-CDO-ALLDAYEVENT, X-FUNAMBOL-ALLDAY. */
const wholeDayMark = /^x-[\w-]*all-?day(?:-?event)?$/;

export type LineProblem = { line: number; column: string; value: string; reason: string; fix: string };

export type IcsRule = { line: number; text: string };

export type IcsEvent = {
  /** Of its BEGIN. */
  line: number;
  calendar: number;
  uid: string;
  name: string;
  description: string;
  location: string;
  categories: string;
  url: string;
  isCancelled: boolean;
  start: { line: number; time: IcsTime };
  end: { line: number; time: IcsTime } | null;
  durationMinutes: number | null;
  /** Its program marked it as taking whole days, however its times are written. */
  isWholeDays: boolean;
  rules: IcsRule[];
  exceptRules: IcsRule[];
  extra: IcsPeriod[];
  except: IcsTime[];
  /** The occurrence of a series that this event stands for; with `isRange`, for all later ones, too. */
  recurrenceId: { line: number; time: IcsTime; isRange: boolean } | null;
  /** What could not be read, and is not needed. */
  problems: LineProblem[];
};

const dateFix = "Write it as 20261201T193000, or 20261201 for a whole day.";

/** Reads an event line by line. Without a start there is no event. */
export function readEvent(
  component: IcsComponent,
): { ok: true; event: IcsEvent } | { ok: false; problem: LineProblem } {
  const found = new Map<string, IcsProperty[]>();
  const problems: LineProblem[] = [];
  for (const content of component.lines) {
    const isWanted = relevantProperty.test(content.text);
    // A line that is no property at all is told; what stands in those of no interest is not.
    if (!isWanted && /^[\w-]{1,60}[ \t]*[;:]/.test(content.text)) continue;
    const property = isWanted
      ? readProperty({ ...content, text: content.text.replace(/^([\w-]+)[ \t]+/, "$1") })
      : null;
    if (property) found.set(property.name, [...(found.get(property.name) ?? []), property]);
    else
      problems.push({
        line: content.line,
        column: columnOf(content.text),
        value: content.text,
        reason: "This line cannot be read, so it is left out.",
        fix: "Correct the line, or the program that wrote it.",
      });
  }
  if (!component.isClosed)
    problems.push({
      line: component.line,
      column: "END",
      value: "",
      reason: "The event has no end, so it is taken as far as it goes.",
      fix: "Export the calendar again: the file may be cut off.",
    });

  const first = (name: string) => found.get(name)?.[0];
  const all = (name: string) => found.get(name) ?? [];
  const time = (name: string): { line: number; time: IcsTime } | null => {
    const property = first(name);
    const read = property ? timesOf(property)[0] : null;
    if (!property || read) return property && read ? { line: property.line, time: read } : null;
    if (name !== "dtstart")
      problems.push({
        line: property.line,
        column: name.toUpperCase(),
        value: property.raw,
        reason: "This is not a date, so it is left out.",
        fix: dateFix,
      });
    return null;
  };
  const listed = <Read>(name: string, read: (property: IcsProperty) => (Read | null)[]): Read[] =>
    all(name).flatMap((property) =>
      read(property).filter((one): one is Read & object => {
        if (one === null)
          problems.push({
            line: property.line,
            column: name.toUpperCase(),
            value: property.raw,
            reason: "One of these is not a date, so it is left out.",
            fix: dateFix,
          });
        return one !== null;
      }),
    );
  const rules = (name: string) => all(name).map(({ line, raw }) => ({ line, text: raw.trim().replace(/;$/, "") }));

  const start = time("dtstart");
  if (!start) {
    const given = first("dtstart");
    const missing = given ? null : problems.find(({ column }) => column === "DTSTART");
    return { ok: false, problem: startProblem(component.line, given, missing) };
  }
  const durationMinutes = readDuration(first("duration"), problems);
  const standsFor = time("recurrence-id");
  const alternative = first("x-alt-desc");
  const plain = textOf(first("description"));
  return {
    ok: true,
    event: {
      line: component.line,
      calendar: component.calendar,
      uid: textOf(first("uid")).trim().slice(0, 1_000),
      name: textOf(first("summary")),
      description: alternative?.params.fmttype?.toLowerCase() === "text/html" ? textOf(alternative) : plain,
      location: textOf(first("location")),
      categories: all("categories").map(textOf).join(", "),
      url: first("url")?.raw ?? "",
      isCancelled: textOf(first("status")).trim().toUpperCase() === "CANCELLED",
      start,
      end: time("dtend"),
      durationMinutes,
      isWholeDays: [...found.values()].flat().some(isWholeDayMark),
      rules: rules("rrule"),
      exceptRules: rules("exrule"),
      extra: listed("rdate", periodsOf),
      except: listed("exdate", timesOf),
      recurrenceId: standsFor && {
        ...standsFor,
        isRange: first("recurrence-id")?.params.range?.toUpperCase() === "THISANDFUTURE",
      },
      problems,
    },
  };
}

function isWholeDayMark({ name, raw }: IcsProperty) {
  return wholeDayMark.test(name) && /^(?:true|yes|1)$/i.test(raw.trim());
}

function readDuration(property: IcsProperty | undefined, problems: LineProblem[]): number | null {
  if (!property) return null;
  const length = parseDuration(property.raw);
  const about = { line: property.line, column: "DURATION", value: property.raw };
  if (!length)
    problems.push({
      ...about,
      reason: "This is not a length of time, so it takes as long as set above.",
      fix: "Write it as PT1H30M, or correct the end in the draft.",
    });
  else if (length.isUnfinished)
    problems.push({
      ...about,
      reason: `The last number has no unit; read as ${length.minutes} minutes.`,
      fix: "Correct the end in the draft if it is not.",
    });
  return length?.minutes ?? null;
}

function columnOf(text: string) {
  return (/^[a-z][\w-]{1,60}(?=[;:])/i.exec(text)?.[0] ?? "").toUpperCase();
}

function startProblem(
  line: number,
  given: IcsProperty | undefined,
  unread: LineProblem | null | undefined,
): LineProblem {
  if (given)
    return {
      line: given.line,
      column: "DTSTART",
      value: given.raw,
      reason: "This is not a date since 1900.",
      fix: dateFix,
    };
  if (unread) return { ...unread, reason: "The start cannot be read.", fix: dateFix };
  return {
    line,
    column: "DTSTART",
    value: "",
    reason: "It does not say when it starts.",
    fix: "Add a line such as DTSTART:20261201T193000.",
  };
}
