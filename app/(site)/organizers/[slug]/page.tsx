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
import { slugOrganizersPage } from "@/texts/events";

export const ensureStatic = "navigation";
// The whole page is one static file, so there is nothing to show before it.
export const instant = false;

const PRERENDERED = 20;
// Next wants at least one entry, and this one is nobody's: capitals are not used in slugs.
const NOBODYS_SLUG = "NONE";

export async function generateStaticParams() {
  const slugs = await listOrganizerSlugs(PRERENDERED);
  return (slugs.length > 0 ? slugs : [NOBODYS_SLUG]).map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/organizers/[slug]">): Promise<Metadata> {
  const { slug } = await routeParams(params);
  const organizer = await getOrganizer(slug);
  if (!organizer) return { title: "Organizer not found", robots: { index: false } };
  return {
    title: organizer.name,
    description: `Events by ${organizer.name}${organizer.city ? ` in ${organizer.city}` : ""}, with tickets on Quorix.`,
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
      <Section title={slugOrganizersPage.upcomingEvents}>
        {organizer.upcoming.length > 0 ? (
          <EventGrid events={organizer.upcoming} />
        ) : (
          <EmptyState
            title={slugOrganizersPage.nothingPlannedJustNow}
            action={<ButtonLink href="/events">Find other events</ButtonLink>}
          >
            {slugOrganizersPage.newEventsAppearHereAs}
          </EmptyState>
        )}
      </Section>
      {organizer.past.length > 0 ? (
        <Section title={slugOrganizersPage.pastEvents}>
          <EventGrid events={organizer.past} columns={4} />
        </Section>
      ) : null}
    </Container>
  );
}
