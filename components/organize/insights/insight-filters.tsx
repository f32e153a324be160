import type { Route } from "next";
import { ChipLink } from "@/components/ui/chip-link";
import { insightsQuery, type Period } from "@/lib/insights/period";
import { insightFilters } from "@/texts/insights";

/** Links, so that they work without scripts and with the back button. */
export function InsightFilters({
  organizers,
  search,
}: {
  organizers: { slug: string; name: string }[];
  search: { organizer?: string; period: Period };
}) {
  const to = (changes: Partial<typeof search>) =>
    `/organize/insights${insightsQuery({ ...search, ...changes })}` as Route;
  return (
    <div className="grid grid-cols-1 gap-3 pb-6">
      {organizers.length > 1 ? (
        <nav aria-label={insightFilters.organizer} className="flex flex-wrap gap-2">
          <ChipLink href={to({ organizer: undefined })} current={!search.organizer}>
            {insightFilters.allOrganizers}
          </ChipLink>
          {organizers.map(({ slug, name }) => (
            <ChipLink
              key={slug}
              href={to({ organizer: slug })}
              current={search.organizer === slug}
              className="min-w-0 max-w-full"
            >
              <bdi className="max-w-60 truncate">{name}</bdi>
            </ChipLink>
          ))}
        </nav>
      ) : null}
      <nav aria-label={insightFilters.period} className="flex flex-wrap gap-2">
        {periodList.map((period) => (
          <ChipLink key={period} href={to({ period })} current={search.period === period}>
            {insightFilters.periods[period]}
          </ChipLink>
        ))}
      </nav>
    </div>
  );
}

const periodList: Period[] = ["7d", "30d", "90d", "12m", "all"];
