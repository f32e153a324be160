import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Membership } from "@/lib/access/memberships";
import { hasPermission } from "@/lib/access/permissions";
import { describeClockMove } from "@/lib/clock-rules/describe-clock-move";
import { decodeCursor, encodeCursor } from "@/lib/events/cursor";
import { toPage } from "@/lib/paging/keyset";
import { searchQuery } from "@/lib/search/vector";
import type { OverviewSearch } from "./overview-schema";

const PAGE_SIZE = 25;

/** An event in the overview. `stats` is null for members who may only check people in. */
export type OverviewEvent = {
  slug: string;
  name: string;
  status: "draft" | "published" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  city: string;
  organizer: string;
  /** The time on its tickets and its stored time, where changed clock rules made them differ. */
  clockMove: ReturnType<typeof describeClockMove>;
  canEdit: boolean;
  stats: {
    capacity: number;
    sold: number;
    held: number;
    waiting: number;
    /** Minor units, of confirmed bookings. */
    revenue: number;
    currency: string;
    /** Whether the seat counters match the bookings. */
    isBalanced: boolean;
  } | null;
};

export type OverviewPage = { events: OverviewEvent[]; previous: string | null; next: string | null };

type Row = {
  organizerId: number;
  slug: string;
  name: string;
  status: OverviewEvent["status"];
  startsAt: string;
  endsAt: string;
  startsAtWall: string | null;
  endsAtWall: string | null;
  timeZone: string;
  isZoneUnsettled: boolean;
  venue: string;
  city: string;
  currency: string;
  capacity: number;
  free: number;
  micros: string;
  sold: number;
  held: number;
  revenue: number;
  waiting: number;
};

const showConditions = {
  upcoming: sql`e.status = 'published' and e.ends_at > now()`,
  drafts: sql`e.status = 'draft'`,
  past: sql`e.status = 'published' and e.ends_at <= now()`,
  cancelled: sql`e.status = 'cancelled'`,
};

const toTeamIds = (teams: Membership[]) =>
  sql`array[${sql.join(
    teams.map(({ organizerId }) => sql`${organizerId}::bigint`),
    sql`, `,
  )}]::bigint[]`;

const wallText = (column: string) => sql`to_char(p.${sql.identifier(column)}, 'YYYY-MM-DD"T"HH24:MI')`;

/** One page of the teams' events with their stats, in one round trip; stats are computed for this page only. */
export async function listOverviewEvents(teams: Membership[], search: OverviewSearch): Promise<OverviewPage> {
  const backwards = search.before !== undefined && search.after === undefined;
  const ascending = (search.show === "upcoming" || search.show === "drafts") !== backwards;
  const cursor = decodeCursor(search.after ?? search.before ?? "");
  const place = cursor
    ? sql`and (e.starts_at, e.slug) ${sql.raw(ascending ? ">" : "<")}
        (timestamptz 'epoch' + ${cursor.startsAtMicros}::bigint * interval '1 microsecond', ${cursor.slug})`
    : sql``;
  const direction = sql.raw(ascending ? "asc" : "desc");
  const rows = await db.execute<Row>(sql`
    with page as (
      select e.* from events e
      where e.organizer_id = any(${toTeamIds(teams)}) and ${showConditions[search.show]}
        ${search.q ? sql`and e.search @@ ${searchQuery(search.q)}::tsquery` : sql``} ${place}
      order by e.starts_at ${direction}, e.slug ${direction} limit ${PAGE_SIZE + 1}
    )
    select p.organizer_id::int as "organizerId", p.slug, p.name, p.status, p.starts_at as "startsAt",
      p.ends_at as "endsAt", ${wallText("starts_at_wall")} as "startsAtWall", ${wallText("ends_at_wall")} as "endsAtWall",
      p.time_zone as "timeZone", p.is_zone_unsettled as "isZoneUnsettled", p.venue, p.city, p.currency, p.capacity,
      p.available_tickets + p.waitlist_tickets as free,
      (extract(epoch from p.starts_at) * 1000000)::bigint::text as micros,
      b.sold, b.held, b.revenue, w.waiting
    from page p
    cross join lateral (
      select coalesce(sum(number_of_tickets) filter (where status = 'confirmed'), 0)::int as sold,
        coalesce(sum(number_of_tickets) filter (where status = 'pending'), 0)::int as held,
        coalesce(sum(total_price) filter (where status = 'confirmed'), 0)::float8 as revenue
      from bookings where event_id = p.id and status in ('confirmed', 'pending')) b
    cross join lateral (
      select count(*)::int as waiting from waitlist_entries where event_id = p.id and status = 'waiting') w
    order by p.starts_at ${direction}, p.slug ${direction}`);

  const { rows: page, ...cursors } = toPage([...rows], {
    size: PAGE_SIZE,
    backwards,
    isFirst: cursor === null,
    cursorOf: ({ micros, slug }) => encodeCursor({ startsAtMicros: micros, slug, rank: null }),
  });
  return { events: page.map((row) => toOverviewEvent(row, teams)), ...cursors };
}

function toOverviewEvent(row: Row, teams: Membership[]): OverviewEvent {
  const {
    organizerId,
    micros: _,
    startsAt,
    endsAt,
    startsAtWall,
    endsAtWall,
    isZoneUnsettled,
    free,
    capacity,
    sold,
    held,
    waiting,
    revenue,
    currency,
    ...event
  } = row;
  const team = teams.find((candidate) => candidate.organizerId === organizerId);
  const maySee = team !== undefined && hasPermission(team.role, "events.view");
  const when = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  return {
    ...event,
    ...when,
    clockMove: describeClockMove({ ...event, ...when, startsAtWall, endsAtWall, isZoneUnsettled }),
    organizer: team?.name ?? "",
    canEdit: team !== undefined && hasPermission(team.role, "events.edit"),
    stats: maySee
      ? {
          capacity,
          sold,
          held,
          waiting,
          revenue,
          currency,
          isBalanced: event.status === "draft" || free + sold + held === capacity,
        }
      : null,
  };
}

export type OrganizerAlert = {
  kind:
    | "draft_starts_soon"
    | "emails_failed"
    | "scan_conflicts"
    | "payments"
    | "seats_differ"
    | "clock_moved"
    | "zone_unsettled";
  slug: string;
  name: string;
  startsAt: Date;
  count: number;
  timeZone: string;
};

/**
 * Drafts that start within two weeks, events with emails that failed in the last three days, events with unresolved
 * check-in conflicts, events whose payments or refunds need a person, and events whose time zone is not settled. Payments
 * whose amounts differ are found by their event's page only, which reads all of them.
 */
export async function listOrganizerAlerts(teams: Membership[]): Promise<OrganizerAlert[]> {
  const rows = await db.execute<Omit<OrganizerAlert, "startsAt"> & { startsAt: string }>(sql`
    (select 'emails_failed' as kind, e.slug, e.name, e.starts_at as "startsAt", e.time_zone as "timeZone", count(*)::int as count
     from email_deliveries d join events e on e.id = d.event_id
     where d.status = 'failed' and d.created_at > now() - interval '3 days' and e.organizer_id = any(${toTeamIds(teams)})
     group by e.id order by count(*) desc limit 5)
    union all
    (select 'scan_conflicts', e.slug, e.name, e.starts_at, e.time_zone, count(*)::int
     from scans s join events e on e.id = s.event_id
     where s.is_conflict and s.settled_at is null and e.organizer_id = any(${toTeamIds(teams)})
     group by e.id order by count(*) desc limit 5)
    union all
    (select 'payments', e.slug, e.name, e.starts_at, e.time_zone, sum(open.count)::int
     from (
       select r.event_id, count(*) as count from refunds r
       join payments p on p.event_id = r.event_id and p.id = r.payment_id
       where r.event_id in (select id from events where organizer_id = any(${toTeamIds(teams)}))
         and (r.status = 'created' and (p.provider = 'venue' or r.created_at < now() - interval '1 hour')
           or r.reviewed_at is null and (r.status = 'failed' or r.key like 'unused:%'
             or r.reason = 'provider' and exists (
               select from bookings b where b.id = r.booking_id and b.status = 'confirmed')))
       group by r.event_id
       union all
       select event_id, count(*) from disputes where status in ('needs_response', 'under_review') group by event_id
       union all
       select event_id, count(*) from payments
       where status in ('created', 'authorized') and created_at < now() - interval '1 hour' group by event_id) open
     join events e on e.id = open.event_id where e.organizer_id = any(${toTeamIds(teams)})
     group by e.id order by sum(open.count) desc limit 5)
    union all
    (select 'draft_starts_soon', e.slug, e.name, e.starts_at, e.time_zone, 1 from events e
     where e.organizer_id = any(${toTeamIds(teams)}) and e.status = 'draft'
       and e.starts_at between now() and now() + interval '14 days'
     order by e.starts_at limit 5)
    union all
    (select 'zone_unsettled', e.slug, e.name, e.starts_at, e.time_zone, 1 from events e
     where e.organizer_id = any(${toTeamIds(teams)}) and e.is_zone_unsettled and e.status <> 'cancelled' and e.ends_at > now()
     order by e.starts_at limit 5)`);
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
}
