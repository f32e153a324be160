import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type Alternatives, formatResultCount } from "@/lib/events/alternatives";
import { type EventSearch, searchHref } from "@/lib/events/schema";
import type { SearchPage } from "@/lib/events/types";
import { datePresets, searchResults } from "@/texts/events";
import { EventGrid } from "./event-grid";
import { NoResults } from "./no-results";
import { Pagination } from "./pagination";

/** Quoted terms are not read as a city. Cut to the length that `parseSearch` accepts. */
const quoteTerms = (terms: string) => `"${terms.replaceAll('"', "").slice(0, 98)}"`;

function EmptyPage({ search }: { search: EventSearch }) {
  return (
    <EmptyState
      title={searchResults.emptyPageTitle}
      action={<ButtonLink href={searchHref(search)}>{searchResults.firstPage}</ButtonLink>}
    >
      {searchResults.emptyPageText}
    </EmptyState>
  );
}

type SearchResultsProps = {
  /** The search in the address. */
  search: EventSearch;
  page: SearchPage;
  /** The city found among the search terms. */
  city: string | null;
  /** Null where events were found. */
  noResults: { search: EventSearch; alternatives: Alternatives } | null;
};

export function SearchResults({ search, page, city, noResults }: SearchResultsProps) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-8">
        <div>
          <h2 className="text-2xl">
            {city ? searchResults.countInCity(formatResultCount(page), city) : formatResultCount(page)}
          </h2>
          {city ? (
            <Link
              href={searchHref(search, { q: quoteTerms(search.q ?? "") })}
              className="text-muted underline underline-offset-4"
            >
              {searchResults.searchAllCities}
            </Link>
          ) : null}
        </div>
        <nav aria-label={searchResults.datesLabel} className="flex flex-wrap gap-2">
          {Object.entries(datePresets).map(([when, text]) => {
            const current = search.when === when;
            const change = { when: current ? undefined : when, from: undefined, to: undefined };
            return (
              <ChipLink key={when} href={searchHref(search, change)} current={current}>
                {text}
              </ChipLink>
            );
          })}
        </nav>
      </div>
      {page.events.length > 0 ? <EventGrid events={page.events} /> : null}
      {noResults ? <NoResults {...noResults} /> : null}
      {page.events.length === 0 && !noResults ? <EmptyPage search={search} /> : null}
      <Pagination search={search} previous={page.previous} next={page.next} />
    </>
  );
}
