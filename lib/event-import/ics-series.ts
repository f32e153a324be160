import type { IcsEvent } from "./ics-event";
import { type Frame, inFrame } from "./ics-recurrence";

/** By series, which of its dates other events of the file stand for. */
export function replacements(events: IcsEvent[], frameOf: (event: IcsEvent) => Frame): Map<string, Set<string>> {
  const byUid = new Map<string, Set<string>>();
  const masters = new Map(events.flatMap((event) => (event.recurrenceId ? [] : [[event.uid, event] as const])));
  for (const event of events) {
    if (!event.recurrenceId || event.uid === "") continue;
    const frame = frameOf(masters.get(event.uid) ?? event);
    const replaced = byUid.get(event.uid) ?? new Set();
    byUid.set(event.uid, replaced.add(inFrame(event.recurrenceId.time, frame, () => null)));
  }
  return byUid;
}

/** Some programs give different events one UID; then the start tells them apart. */
export function repeatedUids(events: IcsEvent[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { uid, recurrenceId } of events) if (!recurrenceId) seen.set(uid, (seen.get(uid) ?? 0) + 1);
  return new Set([...seen].flatMap(([uid, times]) => (times > 1 ? [uid] : [])));
}
