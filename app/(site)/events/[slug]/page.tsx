import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketPanel } from "@/components/checkout/ticket-panel";
import { EventView } from "@/components/events/event-view";
import { JsonLd } from "@/components/events/json-ld";
import { shareImageSize } from "@/components/events/share-image";
import { Container } from "@/components/ui/container";
import { eventJsonLd } from "@/lib/events/json-ld";
import { getEvent, listSlugsToPrerender } from "@/lib/events/queries";
import { toTicketPanelEvent } from "@/lib/events/ticket-panel-event";
import { routeParams } from "@/lib/names/route-params";
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
  const { slug } = await routeParams(params);
  const event = await getEvent(slug);
  if (!event) return { title: "Event not found", robots: { index: false } };
  const when = formatBrief(event.startsAt, event.timeZone);
  const description = [event.summary, `${when}, ${event.venue}, ${event.city}.`].filter(Boolean).join(" ");
  const canonical = `/events/${event.slug}`;
  return {
    title: event.name,
    description,
    alternates: { canonical },
    openGraph: {
      title: event.name,
      description,
      url: canonical,
      siteName: "Quorix",
      type: "website",
      images: [
        { url: `${canonical}/share-image`, ...shareImageSize, alt: "The event's cover, with its name, date and place" },
      ],
    },
  };
}

export default async function EventPage({ params }: PageProps<"/events/[slug]">) {
  const { slug } = await routeParams(params);
  const event = await getEvent(slug);
  if (!event) notFound();
  const url = siteUrl(`/events/${event.slug}`);

  return (
    <Container>
      <JsonLd value={eventJsonLd(event, { origin: siteUrl() })} />
      <EventView
        event={event}
        url={url}
        panel={<TicketPanel event={toTicketPanelEvent(event)} initial={event.availability} />}
      />
    </Container>
  );
}
