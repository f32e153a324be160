import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users, waitlistDecisions, waitlistEntries } from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { type PageCursor, pageByOpaqueId } from "@/lib/paging/keyset";

const RUNS_PAGE_SIZE = 10;
const DECISIONS_PAGE_SIZE = 50;

/** A run of the waitlist, or a manual offer. */
export type ConversionRun = {
  /** An opaque id. */
  run: string;
  decidedAt: Date;
  /** The team member who offered manually; null for a run. */
  offeredBy: string | null;
  converted: number;
  offered: number;
  skipped: number;
  seats: number;
};

type RunRow = Omit<ConversionRun, "run" | "decidedAt"> & { id: number; decidedAt: string };

// The decisions of a run have consecutive ids, as it held the event's row lock.
const runTotals = sql`
  select min(d.id)::int as id, d.decided_at, d.run_id, max(d.decided_by) as decided_by,
    count(*) filter (where d.outcome = 'converted')::int as converted,
    count(*) filter (where d.outcome = 'offered')::int as offered,
    count(*) filter (where d.outcome = 'skipped')::int as skipped,
    sum(d.seats)::int as seats, max(d.id)::int as last_id
  from waitlist_decisions d`;

/**
 * The latest runs first. There is no table of runs, and a run may hold thousands of decisions: the query steps through the
 * index from run to run, and counts only the runs of the page.
 */
export async function listRuns(eventId: number, cursor: PageCursor) {
  const backwards = cursor?.backwards ?? false;
  const beyond = (edge: SQL) => sql`(n.decided_at, n.id) ${sql.raw(backwards ? ">" : "<")} ${edge}`;
  const direction = sql.raw(backwards ? "asc" : "desc");
  const next = (where: SQL) => sql`
    (select n.decided_at, n.run_id from waitlist_decisions n where n.event_id = ${eventId} and ${where}
     order by n.decided_at ${direction}, n.id ${direction} limit 1)`;
  const whole = (found: SQL) => sql`
    lateral (${runTotals} where d.event_id = ${eventId} and d.decided_at = ${found}.decided_at and d.run_id = ${found}.run_id
      group by d.decided_at, d.run_id)`;
  const start = cursor
    ? beyond(sql`(select edge.decided_at, case when ${backwards} then max(edge.id) else min(edge.id) end
        from waitlist_decisions own join waitlist_decisions edge
          on edge.event_id = own.event_id and edge.decided_at = own.decided_at and edge.run_id = own.run_id
        where own.id = ${cursor.id} and own.event_id = ${eventId} group by edge.decided_at)`)
    : sql`true`;
  const found = await db.execute<RunRow>(sql`
    with recursive runs as (
      (select r.*, 1 as place from ${next(start)} f cross join ${whole(sql`f`)} r)
      union all
      (select r.*, runs.place + 1 from runs
        cross join lateral ${next(beyond(sql`(runs.decided_at, ${sql.raw(backwards ? "runs.last_id" : "runs.id")})`))} f
        cross join ${whole(sql`f`)} r
        where runs.place <= ${RUNS_PAGE_SIZE}))
    select runs.id, runs.decided_at as "decidedAt", u.name as "offeredBy", converted, offered, skipped, seats
    from runs left join users u on u.id = runs.decided_by order by runs.place`);
  const { rows, ...pages } = pageByOpaqueId([...found], cursor, RUNS_PAGE_SIZE, "waitlist");
  return { runs: rows.map(toRun), ...pages };
}

/** The run of a decision. */
export async function findRun(eventId: number, decisionId: number) {
  const [found] = await db.execute<RunRow & { runId: string }>(sql`
    select r.id, r.decided_at as "decidedAt", u.name as "offeredBy", r.converted, r.offered, r.skipped, r.seats,
      r.run_id as "runId"
    from waitlist_decisions own
    cross join lateral (${runTotals} where d.event_id = own.event_id and d.decided_at = own.decided_at
      and d.run_id = own.run_id group by d.decided_at, d.run_id) r
    left join users u on u.id = r.decided_by
    where own.id = ${decisionId} and own.event_id = ${eventId}`);
  return found ? { ...toRun(found), runId: found.runId, at: found.decidedAt } : null;
}

function toRun({ id, decidedAt, offeredBy, converted, offered, skipped, seats }: RunRow): ConversionRun {
  return {
    run: encodeOpaqueId(id, "waitlist"),
    decidedAt: new Date(decidedAt),
    offeredBy,
    converted,
    offered,
    skipped,
    seats,
  };
}

const decisionColumns = {
  id: waitlistDecisions.id,
  outcome: waitlistDecisions.outcome,
  seats: waitlistDecisions.seats,
  reason: waitlistDecisions.reason,
  decidedAt: waitlistDecisions.decidedAt,
};

/** The decisions of a run in waitlist order. Skipped entries are listed only where the reason has changed. */
export async function listRunDecisions(eventId: number, run: { runId: string; at: string }, cursor: PageCursor) {
  const backwards = cursor?.backwards ?? false;
  const found = await db
    .select({
      ...decisionColumns,
      entryId: waitlistDecisions.entryId,
      name: users.name,
      quantity: waitlistEntries.quantity,
    })
    .from(waitlistDecisions)
    .innerJoin(waitlistEntries, eq(waitlistEntries.id, waitlistDecisions.entryId))
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .where(
      and(
        eq(waitlistDecisions.eventId, eventId),
        sql`${waitlistDecisions.decidedAt} = ${run.at}::timestamptz`,
        eq(waitlistDecisions.runId, run.runId),
        cursor ? sql`${waitlistDecisions.id} ${sql.raw(backwards ? "<" : ">")} ${cursor.id}` : undefined,
      ),
    )
    .orderBy((backwards ? desc : asc)(waitlistDecisions.id))
    .limit(DECISIONS_PAGE_SIZE + 1);
  const { rows, ...pages } = pageByOpaqueId(found, cursor, DECISIONS_PAGE_SIZE, "waitlist");
  return {
    decisions: rows.map(({ id: _, entryId, ...row }) => ({ ...row, entry: encodeOpaqueId(entryId, "waitlist") })),
    ...pages,
  };
}

/** The decisions about one entry, where they changed, and manual offers; latest first. */
export async function listEntryDecisions(entryId: number, cursor: PageCursor) {
  const backwards = cursor?.backwards ?? false;
  const order = backwards ? asc : desc;
  const found = await db
    .select({ ...decisionColumns, offeredBy: users.name })
    .from(waitlistDecisions)
    .leftJoin(users, eq(users.id, waitlistDecisions.decidedBy))
    .where(
      and(
        eq(waitlistDecisions.entryId, entryId),
        cursor
          ? sql`(${waitlistDecisions.decidedAt}, ${waitlistDecisions.id}) ${sql.raw(backwards ? ">" : "<")} (
              select edge.decided_at, edge.id from waitlist_decisions edge where edge.id = ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(order(waitlistDecisions.decidedAt), order(waitlistDecisions.id))
    .limit(DECISIONS_PAGE_SIZE + 1);
  const { rows, ...pages } = pageByOpaqueId(found, cursor, DECISIONS_PAGE_SIZE, "waitlist");
  return { decisions: rows.map(({ id, ...row }) => ({ ...row, run: encodeOpaqueId(id, "waitlist") })), ...pages };
}
