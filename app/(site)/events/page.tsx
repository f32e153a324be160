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

// Sent in one piece: a streamed result is put in its place by a script, and this page has to work without any.
export const instant = false;

export async function generateMetadata({ searchParams }: PageProps<"/events">): Promise<Metadata> {
  const { search } = parseSearch(await searchParams);
  const words = [search.q ? `“${search.q}”` : null, search.city ? `in ${search.city}` : null].filter(Boolean).join(" ");
  return {
    title: words ? `Events: ${words}` : "Find events",
    description: "Search events by name, place, city, date, category and price.",
    alternates: { canonical: searchHref({ city: search.city, category: search.category }) },
    // Filters make endlessly many pages of the same events; only the plain ones are worth an index.
    robots: search.q || search.after || search.before ? { index: false } : undefined,
  };
}

/** What is found, by a city among the words where that finds something, and where to go on from nothing. */
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
      <PageHeader title={eventsPage.findEvents} />
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
