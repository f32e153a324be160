import type { QueueStatus, WaitEstimate } from "@/lib/waiting-room/queue-status";

const count = (value: number) => value.toLocaleString("en-GB");
const LONG_MINUTES = 90;

/** "About 12 to 18 minutes": a guess is said as one. */
export function formatWaitEstimate({ from, to }: WaitEstimate): string {
  if (to <= 1) return "Less than a minute";
  if (from >= LONG_MINUTES) {
    const hours = { from: Math.floor(from / 60), to: Math.ceil(to / 60) };
    return `About ${hours.from} to ${hours.to} hours`;
  }
  if (from < 1) return `Up to ${to} minutes`;
  return from === to ? `About ${to} minutes` : `About ${from} to ${to} minutes`;
}

export function formatAhead(ahead: number): string {
  if (ahead === 0) return "You are next";
  return ahead === 1 ? "One person is ahead of you" : `${count(ahead)} people are ahead of you`;
}

export const formatGathered = (gathered: number) =>
  gathered <= 1 ? "You are the first one here." : `${count(gathered)} people are here.`;

/** What the tab is called: the only part of the page that is seen from another tab. */
export function tabTitleFor(place: QueueStatus): string {
  switch (place.state) {
    case "admitted":
      return "It is your turn";
    case "waiting":
      return place.ahead === 0 ? "You are next" : `${count(place.ahead)} ahead of you`;
    case "lobby":
      return "In the lobby";
    default:
      return "Waiting room";
  }
}

/** What a screen reader is told when it changes: what happened, and not each of the people ahead. */
export function announcementFor(place: QueueStatus): string {
  switch (place.state) {
    case "admitted":
      return "It is your turn. You can choose your tickets now.";
    case "lobby":
      return "You are in the lobby. Places are drawn when sales open.";
    case "waiting":
      if (place.stalled === "paused") return "The queue is paused. Your place is kept.";
      if (place.stalled === "sold_out") return "Every ticket is taken at the moment. Your place is kept.";
      return place.ahead === 0
        ? "You are next."
        : `You are in the queue. ${place.wait ? formatWaitEstimate(place.wait) : ""}`;
    case "over":
      return "Your turn has run out.";
    case "used":
      return "You have used your turn.";
    default:
      return "";
  }
}
