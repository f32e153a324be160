import { ArrowLeft, ArrowRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
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
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-4 pt-12">
      {previous ? (
        <ButtonLink href={searchHref(search, { before: previous })} rel="prev" variant="secondary">
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          Previous
        </ButtonLink>
      ) : (
        <span />
      )}
      {next ? (
        <ButtonLink href={searchHref(search, { after: next })} rel="next" variant="secondary">
          Next
          <ArrowRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
