import { Pager } from "@/components/ui/pager";
import { type EventSearch, searchHref } from "@/lib/events/schema";

export function Pagination({
  search,
  previous,
  next,
}: {
  search: EventSearch;
  previous: string | null;
  next: string | null;
}) {
  return (
    <Pager
      previous={previous ? searchHref(search, { before: previous }) : null}
      next={next ? searchHref(search, { after: next }) : null}
    />
  );
}
