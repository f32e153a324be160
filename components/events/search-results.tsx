import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type EventSearch, searchHref, whenPresets } from "@/lib/events/schema";
import type { SearchPage } from "@/lib/events/types";
import { EventGrid } from "./event-grid";
import { Pagination } from "./pagination";

function countText({ count, countLimit, isCounted }: SearchPage) {
  if (count > countLimit) return `More than ${countLimit.toLocaleString("en")} events`;
  if (!isCounted) return count === 1 ? "At least 1 event" : `At least ${count.toLocaleString("en")} events`;
  return count === 1 ? "1 event" : `${count.toLocaleString("en")} events`;
}

function NothingFound({ search, page }: { search: EventSearch; page: SearchPage }) {
  if (page.count > 0) {
    return (
      <EmptyState
        title="There is nothing on this page"
        action={<ButtonLink href={searchHref(search)}>To the first page</ButtonLink>}
      >
        The events that were here are over, or were taken down.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing found"
      icon={<SearchX aria-hidden="true" className="size-7" />}
      action={
        <>
          {search.q ? (
            <ButtonLink href={searchHref(search, { q: undefined })} variant="secondary">
              Without the words
            </ButtonLink>
          ) : null}
          {search.from || search.to || search.when ? (
            <ButtonLink
              href={searchHref(search, { from: undefined, to: undefined, when: undefined })}
              variant="secondary"
            >
              On any date
            </ButtonLink>
          ) : null}
          {search.city ? (
            <ButtonLink href={searchHref(search, { city: undefined })} variant="secondary">
              In any city
            </ButtonLink>
          ) : null}
          <ButtonLink href="/events">All events</ButtonLink>
        </>
      }
    >
      No event that is on or still to come fits all of this. Leave something out and look again.
    </EmptyState>
  );
}

export function SearchResults({ search, page }: { search: EventSearch; page: SearchPage }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-8">
        <h2 className="text-2xl">{countText(page)}</h2>
        <nav aria-label="By date" className="flex flex-wrap gap-2">
          {Object.entries(whenPresets).map(([when, text]) => {
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
      {page.events.length > 0 ? <EventGrid events={page.events} /> : <NothingFound search={search} page={page} />}
      <Pagination search={search} previous={page.previous} next={page.next} />
    </>
  );
}
