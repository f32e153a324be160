import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { MarkdownText } from "@/components/ui/markdown";
import { isUndated } from "@/lib/event-editing/event-times";
import { categoryName } from "@/lib/events/categories";
import type { EventDetail } from "@/lib/events/types";
import { formatBrief } from "@/lib/time/format";
import { eventView } from "@/texts/events";
import { CoverArt } from "./cover-art";
import { EventDetails } from "./event-details";
import { ShareButton } from "./share-button";
import { StateBadge } from "./state-badge";

/** An event's page, for everybody and, before it is published, for its team: then nothing leads away from it. */
export function EventView({
  event,
  url,
  panel,
  isPreview = false,
}: {
  event: EventDetail;
  url: string;
  /** Where tickets are chosen. */
  panel: ReactNode;
  isPreview?: boolean;
}) {
  const over = event.state === "past" || event.state === "cancelled";
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 pt-4 sm:pt-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]">
      <header className="grid grid-cols-1 gap-4">
        <div className="mb-3 aspect-[16/10] overflow-hidden rounded-card sm:mb-5 sm:aspect-[2/1]">
          <CoverArt slug={event.slug} image={event.coverImage} sizes="(min-width: 64rem) 46rem, 100vw" eager />
        </div>
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{categoryName(event.category)}</Badge>
          {/* What changes by the minute is said by the ticket panel, which keeps up. */}
          {over ? <StateBadge event={event} /> : null}
        </p>
        <h1
          dir="auto"
          className={`leading-[1.05] font-bold ${event.name.length > 60 ? "text-3xl sm:text-5xl" : "text-4xl sm:text-6xl"}`}
        >
          {event.name}
        </h1>
        {event.summary ? (
          <p dir="auto" className="max-w-2xl text-xl text-muted text-pretty">
            {event.summary}
          </p>
        ) : null}
        <p className="font-semibold text-accent lg:hidden">
          <span>{`${isUndated(event) ? "Date to come" : formatBrief(event.startsAt, event.timeZone)} · `}</span>
          <bdi>{event.city}</bdi>
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
