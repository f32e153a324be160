import { formatBrief, formatDay, formatTime } from "@/lib/time/format";
import { checkInDetails, scanConflicts } from "@/texts/check-in";
import type { CheckInData, ScanConflict } from "./types";

type Zoned = { timeZone: string };

/** "at 19:02", or the date and time if that is not today. */
export function formatScanTime(at: Date, { timeZone }: Zoned, now = new Date()) {
  return formatDay(at, timeZone) === formatDay(now, timeZone)
    ? checkInDetails.at(formatTime(at, timeZone))
    : formatBrief(at, timeZone);
}

/** "at 19:02 by Deniz, Door B". */
export function formatCheckIn({ at, by, device }: CheckInData, event: Zoned, now?: Date): string {
  const when = formatScanTime(new Date(at), event, now);
  if (by) return device ? checkInDetails.byOn(when, by, device) : checkInDetails.by(when, by);
  return device ? checkInDetails.on(when, device) : when;
}

const conflictTitles: Partial<Record<ScanConflict["outcome"], string>> = {
  already_in: scanConflicts.twice,
  void: scanConflicts.cancelled,
  other_event: scanConflicts.otherEvent,
};

/** Describes a conflict: a person whom an offline device should not have let in. */
export function messageForConflict(
  conflict: ScanConflict,
  event: Zoned,
  now?: Date,
): { title: string; detail: string } {
  const { outcome, admission, device, isTimeCorrected } = conflict;
  const here = formatCheckIn(conflict, event, now);
  const [first, second] =
    admission && admission.at <= conflict.at ? [formatCheckIn(admission, event, now), here] : [here, null];
  return {
    title: conflictTitles[outcome] ?? scanConflicts.unknown,
    detail: [
      second ? scanConflicts.both(first, second) : scanConflicts.once(first),
      isTimeCorrected ? scanConflicts.timeCorrected(device) : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
}
