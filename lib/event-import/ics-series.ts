import type { ResolveTzid } from "./ics-clocks";
import type { IcsEvent } from "./ics-event";
import { type ClockFrame, wallInFrame } from "./ics-recurrence";

/** From a date of its series on, everything is as this event says: moved as far, as long, with its texts. */
export type LaterChange = { from: string; event: IcsEvent };

/** What other events of the file say about a series. */
export type SeriesChanges = {
  /** Its dates that stand in the file as events of their own. */
  replaced: Set<string>;
  /** In the order of their dates. */
  later: LaterChange[];
};

export type Overrides = {
  changesFor: (uid: string) => SeriesChanges;
  /** Which date of its series an event stands for, in the clocks of that series. */
  dateOf: (event: IcsEvent) => string | null;
  hasSeries: (event: IcsEvent) => boolean;
};

/** Finds out which dates of which series the events of a file stand for, in whichever clocks they say so. */
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
    // A day alone stands for the time that the series has on it.
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

/** Some programs give different events one UID; then the start tells them apart. */
export function findRepeatedUids(events: IcsEvent[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { uid, recurrenceId } of events) if (!recurrenceId) seen.set(uid, (seen.get(uid) ?? 0) + 1);
  return new Set([...seen].flatMap(([uid, times]) => (times > 1 ? [uid] : [])));
}
