import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Attendance } from "./attendance-insight";
import { type Scope, sinceFilter } from "./scope";

/** As many events as a chart can name. */
const EVENTS = 20;

/** Who came to the last events that are over, the latest first. */
export function eventAttendance({ events, since }: Scope): Promise<Attendance[]> {
  return db.execute<Attendance>(sql`
    with scope as materialized (${events}),
    over as (
      select s.id, s.ends_at, x.* from scope s cross join (values ('valid'::ticket_status)) as st (status)
      cross join lateral (
        select count(*)::int as valid, count(t.checked_in_at)::int as attended
        from tickets t where t.event_id = s.id and t.status = st.status) x
      where s.ends_at <= now() ${sinceFilter(sql`s.ends_at`, since)} and x.attended > 0
      order by s.ends_at desc limit ${EVENTS})
    select e.name, over.valid, over.attended from over join events e on e.id = over.id
    where e.status = 'published' order by over.ends_at desc, e.id`);
}
