import { formatChoice, parseChoice } from "@/lib/booking/choice";

const eventPath = (slug: string) => `/events/${encodeURIComponent(slug)}`;

/** The pages of an event's room, each with the chosen tickets. `tickets`: the value of `?tickets=`. */
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
    /** The waiting page after joining: it can tell whether the browser kept the cookie. */
    joined: `${queue}${query("joined=1")}`,
    /** Joins the room. */
    enter: `${queue}/enter${query()}`,
    /** Joins again after a turn. */
    enterAgain: `${queue}/enter${query("again=1")}`,
    /** Sets the admission cookie and redirects to the event's page. */
    go: `${queue}/go${query()}`,
    event: `${eventPath(slug)}${query()}`,
  };
}
