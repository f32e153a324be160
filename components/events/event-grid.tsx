import type { EventSummary } from "@/lib/events/types";
import { EventCard } from "./event-card";

export function EventGrid({ events, columns = 3 }: { events: EventSummary[]; columns?: 3 | 4 }) {
  return (
    <ul className={`grid gap-x-6 gap-y-10 sm:grid-cols-2 ${columns === 4 ? "lg:grid-cols-4" : "lg:grid-cols-3"}`}>
      {events.map((event) => (
        <li key={event.slug}>
          <EventCard event={event} />
        </li>
      ))}
    </ul>
  );
}
