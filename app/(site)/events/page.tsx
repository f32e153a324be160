import type { Metadata } from "next";
import { SearchForm } from "@/components/events/search-form";
import { SearchResults } from "@/components/events/search-results";
import { Alert } from "@/components/ui/alert";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { getFacets } from "@/lib/events/queries";
import { parseSearch, searchHref } from "@/lib/events/schema";
import { searchEvents } from "@/lib/events/search";

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

export default async function SearchPage({ searchParams }: PageProps<"/events">) {
  const { search, problems } = parseSearch(await searchParams);
  const [page, { cities }] = await Promise.all([searchEvents(search), getFacets()]);

  return (
    <Container>
      <PageHeader title="Find events" />
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
      <SearchResults search={search} page={page} />
    </Container>
  );
}
