import { connect } from "@/db/connect";
import { generateEvents } from "@/db/seed/generate-events";
import { scaleSlug, seedScale } from "@/db/seed/scale";
import { freePort } from "@/local/ports";
import { countingProxy } from "./counting-proxy";
import { atMost, type Metric, percentile } from "./metrics";
import { openProductionApp } from "./production-app";
import { mintSession } from "./session";

const EVENTS = 5_000;
const WARM_UPS = 3;
const VIEWS = 40;
const P95_MS = 150;
const QUERIES = 8;

/** Each of the organizer's pages with 5,000 events, one of them with 50,000 bookings and 10,000 people waiting. */
export async function admin(): Promise<Metric[]> {
  const app = await openProductionApp("bench-admin");
  const databaseUrl = app.env.DATABASE_URL ?? "";
  const { sql, close } = connect(databaseUrl, { max: 1 });
  await generateEvents(sql, EVENTS);
  await seedScale(databaseUrl);
  const proxy = await countingProxy(databaseUrl);
  // The crons of a local Inngest would count as page views.
  const env = { DATABASE_URL: proxy.url, INNGEST_DEV: "http://127.0.0.1:9" };
  const server = await app.start({ port: await freePort(0), env });

  const secret = app.env.NEXTAUTH_SECRET ?? "";
  const people = await sql<{ id: number; email: string }[]>`
    select id::int, email from users where email in ('organizer@quorix.test', 'admin@quorix.test')`;
  const cookieOf = async (email: string) =>
    mintSession(people.find((person) => person.email === email)?.id ?? 0, secret);
  const organizer = await cookieOf("organizer@quorix.test");
  const superuser = await cookieOf("admin@quorix.test");
  const [booking] = await sql<{ reference: string }[]>`
    select reference from bookings b join events e on e.id = b.event_id
    where e.slug = ${scaleSlug} and b.status = 'confirmed' order by b.id offset 20000 limit 1`;
  await close();

  const event = `/organize/events/${scaleSlug}`;
  const pages: { path: string; cookie?: string; pagesIn?: number }[] = [
    { path: "/organize" },
    { path: "/organize", pagesIn: 10 },
    { path: "/organize?show=past" },
    { path: "/organize?q=weekender" },
    { path: "/organize/insights" },
    { path: "/organize/import" },
    { path: "/organize/team" },
    { path: "/organize/audit" },
    { path: "/organize/new-event" },
    { path: event },
    { path: `${event}/edit` },
    { path: `${event}/preview` },
    { path: `${event}/attendees` },
    { path: `${event}/attendees`, pagesIn: 20 },
    { path: `${event}/attendees?view=tickets` },
    { path: `${event}/attendees?q=gutier` },
    { path: `${event}/attendees?sort=name` },
    { path: `${event}/attendees?status=cancelled&source=waitlist` },
    { path: `${event}/attendees/${booking?.reference}` },
    { path: `${event}/waitlist` },
    { path: `${event}/waitlist`, pagesIn: 20 },
    { path: `${event}/messages` },
    { path: `${event}/messages/new?to=all` },
    { path: `${event}/insights` },
    { path: `${event}/cancel` },
    { path: `${event}/check-in` },
    { path: "/admin", cookie: superuser },
    { path: "/admin/users", cookie: superuser },
    { path: "/admin/events", cookie: superuser },
    { path: "/admin/background", cookie: superuser },
  ];

  const metrics: Metric[] = [];
  for (const { path, cookie = organizer, pagesIn = 0 } of pages) {
    const view = async (at: string) => {
      const began = performance.now();
      const response = await fetch(server.url + at, { headers: { cookie }, redirect: "manual" });
      const html = await response.text();
      if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
      return { html, ms: performance.now() - began };
    };
    let at = path;
    for (let turned = 0; turned < pagesIn; turned += 1) at = nextPage((await view(at)).html, at);
    for (let run = 0; run < WARM_UPS; run += 1) await view(at);
    const before = proxy.queries();
    const times: number[] = [];
    for (let run = 0; run < VIEWS; run += 1) times.push((await view(at)).ms);
    const name = (pagesIn > 0 ? `${path} (page ${pagesIn + 1})` : path)
      .replace(scaleSlug, "[slug]")
      .replace(booking?.reference ?? " ", "[reference]");
    metrics.push(atMost(`${name}: p95 of ${VIEWS} views`, percentile(times, 95), "ms", P95_MS));
    metrics.push(atMost(`${name}: queries`, Math.ceil((proxy.queries() - before) / VIEWS), "", QUERIES));
  }

  await server.stop();
  proxy.close();
  return metrics;
}

function nextPage(html: string, from: string): string {
  const link = /<a\b[^>]*\brel="next"[^>]*>/.exec(html)?.[0];
  const href = link && /\bhref="([^"]+)"/.exec(link)?.[1];
  if (!href) throw new Error(`${from} has no next page`);
  return href.replaceAll("&amp;", "&");
}
