import { formatCheckIn, formatScanTime } from "@/lib/check-in/check-in-messages";
import { isMultiDay } from "@/lib/inventory/sales";
import { formatBrief, formatDay } from "@/lib/time/format";
import type { CheckInEvent, LocalConflict, ScanResult } from "./check-in-types";

export type Tone = "go" | "wait" | "stop";
export type ScanResultMessage = { tone: Tone; title: string; detail: string };

/** Whether tickets are let in once a day, and not once in all. */
export const isDaily = ({ startsAt, endsAt }: Pick<CheckInEvent, "startsAt" | "endsAt">) =>
  isMultiDay({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

/** What a scan's outcome says to whoever stands at the door. */
export function messageForScanResult(verdict: ScanResult, event: CheckInEvent): ScanResultMessage {
  const { outcome, admission, before, otherEvent, isOffline, isOtherLayout } = verdict;
  const layout =
    "Your scanner seems to type with another keyboard layout. Set the scanner and this device to the same one, or scan with the camera.";
  switch (outcome) {
    case "admitted":
      return {
        tone: "go",
        title: "Let in",
        detail: [
          before ? `Last let in ${formatCheckIn(before, event)}.` : "",
          isOffline ? "Checked against this device’s list." : "",
        ]
          .filter(Boolean)
          .join(" "),
      };
    case "provisional":
      return {
        tone: "wait",
        title: "Let in for now",
        detail: "A genuine ticket, sold after this list was made. It will be checked when this device is online.",
      };
    case "already_in":
      return {
        tone: "stop",
        title: isDaily(event) ? "Already in today" : "Already in",
        detail: admission ? `Let in ${formatCheckIn(admission, event)}.` : "",
      };
    case "void":
      return {
        tone: "stop",
        title: "No longer valid",
        detail: event.status === "cancelled" ? "The event was cancelled." : "This ticket was cancelled.",
      };
    case "other_day":
      return {
        tone: "wait",
        title: "Not today",
        detail: `A valid ticket, but the event is on ${formatDay(new Date(event.startsAt), event.timeZone)}.`,
      };
    case "other_event":
      return {
        tone: "stop",
        title: "Not for this event",
        detail: otherEvent
          ? `It is for ${otherEvent.name}, ${formatBrief(new Date(otherEvent.startsAt), otherEvent.timeZone)}.`
          : isOffline
            ? "Its signature does not fit this event."
            : "It is for an event of somebody else.",
      };
    case "unknown":
      return {
        tone: "stop",
        title: "Unknown ticket",
        detail: isOtherLayout
          ? layout
          : isOffline
            ? "It is not on this device’s list. Scan its QR code if you can, or try again when online."
            : "No ticket has this code.",
      };
    case "not_a_code":
      return {
        tone: "stop",
        title: "Not a ticket",
        detail: isOtherLayout ? layout : "A ticket’s code has 16 letters and digits.",
      };
    case "no_list":
      return {
        tone: "wait",
        title: "Cannot check",
        detail: "There is no connection, and this device has no list of tickets yet.",
      };
  }
}

/** What is wrong about somebody this device let in while it had no network, and whom the server could not write down. */
export function messageForLocalConflict(
  { outcome, at, admission, otherEvent }: LocalConflict,
  event: CheckInEvent,
): ScanResultMessage {
  const here = `Let in here ${formatScanTime(new Date(at), event)}`;
  if (outcome === "already_in" && admission) {
    return { tone: "stop", title: "Let in twice", detail: `${here}, and ${formatCheckIn(admission, event)}.` };
  }
  const told = messageForScanResult(
    { id: "", ticket: { text: "" }, outcome, admission, otherEvent, isOffline: false, at },
    event,
  );
  return { tone: "stop", title: `Let in: ${told.title.toLowerCase()}`, detail: `${here}. ${told.detail}` };
}
