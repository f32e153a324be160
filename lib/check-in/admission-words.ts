import { formatBrief, formatDay, formatTime } from "@/lib/time/format";
import type { Admission, Conflict } from "./answers";

type Zoned = { timeZone: string };

/** "at 19:02", with the day where that is not today. */
export function moment(at: Date, { timeZone }: Zoned, now = new Date()) {
  return formatDay(at, timeZone) === formatDay(now, timeZone)
    ? `at ${formatTime(at, timeZone)}`
    : formatBrief(at, timeZone);
}

/** "at 19:02 by Deniz, Door B". */
export function admissionWords({ at, by, device }: Admission, event: Zoned, now?: Date): string {
  const who = by ? ` by ${by}` : "";
  return `${moment(new Date(at), event, now)}${who}${device ? `${who ? "," : " at"} ${device}` : ""}`;
}

const titles: Partial<Record<Conflict["outcome"], string>> = {
  already_in: "Let in twice",
  void: "Let in with a cancelled ticket",
  other_event: "Let in with a ticket for another event",
};

/** What is wrong about somebody whom a door without a network let in. */
export function conflictWords(conflict: Conflict, event: Zoned, now?: Date): { title: string; detail: string } {
  const { outcome, admission, device, isTimeCorrected } = conflict;
  const here = admissionWords(conflict, event, now);
  const [first, second] =
    admission && admission.at <= conflict.at ? [admissionWords(admission, event, now), here] : [here, null];
  return {
    title: titles[outcome] ?? "Let in with an unknown ticket",
    detail: [
      second ? `Let in ${first}, and ${second}.` : `Let in ${first}.`,
      isTimeCorrected ? `The clock of ${device} was wrong, so its time was corrected.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
}
