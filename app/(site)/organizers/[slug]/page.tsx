import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventGrid } from "@/components/events/event-grid";
import { Section } from "@/components/events/section";
import { OrganizerHeader } from "@/components/organizers/organizer-header";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { routeParams } from "@/lib/names/route-params";
import { getOrganizer, listOrganizerSlugs } from "@/lib/organizers/queries";
import { organizerPage } from "@/texts/events";

export const ensureStatic = "navigation";
// The whole page is one static file: there is no part to show first.
export const instant = false;

const PRERENDERED = 20;
// Next.js needs at least one entry. No slug has capitals, so this one never exists.
const UNUSED_SLUG = "NONE";

export async function generateStaticParams() {
  const slugs = await listOrganizerSlugs(PRERENDERED);
  return (slugs.length > 0 ? slugs : [UNUSED_SLUG]).map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/organizers/[slug]">): Promise<Metadata> {
  const { slug } = await routeParams(params);
  const organizer = await getOrganizer(slug);
  if (!organizer) return { title: organizerPage.notFound, robots: { index: false } };
  return {
    title: organizer.name,
    description: organizer.city
      ? organizerPage.descriptionWithCity(organizer.name, organizer.city)
      : organizerPage.description(organizer.name),
    alternates: { canonical: `/organizers/${organizer.slug}` },
  };
}

export default async function OrganizerPage({ params }: PageProps<"/organizers/[slug]">) {
  const { slug } = await routeParams(params);
  const organizer = await getOrganizer(slug);
  if (!organizer) notFound();

  return (
    <Container>
      <OrganizerHeader organizer={organizer} />
      <Section title={organizerPage.upcoming}>
        {organizer.upcoming.length > 0 ? (
          <EventGrid events={organizer.upcoming} />
        ) : (
          <EmptyState
            title={organizerPage.emptyTitle}
            action={<ButtonLink href="/events">{organizerPage.findOthers}</ButtonLink>}
          >
            {organizerPage.emptyText}
          </EmptyState>
        )}
      </Section>
      {organizer.past.length > 0 ? (
        <Section title={organizerPage.past}>
          <EventGrid events={organizer.past} columns={4} />
        </Section>
      ) : null}
    </Container>
  );
}
