import Link from "next/link";
import { categoryName } from "@/lib/events/categories";
import { type Facets, formatEventCount, searchHref } from "@/lib/events/schema";
import { browse } from "@/texts/events";
import { CategoryIcon } from "./category-icon";
import { CoverArt } from "./cover-art";
import { Section } from "./section";

const MAX_CITIES = 12;

export function BrowseByCategory({ categories }: Pick<Facets, "categories">) {
  return (
    <Section title={browse.byCategory}>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {categories.map(({ category, count }) => (
          <li key={category}>
            <Link
              href={searchHref({}, { category })}
              className="grid h-full gap-6 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong sm:p-5"
            >
              <CategoryIcon category={category} className="size-7 text-accent" />
              <span className="grid">
                <span className="font-display text-lg leading-tight font-semibold">{categoryName(category)}</span>
                <span className="text-sm text-muted">{formatEventCount(count)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function BrowseByCity({ cities }: Pick<Facets, "cities">) {
  return (
    <Section
      title={browse.byCity}
      more={cities.length > MAX_CITIES ? { href: "/events", text: browse.allCities } : undefined}
    >
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {cities.slice(0, MAX_CITIES).map(({ city, count }) => (
          <li key={city} className="border-t border-line">
            <Link
              href={searchHref({}, { city })}
              className="group flex min-h-20 items-center gap-4 rounded-control py-3"
            >
              <span className="size-14 shrink-0 overflow-hidden rounded-control">
                <CoverArt slug={city} image={null} />
              </span>
              <span className="grid min-w-0">
                <bdi className="truncate font-display text-xl font-semibold group-hover:underline">{city}</bdi>
                <span className="text-sm text-muted">{formatEventCount(count)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
