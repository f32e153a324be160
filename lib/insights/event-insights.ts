import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { lastsDays } from "@/lib/inventory/sales";
import { wallClock } from "@/lib/time/wall-clock";
import { attendanceInsight } from "./attendance-insight";
import { cancellationInsights } from "./cancellation-insights";
import { cancellationsOf } from "./cancellations";
import { funnelInsight } from "./funnel-insight";
import type { Insight } from "./insight";
import { paceOf } from "./pace";
import { paceInsight } from "./pace-insight";
import { salesOf } from "./sales";
import { salesInsights } from "./sales-insights";
import { eventScope } from "./scope";
import { sourceInsight, typeInsight } from "./share-insights";
import { typeSales } from "./ticket-types";
import { timelineOf } from "./timeline";
import { demandOf } from "./waitlist-demand";
import { waitlistInsight } from "./waitlist-insight";
import { sumOf } from "./words";

/** What an event's numbers say, in the order an organizer asks. Five queries. */
export async function eventInsights(
  event: Pick<EventForTeam, "id" | "startsAt" | "endsAt" | "timeZone" | "currency">,
  now = new Date(),
): Promise<Insight[]> {
  const scope = eventScope(event.id);
  const [sales, cancellations, types, demand, pace] = await Promise.all([
    salesOf(scope),
    cancellationsOf(scope),
    typeSales(event.id),
    demandOf(scope),
    paceOf(event),
  ]);
  // What lasts for days sells on after its start.
  const end = lastsDays(event) ? event.endsAt : event.startsAt;
  const attended = sumOf(types, (type) => type.attended);
  const timeline = timelineOf(sales, cancellations, wallClock(now < end ? now : end, event.timeZone));
  return [
    ...salesInsights(timeline),
    paceInsight(pace, event.startsAt, now),
    typeInsight(types, event.currency),
    sourceInsight(sales.made),
    funnelInsight(sales.made, attended > 0 ? attended : null),
    attendanceInsight(types, "Ticket type", now >= event.endsAt),
    ...cancellationInsights(timeline, cancellations.byLead),
    waitlistInsight(demand),
  ];
}
