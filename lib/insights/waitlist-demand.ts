import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Scope, sinceFilter } from "./scope";

export type EntryStatus = "waiting" | "offered" | "converted" | "expired" | "left";
export type Demand = {
  status: EntryStatus;
  /** Whether the entry ever got seats or an offer. */
  served: boolean;
  currency: string;
  people: number;
  tickets: number;
  /** At today's prices; entries for any ticket type count at the cheapest price. */
  worth: number;
};

export function readWaitlistDemand({ events, since }: Scope): Promise<Demand[]> {
  return db.execute<Demand>(sql`
    with scope as materialized (${events})
    select x.status, x.served, e.currency, sum(x.people)::int as people, sum(x.tickets)::int as tickets,
      sum(x.tickets * coalesce(t.price, cheapest.price, 0))::float8 as worth
    from scope s
    cross join (values ('waiting'::waitlist_status), ('offered'), ('converted'), ('expired'), ('left')) as st (status)
    cross join lateral (
      select w.status, w.booking_id is not null as served, w.ticket_type_id, count(*) as people,
        sum(w.quantity) as tickets
      from waitlist_entries w
      where w.event_id = s.id and w.status = st.status ${sinceFilter(sql`w.joined_at`, since)}
      group by 1, 2, 3) x
    join events e on e.id = s.id
    left join ticket_types t on t.id = x.ticket_type_id
    left join lateral (select min(price) as price from ticket_types where event_id = s.id) cheapest on true
    group by 1, 2, 3 order by 1, 2, 3`);
}
