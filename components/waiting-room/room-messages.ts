import type { QueueStatus, WaitEstimate } from "@/lib/waiting-room/queue-status";
import { roomMessages } from "@/texts/waiting-room";

const LONG_MINUTES = 90;
const { waits, tabTitles, announcements } = roomMessages;

/** "About 12 to 18 minutes". */
export function formatWaitEstimate({ from, to }: WaitEstimate): string {
  if (to <= 1) return waits.short;
  if (from >= LONG_MINUTES) return waits.hours(Math.floor(from / 60), Math.ceil(to / 60));
  if (from < 1) return waits.upTo(to);
  return from === to ? waits.about(to) : waits.range(from, to);
}

/** The title of the tab, which is all that is visible from another tab. */
export function tabTitleFor(status: QueueStatus): string {
  switch (status.state) {
    case "admitted":
      return tabTitles.admitted;
    case "waiting":
      return tabTitles.waiting(status.ahead);
    case "lobby":
      return tabTitles.lobby;
    default:
      return tabTitles.other;
  }
}

/** Announced by screen readers when it changes, so it leaves out the number of people ahead. */
export function announcementFor(status: QueueStatus): string {
  switch (status.state) {
    case "admitted":
      return announcements.admitted;
    case "lobby":
      return announcements.lobby;
    case "waiting":
      if (status.stalled === "paused") return announcements.paused;
      if (status.stalled === "sold_out") return announcements.soldOut;
      if (status.ahead === 0) return announcements.next;
      return announcements.waiting(status.wait ? formatWaitEstimate(status.wait) : "");
    case "over":
      return announcements.expired;
    case "used":
      return announcements.used;
    default:
      return "";
  }
}
