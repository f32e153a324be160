import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type Alternatives, formatResultCount } from "@/lib/events/alternatives";
import { datePresets, type EventSearch, searchHref } from "@/lib/events/schema";
import type { SearchPage } from "@/lib/events/types";
import { searchResults } from "@/texts/events";
import { EventGrid } from "./event-grid";
import { NoResults } from "./no-results";
import { Pagination } from "./pagination";

/** Words that are no place, within what an address may say. */
const quoteTerms = (words: string) => `"${words.replaceAll('"', "").slice(0, 98)}"`;

function EmptyPage({ search }: { search: EventSearch }) {
  return (
    <EmptyState
      title={searchResults.thereIsNothingOnThis}
      action={<ButtonLink href={searchHref(search)}>To the first page</ButtonLink>}
    >
      {searchResults.theEventsThatWereHere}
    </EmptyState>
  );
}

type SearchResultsProps = {
  /** As the address says. */
  search: EventSearch;
  page: SearchPage;
  /** A city that was found among the words. */
  city: string | null;
  /** Where nothing was found. */
  noResults: { search: EventSearch; alternatives: Alternatives } | null;
};

export function SearchResults({ search, page, city, noResults }: SearchResultsProps) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-8">
        <div>
          <h2 className="text-2xl">
            {city ? searchResults.in(formatResultCount(page), city) : formatResultCount(page)}
          </h2>
          {city ? (
            <Link
              href={searchHref(search, { q: quoteTerms(search.q ?? "") })}
              className="text-muted underline underline-offset-4"
            >
              {searchResults.lookForTheWordsIn}
            </Link>
          ) : null}
        </div>
        <nav aria-label={searchResults.byDate} className="flex flex-wrap gap-2">
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
