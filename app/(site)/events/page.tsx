import type { Metadata } from "next";
import { SearchForm } from "@/components/events/search-form";
import { SearchResults } from "@/components/events/search-results";
import { Alert } from "@/components/ui/alert";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { getFacets } from "@/lib/events/queries";
import { resolveCity } from "@/lib/events/resolve-city";
import { type EventSearch, parseSearch, searchHref } from "@/lib/events/schema";
import { searchAlternatives, searchEvents } from "@/lib/events/search";
import { eventsPage } from "@/texts/events";

// Sent in one piece: a streamed result needs a script to be shown, and this page has to work without scripts.
export const instant = false;

function titleFor({ q, city }: EventSearch) {
  if (q) return city ? eventsPage.titleForBoth(q, city) : eventsPage.titleForTerms(q);
  return city ? eventsPage.titleForCity(city) : eventsPage.title;
}

export async function generateMetadata({ searchParams }: PageProps<"/events">): Promise<Metadata> {
  const { search } = parseSearch(await searchParams);
  return {
    title: titleFor(search),
    description: eventsPage.description,
    alternates: { canonical: searchHref({ city: search.city, category: search.category }) },
    // Filters make endless pages of the same events. Only the plain ones are worth indexing.
    robots: search.q || search.after || search.before ? { index: false } : undefined,
  };
}

/** Events in the city that the terms name, else everywhere; alternatives where there are none. */
async function findEvents(search: EventSearch, cities: readonly string[]) {
  const inCity = resolveCity(search, cities);
  const page = await searchEvents(inCity.search);
  if (page.count > 0) return { page, city: inCity.city, noResults: null };
  const everywhere = inCity.city ? await searchEvents(search) : page;
  if (everywhere.count > 0) return { page: everywhere, city: null, noResults: null };
  const noResults = { search: inCity.search, alternatives: await searchAlternatives(inCity.search) };
  return { page, city: null, noResults };
}

export default async function SearchPage({ searchParams }: PageProps<"/events">) {
  const { search, problems } = parseSearch(await searchParams);
  const { cities } = await getFacets();
  const names = cities.map(({ city }) => city);

  return (
    <Container>
      <PageHeader title={eventsPage.title} />
      {problems.length > 0 ? (
        <div className="pb-6">
          <Alert tone="warning">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Alert>
        </div>
      ) : null}
      <SearchForm search={search} cities={cities} />
      <SearchResults search={search} {...(await findEvents(search, names))} />
    </Container>
  );
}
