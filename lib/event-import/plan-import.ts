import { db } from "@/db/client";
import type { events, ticketTypes } from "@/db/schema";
import type { EventForm } from "@/lib/event-editing/form";
import { parseInstant } from "@/lib/event-editing/schema";
import { toEventForm } from "@/lib/event-editing/to-event-form";
import { hasMoved } from "@/lib/operations/detail";
import { compareWithFile, type FileDifference } from "./compare";
import { hashContent, type ImportContent, toImportContent } from "./content";
import { countBookedPeople, type KnownEvent, listKnownEvents, loadEventRows } from "./known-events";
import { type Match, matchEvents } from "./match";
import type { ParsedEvent, ParsedFile } from "./parsed-file";
import type { ReimportOptions } from "./reimport-options";

/** An event that was imported before and has changed in the file. */
export type FileChange = {
  read: ParsedEvent;
  event: KnownEvent;
  by: Extract<Match, { kind: "known" }>["by"];
  differences: FileDifference[];
  form: EventForm;
  /** The event's current capacity. */
  capacity: number;
  /** Certainly the file's change: drafts adopt it unless the organizer opts out. */
  isSure: boolean;
  /** Whether the time or place changes. */
  moves: boolean;
  /** How many people have booked. */
  people: number;
};

export type UndecidedEvent = { read: ParsedEvent } & Extract<Match, { kind: "asked" }>;

/** The plan of an import. Each event of the file is in exactly one of the first four lists. */
export type ImportPlan = {
  newEvents: ParsedEvent[];
  /** Existing events without changes. */
  unchanged: { read: ParsedEvent; event: KnownEvent; by: Extract<Match, { kind: "known" }>["by"] }[];
  changes: FileChange[];
  undecided: UndecidedEvent[];
  /** Existing events that the file cancels. */
  cancelled: { row: number; event: KnownEvent }[];
};

type EventRow = typeof events.$inferSelect;
type TicketTypeRow = typeof ticketTypes.$inferSelect;

/** The content that an event was imported with; unknown for older imports that were edited since. */
function lastContent(event: EventRow, form: EventForm, read: ParsedEvent, by: string): ImportContent | null {
  if (by === "alias" || by === "answer") return null;
  if (event.importContent) return event.importContent;
  return event.status === "draft" && event.version === 1 ? toImportContent({ ...read, form }) : null;
}

function movesEvent(event: EventRow, form: EventForm): boolean {
  const [startsAt, endsAt] = [parseInstant(form.startsAt, form.timeZone), parseInstant(form.endsAt, form.timeZone)];
  return startsAt !== null && endsAt !== null && hasMoved(event, { ...form, startsAt, endsAt });
}

async function compareMatches(
  organizerId: number,
  matches: { read: ParsedEvent; event: KnownEvent; by: Extract<Match, { kind: "known" }>["by"] }[],
): Promise<{ changes: FileChange[]; same: ImportPlan["unchanged"] }> {
  const ids = matches.map(({ event }) => event.id);
  const held = new Map((await loadEventRows(organizerId, ids)).map((event) => [event.id, event]));
  const published = [...held.values()].filter(({ status }) => status === "published").map(({ id }) => id);
  const people = await countBookedPeople(organizerId, published);
  const types = new Map<number, TicketTypeRow[]>();
  if (published.length > 0) {
    const rows = await db.query.ticketTypes.findMany({
      where: (type, { inArray }) => inArray(type.eventId, published.slice(0, 10_000)),
      orderBy: (type, { asc }) => [asc(type.position), asc(type.id)],
    });
    for (const row of rows) types.set(row.eventId, [...(types.get(row.eventId) ?? []), row]);
  }
  const changes: FileChange[] = [];
  const same: ImportPlan["unchanged"] = [];
  for (const match of matches) {
    const event = held.get(match.event.id);
    if (!event) continue;
    const current = toEventForm(event, types.get(event.id) ?? []);
    const last = lastContent(event, current, match.read, match.by);
    const { differences, form } = compareWithFile(current, match.read, last);
    if (differences.every(({ stays }) => stays)) {
      same.push(match);
      continue;
    }
    changes.push({
      read: match.read,
      by: match.by,
      capacity: event.capacity,
      event: { ...match.event, version: event.version, status: event.status },
      differences,
      form,
      isSure: last !== null,
      moves: event.status === "published" && movesEvent(event, form),
      people: people.get(event.id) ?? 0,
    });
  }
  return { changes, same };
}

/** Compares a file with the organizer's events, without changing anything. */
export async function planImport(
  organizerId: number,
  reading: Pick<ParsedFile, "events" | "cancelled">,
  answers: Pick<ReimportOptions, "all" | "byKey">,
  now: Date,
): Promise<ImportPlan> {
  const known = await listKnownEvents(organizerId);
  const matches = matchEvents(reading.events, known, answers, now);
  const result: ImportPlan = { newEvents: [], unchanged: [], changes: [], undecided: [], cancelled: [] };
  const toCompare: Parameters<typeof compareMatches>[1] = [];
  const seen = new Set<number>();
  for (const [index, read] of reading.events.entries()) {
    const match = matches[index];
    if (!match || match.kind === "new") result.newEvents.push(read);
    else if (match.kind === "asked") result.undecided.push({ read, ...match });
    else {
      const { event, by } = match;
      const isDone = event.status === "cancelled" || (event.status === "published" && event.endsAt <= now);
      const isUnchanged =
        by === "key" && event.importHash !== null && event.importHash === hashContent(toImportContent(read));
      if (isDone || isUnchanged || seen.has(event.id)) result.unchanged.push({ read, event, by });
      else toCompare.push({ read, event, by });
      seen.add(event.id);
    }
  }
  if (toCompare.length > 0) {
    const { changes, same } = await compareMatches(organizerId, toCompare);
    result.changes = changes;
    result.unchanged.push(...same);
  }
  const keysOf = (event: KnownEvent) => [...(event.importAliases ?? []), ...(event.importKey ? [event.importKey] : [])];
  const byKey = new Map(known.flatMap((event) => keysOf(event).map((key) => [key, event] as const)));
  for (const { row, key, formerKey } of reading.cancelled ?? []) {
    const event = byKey.get(key) ?? (formerKey ? byKey.get(formerKey) : undefined);
    if (event && event.status !== "cancelled" && event.endsAt > now) result.cancelled.push({ row, event });
  }
  return result;
}
