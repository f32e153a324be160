import { X } from "lucide-react";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { ChipLink } from "@/components/ui/chip-link";
import { RichText } from "@/components/ui/rich-text";
import { categoryName } from "@/lib/events/categories";
import { type EventSearch, searchHref } from "@/lib/events/schema";
import { activeFilters } from "@/texts/events";

function FilterDate({ text, date }: { text: string; date: string }) {
  return (
    <RichText
      text={text}
      values={{ date: <DateTime start={new Date(`${date}T00:00:00Z`)} timeZone="UTC" style="day" /> }}
    />
  );
}

/** The search terms and the date presets are shown elsewhere on the page. */
function listActiveFilters(search: EventSearch): { name: keyof EventSearch; text: ReactNode }[] {
  const { q, city, category, from, to, price, available, sort } = search;
  return [
    city ? { name: "city" as const, text: city } : null,
    category ? { name: "category" as const, text: categoryName(category) } : null,
    from ? { name: "from" as const, text: <FilterDate text={activeFilters.from} date={from} /> } : null,
    to ? { name: "to" as const, text: <FilterDate text={activeFilters.until} date={to} /> } : null,
    price ? { name: "price" as const, text: price === "free" ? activeFilters.free : activeFilters.paid } : null,
    available ? { name: "available" as const, text: activeFilters.available } : null,
    sort === "latest" ? { name: "sort" as const, text: activeFilters.latest } : null,
    sort === "soonest" && q ? { name: "sort" as const, text: activeFilters.soonest } : null,
  ].filter((filter) => filter !== null);
}

/** A chip for each filter, which removes it. */
export function ActiveFilters({ search }: { search: EventSearch }) {
  const filters = listActiveFilters(search);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={activeFilters.label} className="flex flex-wrap gap-2">
      {filters.map(({ name, text }) => (
        <li key={name}>
          <ChipLink href={searchHref(search, { [name]: undefined })}>
            <span className="sr-only">{activeFilters.remove}</span> <bdi>{text}</bdi>
            <X aria-hidden="true" className="size-4 text-muted" />
          </ChipLink>
        </li>
      ))}
    </ul>
  );
}
