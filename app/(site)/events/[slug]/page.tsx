import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketPanel } from "@/components/checkout/ticket-panel";
import { CoverArt } from "@/components/events/cover-art";
import { EventFacts } from "@/components/events/event-facts";
import { JsonLd } from "@/components/events/json-ld";
import { ShareButton } from "@/components/events/share-button";
import { StateBadge } from "@/components/events/state-badge";
import { Badge } from "@/components/ui/badge";
import { Container } from "@/components/ui/container";
import { MarkdownText } from "@/components/ui/markdown";
import { categoryName } from "@/lib/events/categories";
import { eventJsonLd } from "@/lib/events/json-ld";
import { panelEvent } from "@/lib/events/panel-event";
import { getEvent, listSlugsToPrerender } from "@/lib/events/queries";
import { siteUrl } from "@/lib/site-url";
import { formatBrief } from "@/lib/time/format";

export const ensureStatic = "navigation";
// The whole page is one static file, so there is nothing to show before it.
export const instant = false;

const PRERENDERED = 60;
// Next wants at least one entry, and this one is nobody's: capitals are not used in slugs.
const NOBODYS_SLUG = "NONE";

export async function generateStaticParams() {
  const slugs = await listSlugsToPrerender(PRERENDERED);
  return (slugs.length > 0 ? slugs : [NOBODYS_SLUG]).map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/events/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  const event = await getEvent(slug);
  if (!event) return { title: "Event not found", robots: { index: false } };
  const when = formatBrief(event.startsAt, event.timeZone);
  const description = [event.summary, `${when}, ${event.venue}, ${event.city}.`].filter(Boolean).join(" ");
  const canonical = `/events/${event.slug}`;
  return {
    title: event.name,
    description,
    alternates: { canonical },
    openGraph: { title: event.name, description, url: canonical, siteName: "Quorix", type: "website" },
  };
}

export default async function EventPage({ params }: PageProps<"/events/[slug]">) {
  const { slug } = await params;
  const event = await getEvent(slug);
  if (!event) notFound();
  const url = siteUrl(`/events/${event.slug}`);
  const over = event.state === "past" || event.state === "cancelled";

  return (
    <Container>
      <JsonLd value={eventJsonLd(event, { origin: siteUrl() })} />
      <div className="grid grid-cols-1 gap-x-14 gap-y-10 pt-4 sm:pt-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]">
        <header className="grid grid-cols-1 gap-4">
          <div className="mb-3 aspect-[16/10] overflow-hidden rounded-card sm:mb-5 sm:aspect-[2/1]">
            <CoverArt slug={event.slug} image={event.coverImage} sizes="(min-width: 64rem) 46rem, 100vw" eager />
          </div>
          <p className="flex flex-wrap items-center gap-2">
            <Badge>{categoryName(event.category)}</Badge>
            {/* What changes by the minute is said by the ticket panel, which keeps up. */}
            {over ? <StateBadge state={event.state} left={event.left} /> : null}
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
            {`${formatBrief(event.startsAt, event.timeZone)} · `}
            <bdi>{event.city}</bdi>
          </p>
          <ShareButton title={event.name} />
        </header>

        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <div className="lg:sticky lg:top-24">
            <TicketPanel event={panelEvent(event)} initial={event.availability} />
          </div>
        </div>

        <div className="grid grid-cols-1 content-start gap-10 lg:col-start-1">
          <EventFacts event={event} url={url} />
          {event.description ? (
            <section aria-label="About">
              <h2 className="mb-5 text-3xl">About</h2>
              <MarkdownText>{event.description}</MarkdownText>
            </section>
          ) : null}
        </div>
      </div>
    </Container>
  );
}
