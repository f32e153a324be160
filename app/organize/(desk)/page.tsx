import { CalendarPlus, SearchX } from "lucide-react";
import type { Metadata, Route } from "next";
import { AttentionList } from "@/components/organize/attention-list";
import { EventRow } from "@/components/organize/event-row";
import { OverviewFilters } from "@/components/organize/overview-filters";
import { StartForm } from "@/components/organize/team/start-form";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { membershipsOf } from "@/lib/access/memberships";
import { may, roleNames } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/auth/viewer";
import { type Attention, needsAttention, type OverviewEvent, overviewEvents } from "@/lib/organize/overview";
import { type OverviewSearch, overviewHref, overviewSearchSchema } from "@/lib/organize/overview-schema";

export const metadata: Metadata = { title: "My events" };

// Whole pages: an organizer works with what is on the screen, and it also works without scripts.
export const instant = false;

const nothing: Record<OverviewSearch["show"], { title: string; text: string }> = {
  upcoming: { title: "Nothing is coming up", text: "Publish a draft, or start with a new event." },
  drafts: { title: "No drafts", text: "A new event is a draft until you publish it." },
  past: { title: "Nothing is over yet", text: "After an event, its figures stay here." },
  cancelled: { title: "Nothing was cancelled", text: "Long may it stay so." },
};

export default async function OverviewPage({ searchParams }: PageProps<"/organize">) {
  const query = await searchParams;
  const viewer = await requireViewer("/organize");
  const memberships = await membershipsOf(viewer.id);
  if (memberships.length === 0) {
    return (
      <Container width="text" className="grid gap-8 pt-10">
        <header className="grid gap-3">
          <h1 className="text-4xl">Organize your first event</h1>
          <p className="text-lg text-muted text-pretty">
            Give it a home first: the name people will see as the host. You can invite others later.
          </p>
        </header>
        <StartForm left={null} />
      </Container>
    );
  }

  const search = overviewSearchSchema.parse(query);
  const chosen = memberships.filter(({ slug }) => search.organizer === undefined || slug === search.organizer);
  const teams = chosen.length > 0 ? chosen : memberships;
  const mayEdit = memberships.some(({ role }) => may(role, "events.edit"));
  const [{ events, previous, next }, attention] = await Promise.all([
    overviewEvents(teams, search),
    needsAttention(teams.filter(({ role }) => may(role, "events.view"))),
  ]);

  return (
    <Container width="wide" className="grid gap-6 pt-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">My events</h1>
        {mayEdit ? (
          <ButtonLink href={"/organize/new-event" as Route}>
            <CalendarPlus aria-hidden="true" className="size-5" />
            New event
          </ButtonLink>
        ) : null}
      </header>
      {query.denied === undefined ? null : (
        <Alert tone="warning" title="Your role does not open that page">
          {`You are here as ${[...new Set(memberships.map(({ role }) => roleNames[role].toLowerCase()))].join(" and ")}. An owner of the team can change that.`}
        </Alert>
      )}
      <AttentionList items={[...seatsThatDiffer(events), ...movedClocks(events), ...attention]} />
      <OverviewFilters search={search} organizers={memberships} />
      {events.length > 0 ? (
        <ul aria-label="Events" className="rounded-card border border-line bg-surface">
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
function seatsThatDiffer(events: OverviewEvent[]): Attention[] {
  return events
    .filter(({ figures }) => figures && !figures.isBalanced)
    .map(({ slug, name, startsAt, timeZone }) => ({ kind: "seats_differ", slug, name, startsAt, timeZone, count: 1 }));
}

function movedClocks(events: OverviewEvent[]): Attention[] {
  return events
    .filter(({ figures, clockMove }) => figures && clockMove)
    .map(({ slug, name, startsAt, timeZone }) => ({ kind: "clock_moved", slug, name, startsAt, timeZone, count: 1 }));
}

function NoEvents({ search, mayEdit }: { search: OverviewSearch; mayEdit: boolean }) {
  if (search.q) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" className="size-6" />}
        title="No event matches"
        action={
          <ButtonLink href={overviewHref(search, { q: "" })} variant="secondary">
            Clear the search
          </ButtonLink>
        }
      >
        {`Names, places and cities are searched, in ${search.show} events only.`}
      </EmptyState>
    );
  }
  const { title, text } = nothing[search.show];
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
