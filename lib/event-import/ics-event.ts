import type { IcsComponent } from "./ics-components";
import { durationOf, type IcsProperty, type IcsTime, readProperty, textOf, timesOf } from "./ics-property";

/** What of an event's lines is of interest here. The rest may be as broken as it likes. */
const wanted =
  /^(?:uid|summary|description|x-alt-desc|location|categories|url|status|dtstart|dtend|duration|rrule|rdate|exdate|recurrence-id)[ \t]*(?=[;:])/i;

export type LineProblem = { line: number; column: string; value: string; reason: string; fix: string };

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
  rules: { line: number; text: string }[];
  extra: IcsTime[];
  except: IcsTime[];
  /** The occurrence of a series that this event stands for. */
  recurrenceId: { line: number; time: IcsTime } | null;
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
    const isWanted = wanted.test(content.text);
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
  const times = (name: string) =>
    all(name).flatMap((property) =>
      timesOf(property).filter((read): read is IcsTime => {
        if (!read)
          problems.push({
            line: property.line,
            column: name.toUpperCase(),
            value: property.raw,
            reason: "One of these is not a date, so it is left out.",
            fix: dateFix,
          });
        return read !== null;
      }),
    );

  const start = time("dtstart");
  if (!start) {
    const given = first("dtstart");
    const missing = given ? null : problems.find(({ column }) => column === "DTSTART");
    return { ok: false, problem: startProblem(component.line, given, missing) };
  }
  const duration = first("duration");
  const durationMinutes = duration ? durationOf(duration) : null;
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
      rules: all("rrule").map(({ line, raw }) => ({ line, text: raw.trim().replace(/;$/, "") })),
      extra: times("rdate"),
      except: times("exdate"),
      recurrenceId: time("recurrence-id"),
      problems,
    },
  };
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
