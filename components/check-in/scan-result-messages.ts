import { formatCheckIn, formatScanTime } from "@/lib/check-in/check-in-messages";
import { isMultiDay } from "@/lib/inventory/sales";
import { formatBrief, formatDay } from "@/lib/time/format";
import { scanConflicts, scanResults as texts } from "@/texts/check-in";
import type { CheckInEvent, LocalConflict, ScanResult } from "./check-in-types";

export type Tone = "go" | "wait" | "stop";
export type ScanResultMessage = { tone: Tone; title: string; detail: string };

/** Whether each ticket is let in once a day instead of once in total. */
export const isDaily = ({ startsAt, endsAt }: Pick<CheckInEvent, "startsAt" | "endsAt">) =>
  isMultiDay({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

export function messageForScanResult(result: ScanResult, event: CheckInEvent): ScanResultMessage {
  const { outcome, admission, before, otherEvent, isOffline, isOtherLayout } = result;
  switch (outcome) {
    case "admitted":
      return {
        tone: "go",
        title: texts.letIn,
        detail: [before ? texts.lastLetIn(formatCheckIn(before, event)) : "", isOffline ? texts.checkedOffline : ""]
          .filter(Boolean)
          .join(" "),
      };
    case "provisional":
      return {
        tone: "wait",
        title: texts.provisional,
        detail: texts.provisionalDetail,
      };
    case "already_in":
      return {
        tone: "stop",
        title: isDaily(event) ? texts.alreadyInToday : texts.alreadyIn,
        detail: admission ? texts.letInBefore(formatCheckIn(admission, event)) : "",
      };
    case "void":
      return {
        tone: "stop",
        title: texts.noLongerValid,
        detail: event.status === "cancelled" ? texts.eventCancelled : texts.ticketCancelled,
      };
    case "other_day":
      return {
        tone: "wait",
        title: texts.notToday,
        detail: texts.notTodayDetail(formatDay(new Date(event.startsAt), event.timeZone)),
      };
    case "other_event":
      return {
        tone: "stop",
        title: texts.otherEvent,
        detail: otherEvent
          ? texts.otherEventDetail(otherEvent.name, formatBrief(new Date(otherEvent.startsAt), otherEvent.timeZone))
          : isOffline
            ? texts.badSignature
            : texts.otherOrganizer,
      };
    case "unknown":
      return {
        tone: "stop",
        title: texts.unknown,
        detail: isOtherLayout ? texts.otherLayout : isOffline ? texts.unknownOffline : texts.unknownDetail,
      };
    case "not_a_code":
      return {
        tone: "stop",
        title: texts.notATicket,
        detail: isOtherLayout ? texts.otherLayout : texts.notATicketDetail,
      };
    case "no_list":
      return {
        tone: "wait",
        title: texts.cannotCheck,
        detail: texts.cannotCheckDetail,
      };
  }
}

/** Describes an offline scan of this device that the server refused and could not record as a conflict. */
export function messageForLocalConflict(
  { outcome, at, admission, otherEvent }: LocalConflict,
  event: CheckInEvent,
): ScanResultMessage {
  const here = formatScanTime(new Date(at), event);
  if (outcome === "already_in" && admission) {
    return {
      tone: "stop",
      title: scanConflicts.twice,
      detail: scanConflicts.hereAndThere(here, formatCheckIn(admission, event)),
    };
  }
  const message = messageForScanResult(
    { id: "", ticket: { text: "" }, outcome, admission, otherEvent, isOffline: false, at },
    event,
  );
  return {
    tone: "stop",
    title: scanConflicts.local(message.title),
    detail: `${scanConflicts.here(here)} ${message.detail}`,
  };
}
