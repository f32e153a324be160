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
  // The city of an old link may have no events any more. The form must not change it silently.
  const isKnown = !city || cities.some((facet) => facet.city === city);
  return (
    <SelectField label={searchForm.city} name="city" defaultValue={city ?? ""}>
      <option value="">{searchForm.anyCity}</option>
      {isKnown ? null : <option value={city}>{city}</option>}
      {cities.map((facet) => (
        <option key={facet.city} value={facet.city}>
          {searchForm.cityOption(facet.city, formatFacetCount(facet.count))}
        </option>
      ))}
    </SelectField>
  );
}

/** All filters in one GET form: the address is the state. */
export function SearchForm({ search, cities }: { search: EventSearch; cities: Facets["cities"] }) {
  return (
    // Uncontrolled fields would keep their values when the address changes, so each search has a form of its own.
    <search key={JSON.stringify(search)}>
      <form action="/events" className="grid grid-cols-1 gap-4">
        {search.when ? <input type="hidden" name="when" value={search.when} /> : null}
        <SearchBox terms={search.q} />
        <ActiveFilters search={search} />
        <details className="rounded-card border border-line bg-surface">
          <summary className="flex min-h-12 items-center gap-3 rounded-card px-4 font-semibold">
            <SlidersHorizontal aria-hidden="true" className="size-5 text-accent" />
            {searchForm.title}
          </summary>
          <div className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-3">
            <CityField city={search.city} cities={cities} />
            <SelectField label={searchForm.category} name="category" defaultValue={search.category ?? ""}>
              <option value="">{searchForm.anyCategory}</option>
              {Object.entries(categories).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField label={searchForm.price} name="price" defaultValue={search.price ?? ""}>
              <option value="">{searchForm.anyPrice}</option>
              <option value="free">{searchForm.free}</option>
              <option value="paid">{searchForm.paid}</option>
            </SelectField>
            <Field label={searchForm.from} type="date" name="from" defaultValue={search.from} />
            <Field label={searchForm.to} type="date" name="to" defaultValue={search.to} />
            <SelectField label={searchForm.sort} name="sort" defaultValue={search.sort ?? ""}>
              <option value="">{search.q ? searchForm.bestMatch : searchForm.soonest}</option>
              {search.q ? <option value="soonest">{searchForm.soonest}</option> : null}
              <option value="latest">{searchForm.latest}</option>
            </SelectField>
            <CheckboxField
              label={searchForm.available}
              name="available"
              value="1"
              defaultChecked={search.available === "1"}
            />
            <div className="flex flex-wrap gap-3 sm:col-span-full">
              <button type="submit" className={buttonClasses("primary", "sm")}>
                {searchForm.submit}
              </button>
              <ButtonLink href="/events" variant="ghost" size="sm">
                {searchForm.clear}
              </ButtonLink>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}
