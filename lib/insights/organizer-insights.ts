import "server-only";
import { attendanceInsight } from "./attendance-insight";
import { cancellationInsights } from "./cancellation-insights";
import { cancellationsOf } from "./cancellations";
import { eventAttendance } from "./event-attendance";
import { eventNames } from "./event-names";
import { bestEvents, eventsInsight } from "./events-insight";
import { funnelInsight } from "./funnel-insight";
import type { Insight } from "./insight";
import { salesOf } from "./sales";
import { salesInsights } from "./sales-insights";
import { organizersScope } from "./scope";
import { sourceInsight } from "./share-insights";
import { timelineOf } from "./timeline";
import { demandOf } from "./waitlist-demand";
import { waitlistInsight } from "./waitlist-insight";

/** What the numbers of all events of these organizers say about the bookings made since a moment. Five queries. */
export async function organizerInsights(
  organizerIds: number[],
  since: Date | null,
  now = new Date(),
): Promise<Insight[]> {
  const scope = organizersScope(organizerIds, since);
  const [{ sales, names }, cancellations, demand, attendance] = await Promise.all([
    salesOf(scope).then(async (found) => ({ sales: found, names: await eventNames(bestEvents(found.byEvent)) })),
    cancellationsOf(scope),
    demandOf(scope),
    eventAttendance(scope),
  ]);
  // The events are in many zones, each counted by its own clocks: the day ends last where it is latest.
  const timeline = timelineOf(sales, cancellations, now.toISOString().slice(0, "2026-05-03T14:00".length));
  return [
    ...salesInsights(timeline),
    eventsInsight(sales.byEvent, names),
    sourceInsight(sales.made),
    funnelInsight(sales.made, null),
    attendanceInsight(attendance, "Event", true),
    ...cancellationInsights(timeline, cancellations.byLead),
    waitlistInsight(demand),
  ];
}
