import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { MarkdownText } from "@/components/ui/markdown";
import { RichText } from "@/components/ui/rich-text";
import { isUndated } from "@/lib/event-editing/event-times";
import { categoryName } from "@/lib/events/categories";
import type { EventDetail } from "@/lib/events/types";
import { eventDetails, eventView } from "@/texts/events";
import { CoverArt } from "./cover-art";
import { EventDetails } from "./event-details";
import { ShareButton } from "./share-button";
import { StateBadge } from "./state-badge";

/** An event's page, for the public, and for its team before it is published: the preview has no links elsewhere. */
export function EventView({
  event,
  url,
  panel,
  isPreview = false,
}: {
  event: EventDetail;
  url: string;
  panel: ReactNode;
  isPreview?: boolean;
}) {
  const isOver = event.state === "past" || event.state === "cancelled";
  const date = isUndated(event) ? (
    eventDetails.undated
  ) : (
    <DateTime start={event.startsAt} timeZone={event.timeZone} style="short" />
  );
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 pt-4 sm:pt-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]">
      <header className="grid grid-cols-1 gap-4">
        <div className="mb-3 aspect-[16/10] overflow-hidden rounded-card sm:mb-5 sm:aspect-[2/1]">
          <CoverArt slug={event.slug} image={event.coverImage} sizes="(min-width: 64rem) 46rem, 100vw" eager />
        </div>
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{categoryName(event.category)}</Badge>
          {/* States that change by the minute are left to the ticket panel, which is live. */}
          {isOver ? <StateBadge event={event} /> : null}
        </p>
        <h1
          className={`leading-[1.05] font-bold ${event.name.length > 60 ? "text-3xl sm:text-5xl" : "text-4xl sm:text-6xl"}`}
        >
          <bdi>{event.name}</bdi>
        </h1>
        {event.summary ? (
          <p className="max-w-2xl text-xl text-muted text-pretty">
            <bdi>{event.summary}</bdi>
          </p>
        ) : null}
        <p className="font-semibold text-accent lg:hidden">
          {event.city ? (
            <RichText text={eventView.dateAndCity} values={{ date, city: <bdi>{event.city}</bdi> }} />
          ) : (
            date
          )}
        </p>
        {isPreview ? null : <ShareButton title={event.name} />}
      </header>

      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <div className="lg:sticky lg:top-24">{panel}</div>
      </div>

      <div className="grid grid-cols-1 content-start gap-10 lg:col-start-1">
        <EventDetails event={event} url={url} isPreview={isPreview} />
        {event.description ? (
          <section aria-label={eventView.about}>
            <h2 className="mb-5 text-3xl">{eventView.about}</h2>
            <MarkdownText>{event.description}</MarkdownText>
          </section>
        ) : null}
      </div>
    </div>
  );
}
