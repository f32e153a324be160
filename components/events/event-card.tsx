import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { EventSummary } from "@/lib/events/types";
import { formatPriceRange } from "@/lib/money/format";
import { eventCard } from "@/texts/events";
import { CoverArt } from "./cover-art";
import { StateBadge } from "./state-badge";

/** `large`: with a wider picture, a bigger name and the summary. */
export function EventCard({ event, large = false }: { event: EventSummary; large?: boolean }) {
  return (
    <article
      className={`group relative grid h-full grid-cols-1 gap-4 ${large ? "lg:grid-rows-[1fr_auto]" : "content-start"}`}
    >
      <div
        className={`relative overflow-hidden rounded-card ${large ? "aspect-[16/10] lg:aspect-auto lg:min-h-80" : "aspect-[16/10]"}`}
      >
        <CoverArt
          slug={event.slug}
          image={event.coverImage}
          eager={large}
          className={`transition-transform duration-300 group-hover:scale-[1.03] ${large ? "lg:absolute lg:inset-0" : ""}`}
        />
        <div className="absolute start-3 top-3 flex flex-wrap gap-1.5">
          <StateBadge event={event} />
        </div>
      </div>
      <div className="grid content-start gap-1">
        <p className="text-sm font-semibold text-accent">
          {event.isOn ? (
            <RichText
              text={eventCard.until}
              values={{ date: <DateTime start={event.endsAt} timeZone={event.timeZone} style="short" /> }}
            />
          ) : (
            <DateTime start={event.startsAt} timeZone={event.timeZone} style="short" />
          )}
        </p>
        <h3 className={large ? "text-2xl sm:text-3xl" : "text-xl"}>
          <Link
            href={`/events/${event.slug}`}
            className="line-clamp-3 decoration-2 underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-3 focus-visible:after:outline-offset-4 focus-visible:after:outline-accent"
          >
            <bdi>{event.name}</bdi>
          </Link>
        </h3>
        {large && event.summary ? (
          <p dir="auto" className="line-clamp-2 max-w-prose text-lg text-muted text-pretty">
            {event.summary}
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-2 text-muted">
          <span className="line-clamp-1">
            <bdi>{event.venue}</bdi>, <bdi>{event.city}</bdi>
          </span>
          {event.prices ? (
            <span className="font-semibold text-ink">{formatPriceRange(event.prices, event.currency)}</span>
          ) : null}
        </p>
      </div>
    </article>
  );
}
