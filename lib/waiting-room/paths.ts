import { formatChoice, parseChoice } from "@/lib/booking/choice";

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;

/** The pages of an event's room, each with the tickets that were chosen. `tickets`: as the address bar has them. */
export function roomPaths(slug: string, tickets: string | null) {
  const choice = formatChoice(parseChoice(tickets));
  const query = (more?: string) => {
    const parts = [choice && `tickets=${choice}`, more].filter(Boolean);
    return parts.length > 0 ? `?${parts.join("&")}` : "";
  };
  const queue = `${eventPath(slug)}/queue`;
  return {
    /** Where visitors wait. */
    page: `${queue}${query()}`,
    /** Where the page says that a place was asked for: without cookies there is none. */
    joined: `${queue}${query("joined=1")}`,
    /** Takes a place. */
    enter: `${queue}/enter${query()}`,
    /** Takes a new place, for whoever has had their turn. */
    enterAgain: `${queue}/enter${query("again=1")}`,
    /** Takes the admission to the event's page. */
    go: `${queue}/go${query()}`,
    event: `${eventPath(slug)}${query()}`,
  };
}
