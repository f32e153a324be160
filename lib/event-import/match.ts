import { wallClock } from "@/lib/time/wall-clock";
import type { KnownEvent } from "./known-events";
import type { ParsedEvent } from "./parsed-file";

/** The organizer's answers about possible duplicates: the slug of an event, or that it is a new one. */
export type DuplicateDecisions = {
  /** The answer for all questions with a single candidate. */
  all: "same" | "new" | null;
  byKey: Record<string, string>;
};

export type Match =
  | { kind: "new" }
  | {
      kind: "known";
      event: KnownEvent;
      /** How it was matched: by its key, by an alias of another file, as the only row that moved, or by an answer. */
      by: "key" | "alias" | "moved" | "answer";
    }
  | {
      kind: "asked";
      /** A row with the same name and place that may have moved, or a similar event. */
      why: "moved" | "alike";
      candidates: KnownEvent[];
    };

const MAX_CANDIDATES = 5;

const foldText = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
const dayOf = ({ startsAt, timeZone }: KnownEvent) => wallClock(startsAt, timeZone).slice(0, 10);
const minuteOf = ({ startsAt, timeZone }: KnownEvent) => wallClock(startsAt, timeZone).slice(0, 16);
/** Rows without an id are matched by their values. */
const isRow = (key: string | null) => key?.startsWith("row:") ?? false;

function isSamePlace(read: ParsedEvent["form"], known: KnownEvent) {
  const fits = (one = "", other = "") => one === "" || other === "" || foldText(one) === foldText(other);
  return fits(read.venue, known.venue) && fits(read.city, known.city);
}

const groupOf = ({ form }: ParsedEvent) => [form.name, form.venue ?? "", form.city ?? ""].map(foldText).join("\0");

function countBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/**
 * Matches the events of a file with those of the organizer, in the order of the file.
 *
 * Calendar events match by UID and date in the series, rows by their id. Rows without an id match by name, start and
 * place. If exactly one row in the file and one existing event are left with the same name, place and day, the row has
 * moved. Less certain matches, such as a row with another place, are questions for the organizer.
 */
export function matchEvents(read: ParsedEvent[], known: KnownEvent[], answers: DuplicateDecisions, now: Date): Match[] {
  const byKey = new Map(known.flatMap((event) => (event.importKey ? [[event.importKey, event] as const] : [])));
  const byAlias = new Map(known.flatMap((event) => (event.importAliases ?? []).map((key) => [key, event] as const)));
  const claimed = new Set<number>();
  const sure = read.map(({ key, formerKey }): Match | null => {
    const own = byKey.get(key) ?? (formerKey ? byKey.get(formerKey) : undefined);
    const event = own ?? byAlias.get(key);
    if (!event) return null;
    claimed.add(event.id);
    return { kind: "known", event, by: own ? "key" : "alias" };
  });

  const free = new Map<string, KnownEvent[]>();
  for (const event of known) {
    if (claimed.has(event.id) || event.status === "cancelled") continue;
    const name = foldText(event.name);
    free.set(name, [...(free.get(name) ?? []), event]);
  }
  const rest = read.filter((_, index) => sure[index] === null);
  const onDay = countBy(rest, (one) => `${groupOf(one)}\0${one.form.startsAt.slice(0, 10)}`);
  const inGroup = countBy(rest, groupOf);
  const recognised = new Set(read.filter((_, index) => sure[index] !== null).map(groupOf));

  // With another place, or another name if other rows of its file exist already, it may still be the same event.
  const rowsAt = new Map<string, KnownEvent[]>();
  for (const event of [...free.values()].flat().filter(({ importKey }) => isRow(importKey)))
    rowsAt.set(minuteOf(event), [...(rowsAt.get(minuteOf(event)) ?? []), event]);
  const isKnownFile = sure.some((match) => match !== null);
  const rewritten = ({ key, form }: ParsedEvent): Match => {
    const sameTime = isRow(key) ? (rowsAt.get(form.startsAt.slice(0, 16)) ?? []) : [];
    const candidates = sameTime.filter((event) => {
      if (claimed.has(event.id)) return false;
      if (foldText(event.name) === foldText(form.name)) return true;
      return isKnownFile && event.venue !== "" && Boolean(form.venue) && isSamePlace(form, event);
    });
    return candidates.length === 0 ? { kind: "new" } : { kind: "asked", why: "alike", candidates };
  };

  const judge = (one: ParsedEvent): Match => {
    const alike = (free.get(foldText(one.form.name)) ?? []).filter((event) => isSamePlace(one.form, event));
    if (alike.length === 0) return rewritten(one);
    const day = one.form.startsAt.slice(0, 10);
    const sameDay = alike.filter((event) => dayOf(event) === day);
    const rows = isRow(one.key) ? alike.filter(({ importKey }) => isRow(importKey)) : [];
    const [row, ...otherRows] = rows.filter((event) => sameDay.includes(event));
    const isOnly = onDay.get(`${groupOf(one)}\0${day}`) === 1;
    if (row && otherRows.length === 0 && isOnly && !claimed.has(row.id)) {
      claimed.add(row.id);
      return { kind: "known", event: row, by: "moved" };
    }
    if (row) return { kind: "asked", why: "moved", candidates: [row, ...otherRows] };
    if (sameDay.length > 0) {
      const sameTime = sameDay.filter((event) => minuteOf(event) === one.form.startsAt.slice(0, 16));
      return { kind: "asked", why: "alike", candidates: sameTime.length === 1 ? sameTime : sameDay };
    }
    // On another day it is most often another evening of that name; unless the others of its name are all here still.
    const coming = rows.filter(({ startsAt }) => startsAt > now);
    const isLastOne = coming.length === 1 && inGroup.get(groupOf(one)) === 1;
    if (coming.length > 0 && (isLastOne || recognised.has(groupOf(one))))
      return { kind: "asked", why: "moved", candidates: sortByNearest(coming, one) };
    return { kind: "new" };
  };

  return read.map((one, index) => sure[index] ?? applyDecision(judge(one), answers, one.key));
}

function sortByNearest(events: KnownEvent[], { form }: ParsedEvent) {
  const at = Date.parse(`${form.startsAt.slice(0, 16)}Z`);
  return events.toSorted((a, b) => Math.abs(a.startsAt.getTime() - at) - Math.abs(b.startsAt.getTime() - at));
}

function applyDecision(match: Match, { all, byKey }: DuplicateDecisions, key: string): Match {
  if (match.kind !== "asked") return match;
  const candidates = match.candidates.slice(0, MAX_CANDIDATES);
  const own = Object.hasOwn(byKey, key) ? byKey[key] : undefined;
  const [only, ...others] = match.candidates;
  if (own === "new" || (own === undefined && all === "new")) return { kind: "new" };
  const chosen =
    own === undefined && all === "same" && others.length === 0 ? only : candidates.find(({ slug }) => slug === own);
  if (!chosen) return { ...match, candidates };
  // A row that was matched as moved is no longer a candidate.
  const isSameRow = match.why === "moved" || (isRow(key) && isRow(chosen.importKey));
  return { kind: "known", event: chosen, by: isSameRow ? "moved" : "answer" };
}
