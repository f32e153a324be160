import { connect } from "@/db/connect";
import { freePort } from "@/local/ports";
import { countingProxy } from "./counting-proxy";
import { startEmptyApp } from "./empty-app";
import { atMost, informational, type Metric } from "./metrics";
import { openProductionApp } from "./production-app";
import { measureScriptBytes } from "./script-bytes";

const VIEWS = 200;

/** What a page view costs: messages to the database once warm, and bytes of JavaScript against an empty page. */
export async function views(): Promise<Metric[]> {
  const app = await openProductionApp("bench-views");
  const proxy = await countingProxy(app.env.DATABASE_URL ?? "");
  // The crons of a local Inngest would count as page views.
  const env = { DATABASE_URL: proxy.url, INNGEST_DEV: "http://127.0.0.1:9" };
  const server = await app.start({ port: await freePort(0), env });
  const empty = await startEmptyApp();
  const slug = await findPopularSlug(app.env.DATABASE_URL ?? "");
  const metrics: Metric[] = [];

  for (const path of ["/", `/events/${slug}`]) {
    await (await fetch(server.url + path)).text();
    const before = proxy.messages();
    for (let view = 0; view < VIEWS; view += 1) await (await fetch(server.url + path)).text();
    const name = path === "/" ? "/" : "/events/[slug]";
    metrics.push(atMost(`database messages for ${VIEWS} views of ${name}`, proxy.messages() - before, "", 0));
  }

  const emptyBytes = await measureScriptBytes(empty.url);
  const eventBytes = await measureScriptBytes(`${server.url}/events/${slug}`);
  metrics.push(informational("first-load JavaScript of an empty page", emptyBytes / 1_024, "KiB gzip"));
  metrics.push(informational("first-load JavaScript of /events/[slug]", eventBytes / 1_024, "KiB gzip"));
  metrics.push(atMost("/events/[slug] against the empty page", eventBytes / emptyBytes, "×", 1.25));

  await empty.close();
  await server.stop();
  proxy.close();
  return metrics;
}

/** An event on sale with several ticket types: the page with the most content. */
export async function findPopularSlug(databaseUrl: string): Promise<string> {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  const [event] = await sql<{ slug: string }[]>`
    select e.slug from events e join ticket_types t on t.event_id = e.id
    where e.status = 'published' and e.starts_at > now() + interval '2 days' and e.available_tickets > 10
      and (e.sales_start_at is null or e.sales_start_at < now())
    group by e.id order by count(*) desc, e.id limit 1`;
  await close();
  if (!event) throw new Error("no event is on sale");
  return event.slug;
}
