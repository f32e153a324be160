import type { Metadata } from "next";
import { ConflictList } from "@/components/organize/check-in/conflict-list";
import { ClockRulesQuestion } from "@/components/organize/clock-rules-question";
import { NextSteps } from "@/components/organize/next-steps";
import { OperationsNote } from "@/components/organize/operations/operations-note";
import { SalesBar } from "@/components/organize/sales-bar";
import { StatCard } from "@/components/organize/stat-card";
import { TicketTypeSales } from "@/components/organize/ticket-type-sales";
import { RoomCard } from "@/components/organize/waiting-room/room-card";
import { Card } from "@/components/ui/card";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { messageForConflict } from "@/lib/check-in/check-in-messages";
import { checkInService } from "@/lib/check-in/check-in-service";
import { formatMoney } from "@/lib/money/format";
import { routeParams } from "@/lib/names/route-params";
import { getOperationsPage } from "@/lib/operations/queries";
import { getEventStats, listTicketTypeStats } from "@/lib/organize/event-stats";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { getOrganizerRoom } from "@/lib/waiting-room/organizer-room";
import { slugEventsPage } from "@/texts/organizer";

export const metadata: Metadata = { title: slugEventsPage.title };
export const instant = false;

const count = (value: number) => value.toLocaleString("en-GB");

export default async function EventOverviewPage({ params }: PageProps<"/organize/events/[slug]">) {
  const { slug } = await routeParams(params);
  const { event, role } = await requireEvent(slug, "events.view");
  const [stats, types, { operations }, room, left, conflicts] = await Promise.all([
    getEventStats(event.id),
    listTicketTypeStats(event.id),
    getOperationsPage(event.id),
    hasPermission(role, "events.edit") ? getOrganizerRoom(event) : null,
    readNoScriptFailure(`/organize/events/${encodeURIComponent(slug)}`),
    checkInService.listConflicts(event),
  ]);
  const free = event.availableTickets + event.waitlistTickets;
  const isOver = event.endsAt <= new Date();

  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid grid-cols-1 content-start gap-8">
        <h1 className="text-3xl">{slugEventsPage.title}</h1>
        <ClockRulesQuestion event={event} mayAnswer={hasPermission(role, "events.cancel")} left={left} />
        <dl className="grid grid-cols-2 gap-4 xl:grid-cols-4">
          <StatCard label={slugEventsPage.sold} value={count(stats.sold)}>
            {isOver ? slugEventsPage.ofCapacity(event.capacity) : slugEventsPage.soldLastWeek(stats.soldLastWeek)}
          </StatCard>
          <StatCard label={slugEventsPage.revenue} value={formatMoney(stats.revenue, event.currency)}>
            {slugEventsPage.revenueNote}
          </StatCard>
          {isOver ? (
            <StatCard label={slugEventsPage.attended} value={count(stats.checkedIn)}>
              {slugEventsPage.ofTickets(stats.tickets)}
            </StatCard>
          ) : (
            <StatCard label={slugEventsPage.left} value={count(event.availableTickets)}>
              {event.waitlistTickets > 0 ? slugEventsPage.reserved(event.waitlistTickets) : slugEventsPage.available}
            </StatCard>
          )}
          <StatCard label={slugEventsPage.waiting} value={count(stats.waiting)}>
            {stats.waiting > 0 ? slugEventsPage.seatsWaitedFor(stats.seatsWaitedFor) : slugEventsPage.nobodyWaiting}
          </StatCard>
        </dl>
        <ConflictList
          slug={event.slug}
          conflicts={conflicts.map((conflict) => ({ ...conflict, ...messageForConflict(conflict, event) }))}
        />
        {room ? <RoomCard slug={event.slug} timeZone={event.timeZone} initial={room} /> : null}
        <Card className="grid gap-6">
          <h2 className="text-xl">{slugEventsPage.seats}</h2>
          <SalesBar capacity={event.capacity} {...stats} />
          {free + stats.sold + stats.held === event.capacity || event.status === "draft" ? null : (
            <p className="font-semibold text-danger">{slugEventsPage.unbalanced}</p>
          )}
          <TicketTypeSales types={types} currency={event.currency} />
        </Card>
      </div>
      <div className="grid content-start gap-8">
        <NextSteps event={event} role={role} isOver={isOver} waiting={stats.waiting} />
        <OperationsNote slug={event.slug} operations={operations} />
      </div>
    </div>
  );
}
