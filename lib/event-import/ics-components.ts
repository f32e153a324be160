/** A content line, unfolded, with the number its first part has in the file. */
export type ContentLine = { line: number; text: string };

/** What stands between a BEGIN and its END. Parts of an event, such as its alarms, are left out. */
export type IcsComponent = {
  line: number;
  lines: ContentLine[];
  /** Its calendar, by its number in the file. */
  calendar: number;
  isClosed: boolean;
};

export type IcsFile = {
  calendars: number;
  events: IcsComponent[];
  zones: IcsComponent[];
  /** Lines of the calendars themselves, such as their zone. */
  properties: (ContentLine & { calendar: number })[];
};

const MAX_LINE_LENGTH = 100_000;

/** Lines, put together again where they were folded; with line feeds, carriage returns or both between them. */
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

/** A component that is open, and how deep the line is inside of it. */
type OpenComponent = { component: IcsComponent; name: "VEVENT" | "VTIMEZONE"; nested: string[] };

/** Takes a calendar apart, event by event, so that a broken one leaves the others as they are. */
export function splitCalendar(text: string): IcsFile {
  const file: IcsFile = { calendars: 0, events: [], zones: [], properties: [] };
  let open: OpenComponent | null = null;
  const close = (isClosed: boolean) => {
    if (!open) return;
    (open.name === "VEVENT" ? file.events : file.zones).push({ ...open.component, isClosed });
    open = null;
  };
  // Of no interest, with everything in it: tasks, journals, free times.
  let skipped: string | null = null;
  for (const content of contentLines(text)) {
    const [, verb = "", name = ""] = /^(begin|end)[ \t]*:[ \t]*([\w-]+)[ \t]*$/i.exec(content.text) ?? [];
    const part = name.toUpperCase();
    const isBegin = verb.toUpperCase() === "BEGIN";
    if (verb === "") {
      const inside: OpenComponent | null = open;
      // The parts of a zone are its rules; those of an event are alarms.
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
