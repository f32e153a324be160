import { coverFile } from "@/lib/media/cover-key";
import { formatDecimal } from "@/lib/money/format";
import type { EventState, TicketTypeState } from "./state";
import type { EventDetail } from "./types";

const SCHEMA = "https://schema.org";

const offerAvailability: Record<TicketTypeState, string> = {
  on_sale: `${SCHEMA}/InStock`,
  not_yet: `${SCHEMA}/PreOrder`,
  sold_out: `${SCHEMA}/SoldOut`,
  closed: `${SCHEMA}/OutOfStock`,
};

const eventStatusUrl = (state: EventState) =>
  state === "cancelled" ? `${SCHEMA}/EventCancelled` : `${SCHEMA}/EventScheduled`;

/** An event's structured data for search engines. */
export function eventJsonLd(event: EventDetail, { origin }: { origin: string }) {
  const url = `${origin}/events/${encodeURIComponent(event.slug)}`;
  return {
    "@context": SCHEMA,
    "@type": "Event",
    name: event.name,
    description: event.summary || event.name,
    url,
    image: [event.coverImage ? new URL(coverFile(event.coverImage, 1920), origin).href : `${url}/share-image`],
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: eventStatusUrl(event.state),
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    location: {
      "@type": "Place",
      name: event.venue,
      address: {
        "@type": "PostalAddress",
        streetAddress: event.address || undefined,
        addressLocality: event.city,
        addressCountry: event.country,
      },
    },
    organizer: {
      "@type": "Organization",
      name: event.organizer.name,
      url: `${origin}/organizers/${encodeURIComponent(event.organizer.slug)}`,
    },
    offers: event.ticketTypes.map((type) => ({
      "@type": "Offer",
      name: type.name,
      price: formatDecimal(type.price, event.currency),
      priceCurrency: event.currency,
      availability:
        offerAvailability[event.availability.ticketTypes.find(({ code }) => code === type.code)?.state ?? "closed"],
      validFrom: (type.salesStartAt ?? event.salesStartAt ?? undefined)?.toISOString(),
      url,
    })),
  };
}

/** As text inside a script element: no `<`, so that no name can close it. */
export function jsonLdText(value: object) {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
