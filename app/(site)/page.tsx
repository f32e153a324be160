import { CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { BrowseByCategory, BrowseByCity } from "@/components/events/browse";
import { EventCard } from "@/components/events/event-card";
import { EventGrid } from "@/components/events/event-grid";
import { SearchBox } from "@/components/events/search-box";
import { Section } from "@/components/events/section";
import { ChipLink } from "@/components/ui/chip-link";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { getDiscovery, getFacets } from "@/lib/events/queries";
import { searchHref } from "@/lib/events/schema";
import { datePresets, homePage, priceLabels } from "@/texts/events";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  alternates: { canonical: "/" },
};

export default async function DiscoverPage() {
  const [{ featured, onNow, goingFast, next }, { cities, categories }] = await Promise.all([
    getDiscovery(),
    getFacets(),
  ]);
  const [lead, ...others] = featured;
  const isEmpty = categories.length === 0;

  return (
    <Container>
      <div className="grid grid-cols-1 gap-6 pt-12 sm:pt-20">
        <h1 className="max-w-3xl text-5xl leading-[1.02] font-bold sm:text-7xl">{homePage.title}</h1>
        <p className="max-w-xl text-lg text-muted text-pretty sm:text-xl">{homePage.intro}</p>
        <search className="max-w-xl">
          <form action="/events">
            <SearchBox />
          </form>
        </search>
        <nav aria-label={homePage.datesLabel} className="flex flex-wrap gap-2">
          {Object.entries(datePresets).map(([when, text]) => (
            <ChipLink key={when} href={searchHref({}, { when })}>
              {text}
            </ChipLink>
          ))}
          <ChipLink href={searchHref({ price: "free" })}>{priceLabels.free}</ChipLink>
        </nav>
      </div>

      {isEmpty ? (
        <div className="pt-16">
          <EmptyState title={homePage.emptyTitle} icon={<CalendarX2 aria-hidden="true" className="size-7" />}>
            {homePage.emptyText}
          </EmptyState>
        </div>
      ) : null}

      {lead ? (
        <Section title={homePage.featured}>
          <div className="grid gap-x-6 gap-y-10 lg:grid-cols-3">
            <div className={others.length > 0 ? "lg:col-span-2 lg:row-span-2" : "lg:col-span-3"}>
              <EventCard event={lead} large />
            </div>
            {others.map((event) => (
              <EventCard key={event.slug} event={event} />
            ))}
          </div>
        </Section>
      ) : null}

      {onNow.length > 0 ? (
        <Section title={homePage.onNow} more={{ href: searchHref({ when: "today" }), text: homePage.allToday }}>
          <EventGrid events={onNow} />
        </Section>
      ) : null}

      {goingFast.length > 0 ? (
        <Section
          title={homePage.sellingFast}
          more={{ href: searchHref({ available: "1" }), text: homePage.allAvailable }}
        >
          <EventGrid events={goingFast} columns={4} />
        </Section>
      ) : null}

      {next.length > 0 ? (
        <Section title={homePage.comingUp} more={{ href: "/events", text: homePage.allEvents }}>
          <EventGrid events={next} />
        </Section>
      ) : null}

      {isEmpty ? null : (
        <>
          <BrowseByCategory categories={categories} />
          <BrowseByCity cities={cities} />
        </>
      )}
    </Container>
  );
}
