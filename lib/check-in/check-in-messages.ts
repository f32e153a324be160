import { formatBrief, formatDay, formatTime } from "@/lib/time/format";
import type { CheckInData, ScanConflict } from "./types";

type Zoned = { timeZone: string };

/** "at 19:02", with the day where that is not today. */
export function formatScanTime(at: Date, { timeZone }: Zoned, now = new Date()) {
  return formatDay(at, timeZone) === formatDay(now, timeZone)
    ? `at ${formatTime(at, timeZone)}`
    : formatBrief(at, timeZone);
}

/** "at 19:02 by Deniz, Door B". */
export function formatCheckIn({ at, by, device }: CheckInData, event: Zoned, now?: Date): string {
  const who = by ? ` by ${by}` : "";
  return `${formatScanTime(new Date(at), event, now)}${who}${device ? `${who ? "," : " at"} ${device}` : ""}`;
}

const conflictTitles: Partial<Record<ScanConflict["outcome"], string>> = {
  already_in: "Let in twice",
  void: "Let in with a cancelled ticket",
  other_event: "Let in with a ticket for another event",
};

/** What is wrong about somebody whom a door without a network let in. */
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
    title: conflictTitles[outcome] ?? "Let in with an unknown ticket",
    detail: [
      second ? `Let in ${first}, and ${second}.` : `Let in ${first}.`,
      isTimeCorrected ? `The clock of ${device} was wrong, so its time was corrected.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
}
