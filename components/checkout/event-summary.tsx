import { CalendarDays, MapPin } from "lucide-react";
import Link from "next/link";
import { Place } from "@/components/events/place";
import { DateTime } from "@/components/time/date-time";
import { eventSummary } from "@/texts/checkout";

type Event = {
  slug: string;
  name: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  address: string;
  city: string;
};

/** The event: name, time in its own zone, address. */
export function EventSummary({ event }: { event: Event }) {
  return (
    <div className="grid gap-3">
      <h2 className="text-2xl">
        <Link href={`/events/${event.slug}`} prefetch={false} className="hover:underline">
          <bdi>{event.name}</bdi>
        </Link>
      </h2>
      <p className="flex items-start gap-3 text-muted">
        <CalendarDays aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span className="sr-only">{eventSummary.when}</span>
        <DateTime start={event.startsAt} end={event.endsAt} timeZone={event.timeZone} />
      </p>
      <p className="flex items-start gap-3 text-muted">
        <MapPin aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span className="sr-only">{eventSummary.where}</span>
        <span>
          <Place {...event} />
        </span>
      </p>
    </div>
  );
}
