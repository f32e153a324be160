import { SearchX } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RichText } from "@/components/ui/rich-text";
import { type Alternatives, formatResultCount, type SearchPart, type SearchParts } from "@/lib/events/alternatives";
import { categoryName } from "@/lib/events/categories";
import { type EventSearch, searchHref } from "@/lib/events/schema";
import { noResults } from "@/texts/events";
import { EventGrid } from "./event-grid";
import { Section } from "./section";

const withoutPartLabel = (part: SearchPart) =>
  typeof part === "string" ? noResults.without[part] : noResults.without.word(part.word);

function onlyPartLabel(part: keyof SearchParts, { q = "", city = "", category, price }: EventSearch) {
  const { only } = noResults;
  if (part === "words") return only.words(q);
  if (part === "city") return only.city(city);
  if (part === "category") return only.category(categoryName(category ?? ""));
  if (part === "price") return price === "free" ? only.free : only.paid;
  return only[part];
}

const linkClasses = "font-semibold text-accent underline underline-offset-4 hover:no-underline";

/** For a search without results: other searches, corrections and events. */
export function NoResults({ search, alternatives }: { search: EventSearch; alternatives: Alternatives }) {
  const { didYouMean, organizers, without, only, cities, nearest, next } = alternatives;
  return (
    <>
      <EmptyState
        title={noResults.title}
        icon={<SearchX aria-hidden="true" className="size-7" />}
        action={
          <>
            {without.map(({ part, search: less, ...count }) => (
              <ButtonLink key={withoutPartLabel(part)} href={searchHref(less)} variant="secondary">
                {noResults.withCount(withoutPartLabel(part), formatResultCount(count))}
              </ButtonLink>
            ))}
            {only.map(({ part, search: less, ...count }) => (
              <ButtonLink key={part} href={searchHref(less)} variant="secondary">
                {noResults.withCount(onlyPartLabel(part, search), formatResultCount(count))}
              </ButtonLink>
            ))}
            <ButtonLink href="/events">{noResults.allEvents}</ButtonLink>
          </>
        }
      >
        {didYouMean ? (
          <p className="pb-2 text-lg text-ink">
            <RichText
              text={noResults.didYouMean}
              values={{
                terms: (
                  <Link href={searchHref(search, { q: didYouMean.words })} className={linkClasses}>
                    <bdi>{didYouMean.words}</bdi>
                  </Link>
                ),
                count: formatResultCount(didYouMean),
              }}
            />
          </p>
        ) : null}
        {organizers.length > 0 ? (
          <p className="pb-2 text-lg text-ink">
            <RichText
              text={noResults.organizers}
              values={{
                organizers: organizers.map(({ slug, name }) => (
                  <span key={slug} className="not-last:after:content-[',_']">
                    <Link href={`/organizers/${slug}`} className={linkClasses}>
                      <bdi>{name}</bdi>
                    </Link>
                  </span>
                )),
              }}
            />
          </p>
        ) : null}
        <p>{noResults.text}</p>
      </EmptyState>
      {cities.length > 0 ? (
        <nav aria-label={noResults.otherCities} className="flex flex-wrap items-center gap-2 pt-8">
          <span className="font-semibold">{noResults.otherCities}</span>
          {cities.map((city) => (
            <ChipLink key={city} href={searchHref(search, { city })}>
              <bdi>{city}</bdi>
            </ChipLink>
          ))}
        </nav>
      ) : null}
      {nearest.length > 0 ? (
        <Section title={noResults.nearest}>
          <EventGrid events={nearest} />
        </Section>
      ) : null}
      {next.length > 0 ? (
        <Section title={noResults.next}>
          <EventGrid events={next} />
        </Section>
      ) : null}
    </>
  );
}
