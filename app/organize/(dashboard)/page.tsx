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

export const metadata: Metadata = { title: "My events" };

// Whole pages: an organizer works with what is on the screen, and it also works without scripts.
export const instant = false;

const emptyTexts: Record<OverviewSearch["show"], { title: string; text: string }> = {
  upcoming: { title: "Nothing is coming up", text: "Publish a draft, or start with a new event." },
  drafts: { title: "No drafts", text: "A new event is a draft until you publish it." },
  past: { title: "Nothing is over yet", text: "After an event, its figures stay here." },
  cancelled: { title: "Nothing was cancelled", text: "Long may it stay so." },
};

export default async function OverviewPage({ searchParams }: PageProps<"/organize">) {
  const query = await searchParams;
  const viewer = await requireViewer("/organize");
  const memberships = await getMemberships(viewer.id);
  if (memberships.length === 0) {
    return (
      <Container width="text" className="grid gap-8 pt-10">
        <header className="grid gap-3">
          <h1 className="text-4xl">{page.organizeYourFirstEvent}</h1>
          <p className="text-lg text-muted text-pretty">{page.giveItHomeFirstThe}</p>
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
        <h1 className="text-3xl">{page.myEvents}</h1>
        {mayEdit ? (
          <ButtonLink href={"/organize/new-event" as Route}>
            <CalendarPlus aria-hidden="true" className="size-5" />
            {page.newEvent}
          </ButtonLink>
        ) : null}
      </header>
      {query.denied === undefined ? null : (
        <Alert tone="warning" title={page.yourRoleDoesNotOpen}>
          {page.youAreHereAsAn(
            [...new Set(memberships.map(({ role }) => roleLabels[role].toLowerCase()))].join(" and "),
          )}
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

/** Counted again for what is shown: the bookings of those events were read for their figures anyway. */
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
        title={page.noEventMatches}
        action={
          <ButtonLink href={overviewHref(search, { q: "" })} variant="secondary">
            Clear the search
          </ButtonLink>
        }
      >
        {page.namesPlacesAndCitiesAre(search.show)}
      </EmptyState>
    );
  }
  const { title, text } = emptyTexts[search.show];
  return (
    <EmptyState
      icon={<CalendarPlus aria-hidden="true" className="size-6" />}
      title={title}
      action={mayEdit ? <ButtonLink href={"/organize/new-event" as Route}>New event</ButtonLink> : null}
    >
      {text}
    </EmptyState>
  );
}
