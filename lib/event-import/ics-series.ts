import type { ResolveTzid } from "./ics-clocks";
import type { IcsEvent } from "./ics-event";
import { type ClockFrame, wallInFrame } from "./ics-recurrence";

/** A change of all dates of a series from one date on: the shift, the length and the texts of this event. */
export type LaterChange = { from: string; event: IcsEvent };

/** The changes that other events of the file make to a series. */
export type SeriesChanges = {
  /** The dates that are replaced by separate events. */
  replaced: Set<string>;
  /** Ordered by date. */
  later: LaterChange[];
};

export type Overrides = {
  changesFor: (uid: string) => SeriesChanges;
  /** The date of the series that an event replaces, in the clocks of the series. */
  dateOf: (event: IcsEvent) => string | null;
  hasSeries: (event: IcsEvent) => boolean;
};

/** Finds the dates of series that events replace, whatever clocks they use. */
export function findOverrides(
  events: IcsEvent[],
  frameOf: (event: IcsEvent) => ClockFrame,
  zoneOf: ResolveTzid,
): Overrides {
  const byUid = new Map<string, SeriesChanges>();
  const dates = new Map<IcsEvent, string>();
  const masters = new Map(events.flatMap((event) => (event.recurrenceId ? [] : [[event.uid, event] as const])));
  for (const event of events) {
    if (!event.recurrenceId) continue;
    const master = event.uid === "" ? undefined : masters.get(event.uid);
    const frame = frameOf(master ?? event);
    const written = wallInFrame(event.recurrenceId.time, frame, zoneOf);
    // A date without a time has the time of the series.
    const isDayAlone = frame.kind !== "day" && !written.includes("T") && master !== undefined;
    const date = isDayAlone ? `${written}T${wallInFrame(master.start.time, frame, zoneOf).slice(11)}` : written;
    dates.set(event, date);
    if (event.uid === "") continue;
    const changes = byUid.get(event.uid) ?? { replaced: new Set(), later: [] };
    changes.replaced.add(written);
    if (event.recurrenceId.isRange) changes.later.push({ from: date, event });
    byUid.set(event.uid, changes);
  }
  for (const { later } of byUid.values()) later.sort((a, b) => (a.from < b.from ? -1 : 1));
  return {
    changesFor: (uid) => byUid.get(uid) ?? { replaced: new Set(), later: [] },
    dateOf: (event) => dates.get(event) ?? null,
    hasSeries: ({ uid }) => uid !== "" && masters.has(uid),
  };
}

/** Some programs give several events the same UID; their starts distinguish them. */
export function findRepeatedUids(events: IcsEvent[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { uid, recurrenceId } of events) if (!recurrenceId) seen.set(uid, (seen.get(uid) ?? 0) + 1);
  return new Set([...seen].flatMap(([uid, times]) => (times > 1 ? [uid] : [])));
}
