import { ChipLink } from "@/components/ui/chip-link";
import { inputClasses } from "@/components/ui/control-classes";
import { SearchInput } from "@/components/ui/search-input";
import { type OverviewSearch, overviewHref, overviewShows } from "@/lib/organize/overview-schema";
import { overviewFilters } from "@/texts/organizer";

/** Links and a GET form, so that the address holds all filters. */
export function OverviewFilters({
  search,
  organizers,
}: {
  search: OverviewSearch;
  organizers: { slug: string; name: string }[];
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <nav aria-label={overviewFilters.label}>
        <ul className="flex flex-wrap gap-2">
          {overviewShows.map((show) => (
            <li key={show}>
              <ChipLink href={overviewHref(search, { show })} current={search.show === show}>
                {overviewFilters.shows[show]}
              </ChipLink>
            </li>
          ))}
        </ul>
      </nav>
      <search className="w-full sm:w-auto">
        <form action="/organize" className="flex flex-wrap items-center gap-2">
          {search.show === "upcoming" ? null : <input type="hidden" name="show" value={search.show} />}
          {organizers.length > 1 ? (
            <select
              name="organizer"
              defaultValue={search.organizer ?? ""}
              aria-label={overviewFilters.organizer}
              className={`${inputClasses} max-w-full bg-no-repeat pe-11 sm:w-52`}
            >
              <option value="">{overviewFilters.allOrganizers}</option>
              {organizers.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          ) : null}
          <SearchInput
            label={overviewFilters.search}
            placeholder={overviewFilters.searchPlaceholder}
            defaultValue={search.q}
          />
        </form>
      </search>
    </div>
  );
}
