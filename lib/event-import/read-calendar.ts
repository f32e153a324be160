import { setImmediate as nextTurn } from "node:timers/promises";
import { problemTexts } from "@/texts/import-problems";
import { statedFields } from "./content";
import { htmlToMarkdown } from "./html-to-markdown";
import { normalizeClocks } from "./ics-clocks";
import type { IcsFile } from "./ics-components";
import { type IcsEvent, type LineProblem, readEvent } from "./ics-event";
import { listOccurrences, type Occurrence } from "./ics-occurrences";
import {
  cancelledProblem,
  guessedZoneProblem,
  namelessProblem,
  noDatesProblem,
  orphanedChangeProblem,
  overProblem,
  propertyByField,
  scheduleNotes,
  unknownZoneProblem,
  unscheduledProblem,
  zonelessProblem,
} from "./ics-problems";
import type { ClockFrame } from "./ics-recurrence";
import { findOverrides, findRepeatedUids, type Overrides } from "./ics-series";
import { IcsZones } from "./ics-zones";
import { calendarKeys } from "./import-key";
import { importLimits } from "./limits";
import type { ImportOptions } from "./options";
import { parseAddress } from "./parse-address";
import type { CancelledEvent, ParsedEvent, ParsedFile } from "./parsed-file";
import { ProblemCollector, type ProblemKind } from "./problems";
import { QuestionCollector } from "./questions";
import type { RawEventData, ReportNote } from "./raw-event";
import { schedule } from "./schedule";
import { toOneLine } from "./text";
import { toImportForm } from "./to-import-form";

const TIME_SLICE_MS = 20;

const startTimer = () => ({ wall: performance.now(), cpu: process.cpuUsage() });

/** The time spent working since. The lower of wall and CPU time excludes other processes and other threads. */
function busyMsSince({ wall, cpu }: ReturnType<typeof startTimer>) {
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(performance.now() - wall, (user + system) / 1_000);
}

/** Reads a calendar with one set of answers. Each instance is used once. */
class CalendarReader {
  readonly #problems = new ProblemCollector();
  readonly #events: ParsedEvent[] = [];
  readonly #cancelled: CancelledEvent[] = [];
  readonly #counts = { found: 0, refused: 0, duplicates: 0, leftOut: 0 };
  readonly #lineOf = new Map<string, number>();
  readonly #questions = new QuestionCollector();
  readonly #zones: IcsZones;
  readonly #calendarZones = new Map<number, string>();
  /** Calendars whose zone is UTC, which says nothing about where their events take place. */
  readonly #universal = new Set<number>();
  /** The names of calendars' zones that the organizer was asked about. */
  readonly #askedZones = new Map<number, string>();
  readonly #cancelledCalendars = new Set<number>();
  /** Without the work of other requests in between. */
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
      if (zone?.ok && zone.zone === "UTC") this.#universal.add(calendar);
      else if (zone?.ok && !this.#calendarZones.has(calendar)) this.#calendarZones.set(calendar, zone.zone);
      if (name && (!zone?.ok || Object.hasOwn(options.zones, name))) this.#askedZones.set(calendar, name);
      if (/^METHOD[ \t]{0,10}:[ \t]{0,10}CANCEL\s{0,10}$/i.test(text)) this.#cancelledCalendars.add(calendar);
    }
  }

  async read(): Promise<ParsedFile> {
    const events = await this.#readEvents();
    const overrides = findOverrides(events, (event) => this.#frameOf(event), this.#zoneOf);
    const series = events.filter(({ rules, recurrenceId }) => rules.length > 0 && !recurrenceId).length;
    // The limit per file is shared equally by all series.
    const share = Math.max(1, Math.floor(importLimits.occurrencesPerFile / Math.max(1, series)));
    const limit = Math.min(importLimits.occurrencesPerSeries, share);
    const repeated = findRepeatedUids(events);
    for await (const event of this.#turns(events)) {
      this.#take(event, overrides, limit, repeated.has(event.uid));
    }
    return {
      format: "calendar",
      events: this.#events,
      cancelled: this.#cancelled,
      problems: this.#problems.list(),
      counts: this.#counts,
      columns: [],
      mapping: {},
      questions: this.#questions.list(),
    };
  }

  async #readEvents() {
    const events: IcsEvent[] = [];
    for await (const component of this.#turns(this.file.events)) {
      const result = readEvent(component);
      if (result.ok) {
        const { event } = result;
        const isCancelled = event.isCancelled || this.#cancelledCalendars.has(event.calendar);
        events.push(normalizeClocks({ ...event, isCancelled }, this.#zoneOf, this.#calendarZone(event)));
      } else this.#refuse(result.problem);
    }
    return events;
  }

  /** Yields to other requests in between. When a file takes too long, the remaining items are refused. */
  async *#turns<Item extends { line: number }>(items: Item[]): AsyncGenerator<Item> {
    let turned = startTimer();
    for (const item of items) {
      const turnMs = busyMsSince(turned);
      if (this.#spentMs + turnMs > importLimits.readMs) {
        this.#refuse({
          line: item.line,
          column: "",
          value: "",
          ...problemTexts.tooSlow,
        });
        continue;
      }
      if (turnMs > TIME_SLICE_MS) {
        this.#spentMs += turnMs;
        await nextTurn();
        turned = startTimer();
      }
      yield item;
    }
    this.#spentMs += busyMsSince(turned);
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
    this.#problems.add(line, { kind, column, value: toOneLine(value.slice(0, 1_000)), reason, fix });
  }

  #calendarZone({ calendar }: IcsEvent) {
    return this.#calendarZones.get(calendar) ?? this.options.defaults.timeZone;
  }

  #zoneOf = (tzid: string) => {
    const zone = this.#zones.resolve(tzid);
    return zone.ok ? zone.zone : null;
  };

  #frameOf(event: IcsEvent): ClockFrame {
    const { time, isUtc, tzid } = event.start.time;
    if (time === null) return { kind: "day" };
    if (isUtc) return { kind: "utc" };
    return { kind: "zone", zone: (tzid === null ? null : this.#zoneOf(tzid)) ?? this.#calendarZone(event) };
  }

  #occurrences(event: IcsEvent, overrides: Overrides, limit: number) {
    const clocks = { frame: this.#frameOf(event), zoneOf: this.#zoneOf };
    const since = this.options.skipPast ? this.now : null;
    const began = performance.now();
    const search = { changes: overrides.changesFor(event.uid), limit, since, ms: this.#rulesMs };
    const found = listOccurrences(event, overrides.dateOf(event), clocks, search);
    if (found.isEndless) this.#rulesMs = Math.max(importLimits.ruleMs, this.#rulesMs - (performance.now() - began));
    return found;
  }

  #take(event: IcsEvent, overrides: Overrides, limit: number, isRepeated: boolean) {
    if (event.isCancelled) return this.#takeCancelled(event, overrides, limit, isRepeated);
    if (toOneLine(event.name) === "") return this.#refuse(namelessProblem(event));
    const { time, line } = event.start;
    if (time.tzid !== null) {
      const zone = this.#zones.resolve(time.tzid);
      if (!zone.ok || Object.hasOwn(this.options.zones, time.tzid)) this.#questions.zone(time.tzid, !zone.ok);
      if (!zone.ok) {
        return this.#refuse(unknownZoneProblem(line, time.tzid));
      }
      if (zone.isGuess) this.#report("changed", guessedZoneProblem(line, time.tzid, zone.zone));
    } else if (time.time !== null && !time.isUtc) {
      const asked = this.#askedZones.get(event.calendar);
      if (asked !== undefined) {
        const isOpen = !this.#zones.resolve(asked).ok;
        this.#questions.zone(asked, isOpen);
        if (isOpen) return this.#refuse({ ...unknownZoneProblem(line, asked), column: "X-WR-TIMEZONE" });
      }
      if (this.#universal.has(event.calendar))
        this.#report("changed", zonelessProblem(event, this.#calendarZone(event)));
    }
    for (const problem of event.problems) this.#report("changed", problem);
    const isLone = event.recurrenceId?.isRange && !overrides.hasSeries(event);
    if (isLone) this.#report("changed", orphanedChangeProblem(event.recurrenceId?.line ?? event.line));
    const { occurrences, problems, isOver } = this.#occurrences(event, overrides, limit);
    for (const problem of problems) this.#report("changed", problem);
    if (isOver) return this.#leaveOut(overProblem(event.line));
    if (occurrences.length === 0) return this.#leaveOut(noDatesProblem(event.line));
    const forms = new Map<IcsEvent, ReturnType<typeof toImportForm>>();
    for (const occurrence of occurrences) {
      if (occurrence.by.isCancelled) this.#cancel(event, occurrence, isRepeated);
      else {
        const form = forms.get(occurrence.by) ?? this.#formOf(occurrence.by);
        forms.set(occurrence.by, form);
        this.#add(event, form, occurrence, isRepeated);
      }
    }
  }

  /** Cancelled events are not imported; those that were imported before are listed. */
  #takeCancelled(event: IcsEvent, overrides: Overrides, limit: number, isRepeated: boolean) {
    const { occurrences } = this.#occurrences(event, overrides, limit);
    if (occurrences.length === 0) this.#leaveOut(cancelledProblem(event.line));
    for (const occurrence of occurrences) this.#cancel(event, occurrence, isRepeated);
  }

  #cancel(event: IcsEvent, occurrence: Occurrence, isRepeated: boolean) {
    this.#leaveOut(cancelledProblem(occurrence.by.line));
    this.#cancelled.push({ row: occurrence.by.line, ...calendarKeys(event, occurrence, isRepeated) });
  }

  #formOf(event: IcsEvent) {
    const note: ReportNote = (field, value, text) =>
      this.#report("changed", { line: event.line, column: propertyByField[field] ?? "LOCATION", value, ...text });
    return toImportForm(toRawEventData(event), {
      options: this.options,
      note,
      questions: this.#questions,
      decimalMark: null,
    });
  }

  #add(event: IcsEvent, form: ReturnType<typeof toImportForm>, occurrence: Occurrence, isRepeated: boolean) {
    const { line, start, uid } = event;
    const timeZone = (start.time.tzid === null ? null : this.#zoneOf(start.time.tzid)) ?? this.#calendarZone(event);
    const when = schedule(occurrence.start, occurrence.end, timeZone, this.options.defaults);
    if (!when.ok) return this.#refuse(unscheduledProblem(event, occurrence.start.day, when));
    const { key, formerKey } = calendarKeys(event, occurrence, isRepeated);
    const earlier = this.#lineOf.get(key);
    if (earlier !== undefined) {
      this.#counts.found += 1;
      this.#counts.duplicates += 1;
      return this.#report("duplicate", {
        line,
        column: "UID",
        value: uid || form.name,
        ...problemTexts.sameEvent(earlier),
      });
    }
    this.#lineOf.set(key, line);
    if (this.options.skipPast && when.at.end < this.now) return this.#leaveOut(overProblem(line));
    for (const note of scheduleNotes(event, when)) this.#report("changed", note);
    this.#counts.found += 1;
    const { startsAt, endsAt, isAllDay } = when;
    const { by } = occurrence;
    const stated = statedFields(toRawEventData(by), {
      hasEnd: by.end !== null || by.durationMinutes !== null,
      hasZone: start.time.tzid !== null || this.#calendarZones.has(event.calendar),
    });
    const whole = { ...form, startsAt, endsAt, timeZone };
    this.#events.push({ row: line, key, formerKey, form: whole, stated, isAllDay });
  }
}

function toRawEventData(event: IcsEvent): RawEventData {
  return {
    name: event.name,
    summary: "",
    description: htmlToMarkdown(event.description.slice(0, 200_000)),
    category: event.categories,
    online: "",
    url: event.url,
    capacity: "",
    price: "",
    currency: "",
    ...parseAddress(event.location),
  };
}

export function readCalendar(file: IcsFile, options: ImportOptions, now: Date): Promise<ParsedFile> {
  return new CalendarReader(file, options, now).read();
}
