import { SearchX } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type Alternatives, formatResultCount, type SearchPart, type SearchParts } from "@/lib/events/alternatives";
import { categoryName } from "@/lib/events/categories";
import { type EventSearch, searchHref } from "@/lib/events/schema";
import { noResults } from "@/texts/events";
import { EventGrid } from "./event-grid";
import { Section } from "./section";

const partLabels = {
  words: "Without the words",
  city: "In any city",
  category: "In any category",
  dates: "On any date",
  price: "Free and paid",
  available: "Also sold out",
};
const withoutPartLabel = (part: SearchPart) => (typeof part === "string" ? partLabels[part] : `Without “${part.word}”`);

/** What one part of a search finds by itself. */
function onlyPartLabel(part: keyof SearchParts, { q, city, category, price }: EventSearch) {
  if (part === "words") return `All with “${q}”`;
  if (part === "city") return `All in ${city}`;
  if (part === "category") return `All in ${categoryName(category ?? "")}`;
  if (part === "price") return price === "free" ? "All free events" : "All paid events";
  return part === "dates" ? "All on these dates" : "All with tickets left";
}

const linkClasses = "font-semibold text-accent underline underline-offset-4 hover:no-underline";

/** What a search that found nothing says, and where it leads on to. */
export function NoResults({ search, alternatives }: { search: EventSearch; alternatives: Alternatives }) {
  const { didYouMean, organizers, without, only, cities, nearest, next } = alternatives;
  return (
    <>
      <EmptyState
        title={noResults.nothingFound}
        icon={<SearchX aria-hidden="true" className="size-7" />}
        action={
          <>
            {without.map(({ part, search: less, ...count }) => (
              <ButtonLink key={withoutPartLabel(part)} href={searchHref(less)} variant="secondary">
                {`${withoutPartLabel(part)}: ${formatResultCount(count)}`}
              </ButtonLink>
            ))}
            {only.map(({ part, search: less, ...count }) => (
              <ButtonLink key={part} href={searchHref(less)} variant="secondary">
                {`${onlyPartLabel(part, search)}: ${formatResultCount(count)}`}
              </ButtonLink>
            ))}
            <ButtonLink href="/events">All events</ButtonLink>
          </>
        }
      >
        {didYouMean ? (
          <p className="pb-2 text-lg text-ink">
            <span>{noResults.didYouMean}</span>
            <Link href={searchHref(search, { q: didYouMean.words })} className={linkClasses}>
              <bdi>{didYouMean.words}</bdi>
            </Link>
            <span>{`? (${formatResultCount(didYouMean)})`}</span>
          </p>
        ) : null}
        {organizers.length > 0 ? (
          <p className="pb-2 text-lg text-ink">
            <span>{noResults.lookingForAnOrganizer}</span>
            {organizers.map(({ slug, name }) => (
              <span key={slug} className="not-last:after:content-[',_']">
                <Link href={`/organizers/${slug}`} className={linkClasses}>
                  <bdi>{name}</bdi>
                </Link>
              </span>
            ))}
          </p>
        ) : null}
        <p>{noResults.noEventThatIsOn}</p>
      </EmptyState>
      {cities.length > 0 ? (
        <nav aria-label={noResults.inOtherCities} className="flex flex-wrap items-center gap-2 pt-8">
          <span className="font-semibold">{noResults.inOtherCities2}</span>
          {cities.map((city) => (
            <ChipLink key={city} href={searchHref(search, { city })}>
              <bdi>{city}</bdi>
            </ChipLink>
          ))}
        </nav>
      ) : null}
      {nearest.length > 0 ? (
        <Section title={noResults.onTheNearestDates}>
          <EventGrid events={nearest} />
        </Section>
      ) : null}
      {next.length > 0 ? (
        <Section title={noResults.nextUp}>
          <EventGrid events={next} />
        </Section>
      ) : null}
    </>
  );
}
