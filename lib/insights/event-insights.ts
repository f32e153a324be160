import "server-only";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { isMultiDay } from "@/lib/inventory/sales";
import { wallClock } from "@/lib/time/wall-clock";
import { attendanceInsight } from "./attendance-insight";
import { sourceInsight, typeInsight } from "./breakdown-insights";
import { cancellationInsights } from "./cancellation-insights";
import { readCancellations } from "./cancellations";
import { sumOf } from "./format";
import { funnelInsight } from "./funnel-insight";
import type { Insight } from "./insight";
import { readPace } from "./pace";
import { paceInsight } from "./pace-insight";
import { readSales } from "./sales";
import { salesInsights } from "./sales-insights";
import { eventScope } from "./scope";
import { readTakings } from "./takings";
import { takingsInsights } from "./takings-insight";
import { readTicketTypeSales } from "./ticket-type-sales";
import { buildTimeline } from "./timeline";
import { readWaitlistDemand } from "./waitlist-demand";
import { waitlistInsight } from "./waitlist-insight";

/** All insights of an event. Six queries. */
export async function eventInsights(
  event: Pick<EventForTeam, "id" | "startsAt" | "endsAt" | "timeZone" | "currency">,
  now = new Date(),
): Promise<Insight[]> {
  const scope = eventScope(event.id);
  const [sales, cancellations, types, demand, pace, takings] = await Promise.all([
    readSales(scope),
    readCancellations(scope),
    readTicketTypeSales(event.id),
    readWaitlistDemand(scope),
    readPace(event),
    readTakings(scope),
  ]);
  // Events of several days can sell tickets after their start.
  const end = isMultiDay(event) ? event.endsAt : event.startsAt;
  const attended = sumOf(types, (type) => type.attended);
  const until = wallClock(now < end ? now : end, event.timeZone);
  const timeline = buildTimeline(sales, cancellations, until);
  return [
    ...salesInsights(timeline),
    ...takingsInsights(takings, sales.precision, until),
    paceInsight(pace, event.startsAt, now),
    typeInsight(types, event.currency),
    sourceInsight(sales.byStatus),
    funnelInsight(sales.byStatus, attended > 0 ? attended : null),
    attendanceInsight(types, "ticketType", now >= event.endsAt),
    ...cancellationInsights(timeline, cancellations.byLead),
    waitlistInsight(demand),
  ];
}
