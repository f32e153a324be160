/** An unfolded content line, with the number of its first line in the file. */
export type ContentLine = { line: number; text: string };

/** The lines between a BEGIN and its END, without nested components such as alarms. */
export type IcsComponent = {
  line: number;
  lines: ContentLine[];
  /** The number of its calendar in the file. */
  calendar: number;
  isClosed: boolean;
};

export type IcsFile = {
  calendars: number;
  events: IcsComponent[];
  zones: IcsComponent[];
  /** Properties of the calendars themselves, such as their zone. */
  properties: (ContentLine & { calendar: number })[];
};

const MAX_LINE_LENGTH = 100_000;

/** Unfolds lines. They may end with a line feed, a carriage return or both. */
function* contentLines(text: string): Generator<ContentLine> {
  let current: ContentLine | null = null;
  let number = 0;
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    number += 1;
    const part = match[1] ?? "";
    if (current && /^[ \t]/.test(part)) {
      if (current.text.length < MAX_LINE_LENGTH) current.text += part.slice(1);
      continue;
    }
    if (current && current.text.trim() !== "") yield current;
    current = { line: number, text: part };
  }
  if (current && current.text.trim() !== "") yield current;
}

/** An open component, and the depth of the current line in it. */
type OpenComponent = { component: IcsComponent; name: "VEVENT" | "VTIMEZONE"; nested: string[] };

/** Splits a calendar into events, so that a broken one doesn't affect the others. */
export function splitCalendar(text: string): IcsFile {
  const file: IcsFile = { calendars: 0, events: [], zones: [], properties: [] };
  let open: OpenComponent | null = null;
  const close = (isClosed: boolean) => {
    if (!open) return;
    (open.name === "VEVENT" ? file.events : file.zones).push({ ...open.component, isClosed });
    open = null;
  };
  // Skipped with all contents: tasks, journals, free/busy times.
  let skipped: string | null = null;
  for (const content of contentLines(text)) {
    const [, verb = "", name = ""] = /^(begin|end)[ \t]*:[ \t]*([\w-]+)[ \t]*$/i.exec(content.text) ?? [];
    const part = name.toUpperCase();
    const isBegin = verb.toUpperCase() === "BEGIN";
    if (verb === "") {
      const inside: OpenComponent | null = open;
      // Components in a zone are its rules; components in an event are alarms.
      if (inside && (inside.name === "VTIMEZONE" || inside.nested.length === 0)) inside.component.lines.push(content);
      else if (!inside && skipped === null) file.properties.push({ ...content, calendar: file.calendars });
    } else if (part === "VCALENDAR") {
      close(false);
      skipped = null;
      if (isBegin) file.calendars += 1;
    } else if (part === "VEVENT" || part === "VTIMEZONE") {
      close(!isBegin);
      skipped = null;
      if (isBegin) {
        const component = { line: content.line, lines: [], calendar: file.calendars, isClosed: false };
        open = { component, name: part, nested: [] };
      }
    } else if (open) {
      const inside: OpenComponent = open;
      if (inside.name === "VTIMEZONE") inside.component.lines.push(content);
      else if (isBegin) inside.nested.push(part);
      else inside.nested.pop();
    } else if (isBegin) skipped ??= part;
    else if (part === skipped) skipped = null;
  }
  close(false);
  return file;
}
