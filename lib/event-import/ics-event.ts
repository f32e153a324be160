import { problemTexts } from "@/texts/import-problems";
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

/** The properties that an import reads. Errors in others don't matter. */
const relevantProperty =
  /^(?:uid|summary|description|x-alt-desc|location|categories|url|status|dtstart|dtend|duration|rrule|exrule|rdate|exdate|recurrence-id|x-[\w-]*all-?day[\w-]*)[ \t]*(?=[;:])/i;

/** Marks of whole days that are written as times, such as X-MICROSOFT-CDO-ALLDAYEVENT and X-FUNAMBOL-ALLDAY. */
const wholeDayMark = /^x-[\w-]*all-?day(?:-?event)?$/;

export type LineProblem = { line: number; column: string; value: string; reason: string; fix: string };

export type IcsRule = { line: number; text: string };

export type IcsEvent = {
  /** The line of its BEGIN. */
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
  /** Marked as whole days by the program that wrote it, although it has times. */
  isWholeDays: boolean;
  rules: IcsRule[];
  exceptRules: IcsRule[];
  extra: IcsPeriod[];
  except: IcsTime[];
  /** The occurrence of a series that this event replaces; with `isRange` all later ones, too. */
  recurrenceId: { line: number; time: IcsTime; isRange: boolean } | null;
  /** Unreadable lines that are not needed. */
  problems: LineProblem[];
};

/** Reads an event from its lines. An event without a start is refused. */
export function readEvent(
  component: IcsComponent,
): { ok: true; event: IcsEvent } | { ok: false; problem: LineProblem } {
  const found = new Map<string, IcsProperty[]>();
  const problems: LineProblem[] = [];
  for (const content of component.lines) {
    const isWanted = relevantProperty.test(content.text);
    // A line that is no property is reported; properties that are not relevant are skipped.
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
        ...problemTexts.unreadableLine,
      });
  }
  if (!component.isClosed)
    problems.push({
      line: component.line,
      column: "END",
      value: "",
      ...problemTexts.cutOff,
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
        ...problemTexts.calendarDate,
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
            ...problemTexts.calendarDates,
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
      ...problemTexts.duration,
    });
  else if (length.isUnfinished)
    problems.push({
      ...about,
      ...problemTexts.durationUnit(length.minutes),
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
      ...problemTexts.calendarStartDate,
    };
  if (unread) return { ...unread, ...problemTexts.calendarStartUnread };
  return {
    line,
    column: "DTSTART",
    value: "",
    ...problemTexts.calendarNoStart,
  };
}
