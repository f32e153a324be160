import { X } from "lucide-react";
import { ChipLink } from "@/components/ui/chip-link";
import { categoryName } from "@/lib/events/categories";
import { type EventSearch, searchHref } from "@/lib/events/schema";
import { formatDay } from "@/lib/time/format";
import { activeFilters } from "@/texts/events";

const day = (date: string) => formatDay(new Date(`${date}T00:00:00Z`), "UTC");

/** What narrows the search, in words. The words searched for and the presets stand elsewhere on the page. */
function listActiveFilters(search: EventSearch): { name: keyof EventSearch; text: string }[] {
  const { q, city, category, from, to, price, available, sort } = search;
  return [
    city ? { name: "city" as const, text: city } : null,
    category ? { name: "category" as const, text: categoryName(category) } : null,
    from ? { name: "from" as const, text: `From ${day(from)}` } : null,
    to ? { name: "to" as const, text: `Until ${day(to)}` } : null,
    price ? { name: "price" as const, text: price === "free" ? "Free" : "Paid" } : null,
    available ? { name: "available" as const, text: "Tickets left" } : null,
    sort === "latest" ? { name: "sort" as const, text: "Latest first" } : null,
    sort === "soonest" && q ? { name: "sort" as const, text: "Soonest first" } : null,
  ].filter((filter) => filter !== null);
}

/** One chip for each, which takes it away. */
export function ActiveFilters({ search }: { search: EventSearch }) {
  const filters = listActiveFilters(search);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={activeFilters.filtersThatAreOn} className="flex flex-wrap gap-2">
      {filters.map(({ name, text }) => (
        <li key={name}>
          <ChipLink href={searchHref(search, { [name]: undefined })}>
            <span className="sr-only">{activeFilters.remove}</span>
            <bdi>{text}</bdi>
            <X aria-hidden="true" className="size-4 text-muted" />
          </ChipLink>
        </li>
      ))}
    </ul>
  );
}
