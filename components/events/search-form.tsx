import { SlidersHorizontal } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { categories } from "@/lib/events/categories";
import { type EventSearch, type Facets, formatFacetCount } from "@/lib/events/schema";
import { searchForm } from "@/texts/events";
import { ActiveFilters } from "./active-filters";
import { SearchBox } from "./search-box";

function CityField({ city, cities }: { city?: string; cities: Facets["cities"] }) {
  // A city of an old link may have nothing on any more; the form must not silently change it.
  const known = !city || cities.some((facet) => facet.city === city);
  return (
    <SelectField label={searchForm.city} name="city" defaultValue={city ?? ""}>
      <option value="">{searchForm.everywhere}</option>
      {known ? null : <option value={city}>{city}</option>}
      {cities.map((facet) => (
        <option key={facet.city} value={facet.city}>{`${facet.city} (${formatFacetCount(facet.count)})`}</option>
      ))}
    </SelectField>
  );
}

/** All filters in one plain GET form: the address is the state. */
export function SearchForm({ search, cities }: { search: EventSearch; cities: Facets["cities"] }) {
  return (
    // The fields keep what a visitor typed when only the address changes; another search is another form.
    <search key={JSON.stringify(search)}>
      <form action={searchForm.events} className="grid grid-cols-1 gap-4">
        {search.when ? <input type="hidden" name="when" value={search.when} /> : null}
        <SearchBox words={search.q} />
        <ActiveFilters search={search} />
        <details className="rounded-card border border-line bg-surface">
          <summary className="flex min-h-12 items-center gap-3 rounded-card px-4 font-semibold">
            <SlidersHorizontal aria-hidden="true" className="size-5 text-accent" />
            {searchForm.filtersAndOrder}
          </summary>
          <div className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-3">
            <CityField city={search.city} cities={cities} />
            <SelectField label={searchForm.category} name="category" defaultValue={search.category ?? ""}>
              <option value="">{searchForm.everything}</option>
              {Object.entries(categories).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField label={searchForm.price} name="price" defaultValue={search.price ?? ""}>
              <option value="">{searchForm.freeAndPaid}</option>
              <option value="free">{searchForm.free}</option>
              <option value="paid">{searchForm.paid}</option>
            </SelectField>
            <Field label={searchForm.from} type="date" name="from" defaultValue={search.from} />
            <Field label={searchForm.to} type="date" name="to" defaultValue={search.to} />
            <SelectField label={searchForm.order} name="sort" defaultValue={search.sort ?? ""}>
              <option value="">{search.q ? searchForm.bestMatchFirst : searchForm.soonestFirst}</option>
              {search.q ? <option value="soonest">{searchForm.soonestFirst}</option> : null}
              <option value="latest">{searchForm.latestFirst}</option>
            </SelectField>
            <CheckboxField
              label={searchForm.onlyWithTicketsLeft}
              name="available"
              value="1"
              defaultChecked={search.available === "1"}
            />
            <div className="flex flex-wrap gap-3 sm:col-span-full">
              <button type="submit" className={buttonClasses("primary", "sm")}>
                {searchForm.showEvents}
              </button>
              <ButtonLink href="/events" variant="ghost" size="sm">
                {searchForm.clearAll}
              </ButtonLink>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}
