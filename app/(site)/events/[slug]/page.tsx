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
import { eventPage } from "@/texts/events";
import { site } from "@/texts/site";

export const ensureStatic = "navigation";
// The whole page is one static file: there is no part to show first.
export const instant = false;

const PRERENDERED = 60;
// Next.js needs at least one entry. No slug has capitals, so this one never exists.
const UNUSED_SLUG = "NONE";

export async function generateStaticParams() {
  const slugs = await listSlugsToPrerender(PRERENDERED);
  return (slugs.length > 0 ? slugs : [UNUSED_SLUG]).map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/events/[slug]">): Promise<Metadata> {
  const { slug } = await routeParams(params);
  const event = await getEvent(slug);
  if (!event) return { title: eventPage.notFound, robots: { index: false } };
  const date = formatBrief(event.startsAt, event.timeZone);
  const details = eventPage.description(date, event.venue, event.city);
  const description = [event.summary, details].filter(Boolean).join(" ");
  const canonical = `/events/${event.slug}`;
  return {
    title: event.name,
    description,
    alternates: { canonical },
    openGraph: {
      title: event.name,
      description,
      url: canonical,
      siteName: site.name,
      type: "website",
      images: [{ url: `${canonical}/share-image`, ...shareImageSize, alt: eventPage.shareImageAlt }],
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
