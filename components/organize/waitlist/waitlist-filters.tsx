import { ChipLink } from "@/components/ui/chip-link";
import { SearchInput } from "@/components/ui/search-input";
import type { WaitlistDemand } from "@/lib/waitlist/demand";
import { type WaitlistSearch, waitlistHref, waitlistLists, waitlistPath } from "@/lib/waitlist/organizer-search";
import { waitlistFilters } from "@/texts/organizer-waitlist";

/** Links and a GET form, so that the address holds all filters. */
export function WaitlistFilters({
  slug,
  search,
  demand,
}: {
  slug: string;
  search: WaitlistSearch;
  demand: WaitlistDemand;
}) {
  const counts = { waiting: demand.waiting, offered: demand.offered, history: demand.over };
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <nav aria-label={waitlistFilters.label}>
        <ul className="flex flex-wrap gap-2">
          {waitlistLists.map((show) => (
            <li key={show}>
              <ChipLink href={waitlistHref(slug, search, { show })} current={search.show === show}>
                <span>{waitlistFilters.lists[show]}</span>
                <span className="text-sm tabular-nums opacity-80">{counts[show].toLocaleString("en-GB")}</span>
              </ChipLink>
            </li>
          ))}
        </ul>
      </nav>
      <search className="w-full sm:w-auto">
        <form action={waitlistPath(slug)} className="flex items-center gap-2">
          {search.show === "waiting" ? null : <input type="hidden" name="show" value={search.show} />}
          <SearchInput
            label={waitlistFilters.search}
            placeholder={waitlistFilters.searchPlaceholder}
            defaultValue={search.q}
          />
        </form>
      </search>
    </div>
  );
}
