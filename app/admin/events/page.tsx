import { CalendarX } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { ListSearch, listHref } from "@/components/admin/list-search";
import { eventStatusLabels, eventStatusTones } from "@/components/organize/event-heading";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { requireSuperuser } from "@/lib/admin/access";
import { type AdminEvent, eventSearchSchema, listEvents } from "@/lib/admin/lists";
import { eventsPage } from "@/texts/admin";

export const metadata: Metadata = { title: eventsPage.title };

export const instant = false;

const path = "/admin/events";
const showLabels = { all: eventsPage.all, ...eventStatusLabels };

export default async function EventsPage({ searchParams }: PageProps<"/admin/events">) {
  await requireSuperuser();
  const search = eventSearchSchema.parse(await searchParams);
  const { events, previous, next } = await listEvents(search);
  const { q, show } = search;
  return (
    <Container width="wide" className="grid grid-cols-1 gap-6 pt-8">
      <h1 className="text-3xl">{eventsPage.title}</h1>
      <ListSearch path={path} label={eventsPage.searchLabel} q={q} show={show} shows={showLabels} />
      {events.length > 0 ? (
        <Table caption={eventsPage.caption}>
          <TableHead>
            <HeaderCell>{eventsPage.event}</HeaderCell>
            <HeaderCell>{eventsPage.organizer}</HeaderCell>
            <HeaderCell>{eventsPage.time}</HeaderCell>
            <HeaderCell className="text-end">{eventsPage.taken}</HeaderCell>
            <HeaderCell>{eventsPage.status}</HeaderCell>
          </TableHead>
          <tbody>
            {events.map((event) => (
              <EventRow key={event.slug} event={event} />
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState icon={<CalendarX aria-hidden="true" className="size-7" />} title={eventsPage.emptyTitle}>
          {eventsPage.emptyText}
        </EmptyState>
      )}
      <Pager
        previous={previous ? listHref(path, { q, show, before: previous }) : null}
        next={next ? listHref(path, { q, show, after: next }) : null}
      />
    </Container>
  );
}

const linkClasses =
  "font-semibold text-accent underline decoration-1 underline-offset-4 hover:decoration-2 wrap-anywhere";

function EventRow({ event }: { event: AdminEvent }) {
  const name = event.name || eventsPage.untitled;
  return (
    <Row>
      <Cell className="min-w-56">
        {event.status === "draft" ? (
          <bdi className="font-semibold wrap-anywhere">{name}</bdi>
        ) : (
          <Link href={`/events/${event.slug}` as Route} prefetch={false} className={linkClasses}>
            <bdi>{name}</bdi>
          </Link>
        )}
        {event.city ? <bdi className="block text-sm text-muted">{event.city}</bdi> : null}
      </Cell>
      <Cell className="min-w-36">
        <Link href={`/organizers/${event.organizerSlug}` as Route} prefetch={false} className="underline wrap-anywhere">
          <bdi>{event.organizer}</bdi>
        </Link>
      </Cell>
      <Cell className="text-sm whitespace-nowrap text-muted tabular-nums">
        <DateTime start={event.startsAt} timeZone={event.timeZone} style="short" />
      </Cell>
      <Cell className="text-end whitespace-nowrap tabular-nums">
        {eventsPage.takenOf(event.taken.toLocaleString("en-GB"), event.capacity.toLocaleString("en-GB"))}
      </Cell>
      <Cell>
        <Badge tone={eventStatusTones[event.status]}>{eventStatusLabels[event.status]}</Badge>
      </Cell>
    </Row>
  );
}
