import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { categories } from "./categories";
import { isRunningAt } from "./columns";
import { FACET_LIMIT, type Facets } from "./schema";

const MAX_CITIES = 200;

/** Finds each city by one index lookup and counts up to a bound, so that a million events are never read. */
export async function readFacets(queryable: Queryable, now: Date): Promise<Facets> {
  const upTo = sql`limit ${FACET_LIMIT + 1}`;
  const upcoming = sql`status = 'published' and starts_at > ${now.toISOString()}::timestamptz`;
  const running = sql`running as materialized (select city, country, category from events where ${isRunningAt(now)})`;
  const [cities, counted] = await Promise.all([
    queryable.execute<Facets["cities"][number]>(sql`
      with recursive ${running}, each as (
        (select city from events where status = 'published' order by city limit 1)
        union all
        select (select e.city from events e where e.status = 'published' and e.city > each.city order by e.city limit 1)
        from each where each.city is not null
      )
      select each.city, near.country, far.count
      from each
      cross join lateral (
        (select country from running where city = each.city limit 1)
        union all
        (select country from events where city = each.city and ${upcoming} order by starts_at, id limit 1)
        limit 1
      ) near
      cross join lateral (
        select count(*)::int as count from (
          (select from running where city = each.city)
          union all
          (select from events where city = each.city and ${upcoming} ${upTo})
          ${upTo}
        ) bounded
      ) far
      where each.city is not null order by far.count desc, each.city limit ${MAX_CITIES}`),
    queryable.execute<Facets["categories"][number]>(sql`
      with ${running}
      select known.category, counted.count
      from unnest(array[${sql.join(
        Object.keys(categories).map((category) => sql`${category}`),
        sql`, `,
      )}]::text[]) as known (category)
      cross join lateral (
        select count(*)::int as count from (
          (select from running where running.category = known.category)
          union all
          (select from events where events.category = known.category and ${upcoming} ${upTo})
          ${upTo}
        ) bounded
      ) counted
      where counted.count > 0 order by counted.count desc, known.category`),
  ]);
  return { cities: [...cities], categories: [...counted] };
}
