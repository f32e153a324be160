import { SearchX, UserPlus, Users } from "lucide-react";
import type { Metadata, Route } from "next";
import { AttendeeFilters } from "@/components/organize/attendees/attendee-filters";
import { BookingsList } from "@/components/organize/attendees/bookings-list";
import { TicketsList } from "@/components/organize/attendees/tickets-list";
import { ExportMenu } from "@/components/organize/export-menu";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { listTicketTypeOptions } from "@/lib/attendees/booking-detail";
import { isSearchTooShort } from "@/lib/attendees/booking-filter";
import { getBookingsPage } from "@/lib/attendees/bookings-list";
import { MAX_MATCHES } from "@/lib/attendees/match-bookings";
import { type AttendeeSearch, attendeesHref, hasFilters, parseAttendeeSearch } from "@/lib/attendees/search-schema";
import { getTicketsPage } from "@/lib/attendees/tickets-list";
import { routeParams } from "@/lib/names/route-params";
import { attendeesPage } from "@/texts/attendees";

export const metadata: Metadata = { title: attendeesPage.title };
export const instant = false;

/** One page of either view. `ticketTypeId` 0: the address names an unknown ticket type, which matches nobody. */
async function readPage(eventId: number, search: AttendeeSearch, ticketTypeId: number | null) {
  return search.view === "tickets"
    ? { search, page: await getTicketsPage(eventId, search, ticketTypeId), view: "tickets" as const }
    : { search, page: await getBookingsPage(eventId, search, ticketTypeId), view: "bookings" as const };
}

function formatResultCount(count: number | null, view: AttendeeSearch["view"]) {
  const { bookingCount, ticketCount, manyBookings, manyTickets } = attendeesPage;
  if (count === null) return (view === "tickets" ? manyTickets : manyBookings)(MAX_MATCHES);
  return (view === "tickets" ? ticketCount : bookingCount)(count);
}

export default async function AttendeesPage({ params, searchParams }: PageProps<"/organize/events/[slug]/attendees">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event, role } = await requireEvent(slug, "attendees.view");
  const search = parseAttendeeSearch(query);
  const ticketTypes = await listTicketTypeOptions(event.id);
  const ticketTypeId = search.type ? (ticketTypes.find(({ code }) => code === search.type)?.id ?? 0) : null;
  const found = await readPage(event.id, search, ticketTypeId);
  const { page } = found;
  const mayManage = hasPermission(role, "attendees.manage");
  const here = (changes: Record<string, string | undefined>) => attendeesHref(event.slug, search, changes) as Route;
  const view = (name: "bookings" | "tickets") =>
    attendeesHref(event.slug, { view: name, q: search.q, type: search.type, source: search.source }) as Route;

  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{attendeesPage.title}</h1>
        <div className="flex flex-wrap gap-2">
          {hasPermission(role, "export") ? (
            <ExportMenu slug={event.slug} what={search.view === "tickets" ? "attendees" : "bookings"} search={query} />
          ) : null}
          {mayManage ? (
            <ButtonLink href={`/organize/events/${event.slug}/attendees/new` as Route} size="sm">
              <UserPlus aria-hidden="true" className="size-4" />
              {attendeesPage.addGuest}
            </ButtonLink>
          ) : null}
        </div>
      </header>
      <nav aria-label={attendeesPage.views} className="flex gap-2">
        <ChipLink href={view("bookings")} current={search.view === "bookings"}>
          {attendeesPage.bookings}
        </ChipLink>
        <ChipLink href={view("tickets")} current={search.view === "tickets"}>
          {attendeesPage.tickets}
        </ChipLink>
      </nav>
      <AttendeeFilters
        slug={event.slug}
        search={search}
        ticketTypes={ticketTypes.map(({ code, name }) => ({ code, name }))}
      />
      <p role="status" className="text-muted">
        <span>{formatResultCount(page.count, search.view)}</span>
        {isSearchTooShort(search.q) ? <span className="ms-2">{attendeesPage.termsTooShort}</span> : null}
      </p>
      {page.rows.length === 0 ? (
        <NoResults search={search} slug={event.slug} mayManage={mayManage} />
      ) : found.view === "tickets" ? (
        <TicketsList key={JSON.stringify(search)} event={event} search={found.search} rows={found.page.rows} />
      ) : (
        <BookingsList
          key={JSON.stringify(search)}
          event={event}
          search={found.search}
          rows={found.page.rows}
          now={new Date()}
        />
      )}
      <Pager
        previous={page.previous ? here({ before: page.previous }) : null}
        next={page.next ? here({ after: page.next }) : null}
      />
    </div>
  );
}

function NoResults({ search, slug, mayManage }: { search: AttendeeSearch; slug: string; mayManage: boolean }) {
  if (!hasFilters(search)) {
    return (
      <EmptyState
        icon={<Users aria-hidden="true" className="size-7" />}
        title={search.view === "tickets" ? attendeesPage.noTicketsTitle : attendeesPage.noBookingsTitle}
        action={
          mayManage ? (
            <ButtonLink href={`/organize/events/${slug}/attendees/new` as Route}>{attendeesPage.addGuest}</ButtonLink>
          ) : undefined
        }
      >
        {attendeesPage.noBookings}
      </EmptyState>
    );
  }
  const everything = attendeesHref(slug, { view: search.view }) as Route;
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" className="size-7" />}
      title={attendeesPage.noMatchesTitle}
      action={
        <>
          {search.status === "any" ? null : (
            <ButtonLink href={attendeesHref(slug, search, { status: "any" }) as Route} variant="secondary">
              {search.view === "tickets" ? attendeesPage.searchAllTickets : attendeesPage.searchAllBookings}
            </ButtonLink>
          )}
          <ButtonLink href={everything}>{attendeesPage.clearFilters}</ButtonLink>
        </>
      }
    >
      {attendeesPage.noMatches}
    </EmptyState>
  );
}
