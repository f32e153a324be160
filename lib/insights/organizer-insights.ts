import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Attendance, attendanceInsight } from "./attendance-insight";
import { sourceInsight } from "./breakdown-insights";
import { cancellationInsights } from "./cancellation-insights";
import { readCancellations } from "./cancellations";
import { eventsInsight, topEventIds } from "./events-insight";
import { funnelInsight } from "./funnel-insight";
import type { Insight } from "./insight";
import { readSales } from "./sales";
import { salesInsights } from "./sales-insights";
import { organizersScope, type Scope, sinceFilter } from "./scope";
import { readTakings } from "./takings";
import { takingsInsights } from "./takings-insight";
import { buildTimeline } from "./timeline";
import { readWaitlistDemand } from "./waitlist-demand";
import { waitlistInsight } from "./waitlist-insight";

/** The insights across all events of these organizers, about bookings since a moment. Six queries. */
export async function organizerInsights(
  organizerIds: number[],
  since: Date | null,
  now = new Date(),
): Promise<Insight[]> {
  const scope = organizersScope(organizerIds, since);
  const [{ sales, names }, cancellations, demand, attendance, takings] = await Promise.all([
    readSales(scope).then(async (found) => ({ sales: found, names: await readEventNames(topEventIds(found.byEvent)) })),
    readCancellations(scope),
    readWaitlistDemand(scope),
    readAttendance(scope),
    readTakings(scope),
  ]);
  // Each event is counted in its own zone; the timeline ends by UTC.
  const until = now.toISOString().slice(0, "2026-05-03T14:00".length);
  const timeline = buildTimeline(sales, cancellations, until);
  return [
    ...salesInsights(timeline),
    ...takingsInsights(takings, sales.precision, until),
    eventsInsight(sales.byEvent, names),
    sourceInsight(sales.byStatus),
    funnelInsight(sales.byStatus, null),
    attendanceInsight(attendance, "event", true),
    ...cancellationInsights(timeline, cancellations.byLead),
    waitlistInsight(demand),
  ];
}

/** Names of events, by id. */
async function readEventNames(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: number; name: string }>(
    sql`select id::float8 as id, name from events where id = any(${`{${ids.join(",")}}`}::bigint[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** As many events as a chart can name. */
const MAX_EVENTS = 20;

/** Attendance at the last events that have ended, the latest first. */
function readAttendance({ events, since }: Scope): Promise<Attendance[]> {
  return db.execute<Attendance>(sql`
    with scope as materialized (${events}),
    over as (
      select s.id, s.ends_at, x.* from scope s cross join (values ('valid'::ticket_status)) as st (status)
      cross join lateral (
        select count(*)::int as valid, count(t.checked_in_at)::int as attended
        from tickets t where t.event_id = s.id and t.status = st.status) x
      where s.ends_at <= now() ${sinceFilter(sql`s.ends_at`, since)} and x.attended > 0
      order by s.ends_at desc limit ${MAX_EVENTS})
    select e.name, over.valid, over.attended from over join events e on e.id = over.id
    where e.status = 'published' order by over.ends_at desc, e.id`);
}
