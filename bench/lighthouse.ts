import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { connect } from "@/db/connect";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { browserOptions, provideBrowser } from "@/test/browser";
import { atLeast, type Metric, median } from "./metrics";
import { openProductionApp } from "./production-app";
import { mintSession } from "./session";
import { findPopularSlug } from "./views";

const RUNS = 5;
const minScores = { performance: 0.95, accessibility: 1, "best-practices": 1, seo: 1 } as const;
type Category = keyof typeof minScores;

/** Lighthouse, mobile, on the three pages that sell, and where organizers work most. */
export async function lighthouseScores(): Promise<Metric[]> {
  const app = await openProductionApp("bench-lighthouse");
  const server = await app.start();
  const databaseUrl = app.env.DATABASE_URL ?? "";
  const slug = await findPopularSlug(databaseUrl);
  const checkout = await openCheckout(databaseUrl, slug, app.env.NEXTAUTH_SECRET ?? "");
  const organizer = await organizerSession(databaseUrl, app.env.NEXTAUTH_SECRET ?? "");
  const { executablePath, args } = browserOptions(provideBrowser());
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ["--headless=new", ...args] });

  const pages: { name: string; path: string; cookie?: string; categories: Category[] }[] = [
    { name: "/", path: "/", categories: ["performance", "accessibility", "best-practices", "seo"] },
    {
      name: "/events/[slug]",
      path: `/events/${slug}`,
      categories: ["performance", "accessibility", "best-practices", "seo"],
    },
    {
      name: "/checkout/[reference]",
      path: checkout.path,
      cookie: checkout.cookie,
      categories: ["performance", "accessibility", "best-practices"],
    },
    ...["/organize", ...["edit", "attendees", "insights"].map((page) => `/organize/events/${slug}/${page}`)].map(
      (path) => ({
        name: path.replace(slug, "[slug]"),
        path,
        cookie: organizer,
        categories: ["accessibility", "best-practices"] satisfies Category[],
      }),
    ),
  ];
  const metrics: Metric[] = [];
  for (const page of pages) {
    const scores = new Map<Category, number[]>(page.categories.map((category) => [category, []]));
    // The first run finds the browser and the server cold, and is left out.
    for (let run = -1; run < RUNS; run += 1) {
      const result = await lighthouse(server.url + page.path, {
        port: chrome.port,
        onlyCategories: page.categories,
        logLevel: "error",
        extraHeaders: page.cookie ? { Cookie: page.cookie } : undefined,
      });
      for (const category of run < 0 ? [] : page.categories) {
        scores.get(category)?.push(result?.lhr.categories[category]?.score ?? 0);
      }
    }
    for (const [category, values] of scores) {
      metrics.push(atLeast(`${page.name} ${category}`, median(values) * 100, "", minScores[category] * 100));
    }
  }
  chrome.kill();
  await server.stop();
  return metrics;
}

async function openCheckout(databaseUrl: string, slug: string, secret: string) {
  const { db, sql, close } = connect(databaseUrl, { max: 2 });
  const [user] = await sql<{ id: number }[]>`
    insert into users (name, email, email_verified_at, sessions_valid_from)
    values ('Ada Visitor', 'lighthouse@quorix.test', now(), now() - interval '1 minute') returning id::int`;
  const [type] = await sql<{ eventId: number; code: string }[]>`
    select e.id::int as "eventId", t.code from events e join ticket_types t on t.event_id = e.id
    where e.slug = ${slug} and (t.quota is null or t.quota > t.sold)
      and (t.sales_start_at is null or t.sales_start_at < now()) and (t.sales_end_at is null or t.sales_end_at > now())
    order by t.position limit 1`;
  if (!user || !type) throw new Error("nothing to check out");
  const held = await reserve(new BookingConcurrencyManager({ db, redis: null }), {
    eventId: type.eventId,
    userId: user.id,
    items: [{ ticketTypeCode: type.code, quantity: 2 }],
    idempotencyKey: crypto.randomUUID(),
  });
  await close();
  if (!held.ok) throw new Error(`no hold: ${held.code}`);
  return { path: `/checkout/${held.booking.reference}`, cookie: await mintSession(user.id, secret) };
}

async function organizerSession(databaseUrl: string, secret: string) {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  const [user] = await sql<{ id: number }[]>`select id::int from users where email = 'organizer@quorix.test'`;
  await close();
  return mintSession(user?.id ?? 0, secret);
}
