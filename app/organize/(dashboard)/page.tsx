import { CalendarPlus, SearchX } from "lucide-react";
import type { Metadata, Route } from "next";
import { AlertList } from "@/components/organize/alert-list";
import { EventRow } from "@/components/organize/event-row";
import { OverviewFilters } from "@/components/organize/overview-filters";
import { CreateOrganizerForm } from "@/components/organize/team/create-organizer-form";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { getMemberships } from "@/lib/access/memberships";
import { hasPermission, roleLabels } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/auth/viewer";
import {
  listOrganizerAlerts,
  listOverviewEvents,
  type OrganizerAlert,
  type OverviewEvent,
} from "@/lib/organize/overview";
import { type OverviewSearch, overviewHref, overviewSearchSchema } from "@/lib/organize/overview-schema";
import { page } from "@/texts/organizer";

export const metadata: Metadata = { title: page.title };

// Renders the whole page at once: it must work without scripts.
export const instant = false;

export default async function OverviewPage({ searchParams }: PageProps<"/organize">) {
  const query = await searchParams;
  const viewer = await requireViewer("/organize");
  const memberships = await getMemberships(viewer.id);
  if (memberships.length === 0) {
    return (
      <Container width="text" className="grid gap-8 pt-10">
        <header className="grid gap-3">
          <h1 className="text-4xl">{page.firstTitle}</h1>
          <p className="text-lg text-muted text-pretty">{page.firstIntro}</p>
        </header>
        <CreateOrganizerForm left={null} />
      </Container>
    );
  }

  const search = overviewSearchSchema.parse(query);
  const chosen = memberships.filter(({ slug }) => search.organizer === undefined || slug === search.organizer);
  const teams = chosen.length > 0 ? chosen : memberships;
  const mayEdit = memberships.some(({ role }) => hasPermission(role, "events.edit"));
  const [{ events, previous, next }, attention] = await Promise.all([
    listOverviewEvents(teams, search),
    listOrganizerAlerts(teams.filter(({ role }) => hasPermission(role, "events.view"))),
  ]);

  return (
    <Container width="wide" className="grid gap-6 pt-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{page.title}</h1>
        {mayEdit ? (
          <ButtonLink href={"/organize/new-event" as Route}>
            <CalendarPlus aria-hidden="true" className="size-5" />
            {page.newEvent}
          </ButtonLink>
        ) : null}
      </header>
      {query.denied === undefined ? null : (
        <Alert tone="warning" title={page.deniedTitle}>
          {page.denied(page.joinRoles([...new Set(memberships.map(({ role }) => roleLabels[role].toLowerCase()))]))}
        </Alert>
      )}
      <AlertList items={[...seatMismatchAlerts(events), ...clockMoveAlerts(events), ...attention]} />
      <OverviewFilters search={search} organizers={memberships} />
      {events.length > 0 ? (
        <ul aria-label={page.events} className="rounded-card border border-line bg-surface">
          {events.map((event) => (
            <EventRow key={event.slug} event={event} showOrganizer={teams.length > 1} />
          ))}
        </ul>
      ) : (
        <NoEvents search={search} mayEdit={mayEdit} />
      )}
      <Pager
        previous={previous ? overviewHref(search, { before: previous }) : null}
        next={next ? overviewHref(search, { after: next }) : null}
      />
    </Container>
  );
}

/** Compares counters with bookings for the events of this page, whose bookings are read for the stats anyway. */
function seatMismatchAlerts(events: OverviewEvent[]): OrganizerAlert[] {
  return events
    .filter(({ stats }) => stats && !stats.isBalanced)
    .map(({ slug, name, startsAt, timeZone }) => ({ kind: "seats_differ", slug, name, startsAt, timeZone, count: 1 }));
}

function clockMoveAlerts(events: OverviewEvent[]): OrganizerAlert[] {
  return events
    .filter(({ stats, clockMove }) => stats && clockMove)
    .map(({ slug, name, startsAt, timeZone }) => ({ kind: "clock_moved", slug, name, startsAt, timeZone, count: 1 }));
}

function NoEvents({ search, mayEdit }: { search: OverviewSearch; mayEdit: boolean }) {
  if (search.q) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" className="size-6" />}
        title={page.noMatchesTitle}
        action={
          <ButtonLink href={overviewHref(search, { q: "" })} variant="secondary">
            {page.clearSearch}
          </ButtonLink>
        }
      >
        {page.noMatches[search.show]}
      </EmptyState>
    );
  }
  const { title, text } = page.empty[search.show];
  return (
    <EmptyState
      icon={<CalendarPlus aria-hidden="true" className="size-6" />}
      title={title}
      action={mayEdit ? <ButtonLink href={"/organize/new-event" as Route}>{page.newEvent}</ButtonLink> : null}
    >
      {text}
    </EmptyState>
  );
}
