import { setImmediate as nextTurn } from "node:timers/promises";
import { type Facts, formOf, type Note } from "./facts";
import type { ImportField } from "./fields";
import { toMarkdown } from "./html-to-markdown";
import type { IcsFile } from "./ics-components";
import { type IcsEvent, type LineProblem, readEvent } from "./ics-event";
import { type Occurrence, occurrencesOf } from "./ics-occurrences";
import type { Frame } from "./ics-recurrence";
import { repeatedUids, replacements } from "./ics-series";
import { IcsZones } from "./ics-zones";
import { importKey } from "./import-key";
import { importLimits } from "./limits";
import { splitPlace } from "./location";
import type { ImportOptions } from "./options";
import { type ProblemKind, Problems } from "./problems";
import type { ReadEvent, Reading } from "./reading";
import { schedule } from "./schedule";
import { oneLine } from "./text";

const TURN_MS = 20;

const over = {
  column: "DTEND",
  value: "",
  reason: "It is over.",
  fix: "Untick “Leave out what is over” to import it.",
};

const columns: Partial<Record<ImportField, string>> = {
  name: "SUMMARY",
  description: "DESCRIPTION",
  category: "CATEGORIES",
  url: "URL",
};

/** Reads a calendar for one set of answers. One use each. */
class CalendarReader {
  readonly #problems = new Problems();
  readonly #events: ReadEvent[] = [];
  readonly #counts = { found: 0, refused: 0, duplicates: 0, leftOut: 0 };
  readonly #lineOf = new Map<string, number>();
  readonly #unknownZones = new Set<string>();
  readonly #zones: IcsZones;
  readonly #calendarZones = new Map<number, string>();
  /** Of its own: others work in between. */
  #spentMs = 0;
  #rulesMs: number = importLimits.rulesMs;

  constructor(
    private readonly file: IcsFile,
    private readonly options: ImportOptions,
    private readonly now: Date,
  ) {
    this.#zones = new IcsZones(file.zones, options.zones, [options.defaults.timeZone]);
    for (const { text, calendar } of file.properties) {
      const name = /^X-WR-TIMEZONE[^:]{0,100}:(.{1,100})$/i.exec(text)?.[1]?.trim();
      const zone = name ? this.#zones.resolve(name) : null;
      if (zone?.ok && !this.#calendarZones.has(calendar)) this.#calendarZones.set(calendar, zone.zone);
    }
  }

  async read(): Promise<Reading> {
    const events = await this.#readEvents();
    const bySeries = replacements(events, (event) => this.#frameOf(event));
    const series = events.filter(({ rules, recurrenceId }) => rules.length > 0 && !recurrenceId).length;
    // Each series gets its first times before any gets more.
    const share = Math.max(1, Math.floor(importLimits.occurrencesPerFile / Math.max(1, series)));
    const limit = Math.min(importLimits.occurrencesPerSeries, share);
    const repeated = repeatedUids(events);
    for await (const event of this.#turns(events)) {
      this.#take(event, bySeries.get(event.uid) ?? new Set(), limit, repeated.has(event.uid));
    }
    return {
      format: "calendar",
      events: this.#events,
      problems: this.#problems.list(),
      counts: this.#counts,
      columns: [],
      mapping: {},
      questions: { dateOrder: [], zones: [...this.#unknownZones] },
    };
  }

  async #readEvents() {
    const events: IcsEvent[] = [];
    for await (const component of this.#turns(this.file.events)) {
      const result = readEvent(component);
      if (result.ok) events.push(result.event);
      else this.#refuse(result.problem);
    }
    return events;
  }

  /** Lets others work in between, and stops when a file takes too long: what is left is refused. */
  async *#turns<Item extends { line: number }>(items: Item[]): AsyncGenerator<Item> {
    let turned = performance.now();
    for (const item of items) {
      const turnMs = performance.now() - turned;
      if (this.#spentMs + turnMs > importLimits.readMs) {
        this.#refuse({
          line: item.line,
          column: "",
          value: "",
          reason: "Reading this file takes too long.",
          fix: "Split it and import its parts.",
        });
        continue;
      }
      if (turnMs > TURN_MS) {
        this.#spentMs += turnMs;
        await nextTurn();
        turned = performance.now();
      }
      yield item;
    }
    this.#spentMs += performance.now() - turned;
  }

  #refuse(problem: LineProblem) {
    this.#counts.found += 1;
    this.#counts.refused += 1;
    this.#report("refused", problem);
  }

  #leaveOut(problem: LineProblem) {
    this.#counts.found += 1;
    this.#counts.leftOut += 1;
    this.#report("left-out", problem);
  }

  #report(kind: ProblemKind, { line, column, value, reason, fix }: LineProblem) {
    this.#problems.add(line, { kind, column, value: oneLine(value.slice(0, 1_000)), reason, fix });
  }

  #calendarZone({ calendar }: IcsEvent) {
    return this.#calendarZones.get(calendar) ?? this.options.defaults.timeZone;
  }

  #zoneOf = (tzid: string) => {
    const zone = this.#zones.resolve(tzid);
    return zone.ok ? zone.zone : null;
  };

  #frameOf(event: IcsEvent): Frame {
    const { time, isUtc, tzid } = event.start.time;
    if (time === null) return { kind: "day" };
    if (isUtc) return { kind: "utc" };
    return { kind: "zone", zone: (tzid === null ? null : this.#zoneOf(tzid)) ?? this.#calendarZone(event) };
  }

  #take(event: IcsEvent, replaced: Set<string>, limit: number, isRepeated: boolean) {
    const { start } = event;
    if (event.isCancelled)
      return this.#leaveOut({
        line: event.line,
        column: "STATUS",
        value: "CANCELLED",
        reason: "It is cancelled.",
        fix: "Nothing to do.",
      });
    const name = oneLine(event.name);
    if (name === "")
      return this.#refuse({
        line: event.line,
        column: "SUMMARY",
        value: "",
        reason: "It has no name.",
        fix: "Add a line such as SUMMARY:Late show.",
      });
    if (start.time.tzid !== null) {
      const zone = this.#zones.resolve(start.time.tzid);
      if (!zone.ok) {
        this.#unknownZones.add(start.time.tzid);
        return this.#refuse({
          line: start.line,
          column: "TZID",
          value: start.time.tzid,
          reason: "Nobody knows a time zone of this name.",
          fix: "Choose above which zone is meant.",
        });
      }
      if (zone.isGuess)
        this.#report("changed", {
          line: start.line,
          column: "TZID",
          value: start.time.tzid,
          reason: `Read as ${zone.zone}, which has the same clock changes.`,
          fix: "Choose another zone in the draft if it is not.",
        });
    }
    for (const problem of event.problems) this.#report("changed", problem);
    const clocks = { frame: this.#frameOf(event), zoneOf: this.#zoneOf };
    const since = this.options.skipPast ? this.now : null;
    const began = performance.now();
    const search = { replaced, limit, since, ms: this.#rulesMs };
    const { occurrences, problems, isOver, isEndless } = occurrencesOf(event, clocks, search);
    if (isEndless) this.#rulesMs = Math.max(importLimits.ruleMs, this.#rulesMs - (performance.now() - began));
    for (const problem of problems) this.#report("changed", problem);
    if (isOver) return this.#leaveOut({ line: event.line, ...over });
    if (occurrences.length === 0)
      return this.#leaveOut({
        line: event.line,
        column: "EXDATE",
        value: "",
        reason: "Each of its dates is left out, or stands in the file as an event of its own.",
        fix: "Nothing to do.",
      });
    const form = this.#formOf(event);
    for (const occurrence of occurrences) this.#add(event, form, occurrence, isRepeated);
  }

  #formOf(event: IcsEvent) {
    const facts: Facts = {
      name: event.name,
      summary: "",
      description: toMarkdown(event.description.slice(0, 200_000)),
      category: event.categories,
      online: "",
      url: event.url,
      capacity: "",
      price: "",
      currency: "",
      ...splitPlace(event.location),
    };
    const note: Note = (column, value, reason, fix) =>
      this.#report("changed", { line: event.line, column: columns[column] ?? "LOCATION", value, reason, fix });
    return formOf(facts, this.options.defaults, note);
  }

  #add(event: IcsEvent, form: ReturnType<typeof formOf>, occurrence: Occurrence, isRepeated: boolean) {
    const { line, start, uid } = event;
    const timeZone = (start.time.tzid === null ? null : this.#zoneOf(start.time.tzid)) ?? this.#calendarZone(event);
    const when = schedule(occurrence.start, occurrence.end, timeZone, this.options.defaults);
    if (!when.ok) {
      const isOrder = when.code === "ENDS_BEFORE_START";
      const reason = isOrder ? "It ends before it starts." : "There is no such moment.";
      return this.#refuse({
        line: (isOrder ? event.end?.line : undefined) ?? start.line,
        column: isOrder ? "DTEND" : "DTSTART",
        value: occurrence.start.day,
        reason,
        fix: "Correct the date.",
      });
    }
    const startText = `${occurrence.start.day}T${occurrence.start.time ?? ""}`;
    const own = uid === "" ? [oneLine(event.name), oneLine(event.location)] : [uid];
    const key = importKey("calendar", [...own, occurrence.of || (isRepeated || uid === "" ? startText : "")]);
    const earlier = this.#lineOf.get(key);
    if (earlier !== undefined) {
      this.#counts.found += 1;
      this.#counts.duplicates += 1;
      return this.#report("duplicate", {
        line,
        column: "UID",
        value: uid || form.name,
        reason: `The same event as on line ${earlier}.`,
        fix: "Nothing to do: it is imported once.",
      });
    }
    this.#lineOf.set(key, line);
    if (this.options.skipPast && when.at.end < this.now) return this.#leaveOut({ line, ...over });
    if (when.hadNoLength)
      this.#report("changed", {
        line,
        column: "DTEND",
        value: "",
        reason: "It ends when it starts, so it takes as long as set above.",
        fix: "Correct the end in the draft.",
      });
    if (when.skipped)
      this.#report("changed", {
        line: start.line,
        column: "DTSTART",
        value: when.skipped.wall.replace("T", " "),
        reason: `The clocks skip this time, so it is ${when.skipped.next.slice(11, 16)}.`,
        fix: "Correct it in the draft.",
      });
    this.#counts.found += 1;
    const { startsAt, endsAt, isAllDay } = when;
    this.#events.push({ row: line, key, form: { ...form, startsAt, endsAt, timeZone }, isAllDay });
  }
}

export function readCalendar(file: IcsFile, options: ImportOptions, now: Date): Promise<Reading> {
  return new CalendarReader(file, options, now).read();
}
