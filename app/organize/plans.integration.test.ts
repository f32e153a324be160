import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it, vi } from "vitest";
import { sql } from "@/db/client";
import { connect } from "@/db/connect";
import { seedDemo } from "@/db/seed/demo";
import { generateEvents } from "@/db/seed/generate-events";
import { scaleSlug, seedScale } from "@/db/seed/scale";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { encodeOpaqueId } from "@/lib/names/opaque-id";

type Query = { text: string; values: (string | null)[] };
const { asked } = vi.hoisted(() => ({ asked: [] as Query[] }));

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
// There is no request around these pages, and no answer left for a form in its cookies.
vi.mock("next/headers", () => ({ cookies: async () => new Map(), headers: async () => new Headers() }));
// What a page asks is written down on its way to PostgreSQL, so that it can be explained afterwards.
vi.mock("postgres", async (original) => {
  const { default: postgres } = await original<{ default: typeof import("postgres") }>();
  const recording = (url: string, options: object) =>
    postgres(url, { ...options, debug: (_connection, text, values) => asked.push({ text, values }) });
  return { default: Object.assign(recording, postgres) };
});

/** Tables that grow with every booking: none of a page's queries may read one from end to end. */
const LARGE = ["bookings", "tickets", "waitlist_entries", "waitlist_decisions", "audit_log"];
/** A page's own; the layout's are the viewer, the memberships and the event, which the page's are counted with. */
const QUERIES = 9;

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };
type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<unknown>;

const scanned = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? ""] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
];

/** A page of drafts leads elsewhere for a published event; what it asked until then counts. */
function unlessRedirect(error: unknown) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (!digest.startsWith("NEXT_REDIRECT")) throw error;
}

async function queriesOf(page: Page, params: object, search: object) {
  asked.length = 0;
  await page({ params: Promise.resolve(params), searchParams: Promise.resolve(search) }).catch(unlessRedirect);
  // The driver asks each new connection for its types.
  return asked.filter(({ text }) => /^\s*(select|with|\()/i.test(text) && !text.includes("pg_catalog.pg_type"));
}

async function explain({ text, values }: Query): Promise<Plan> {
  const [row] = await sql.unsafe(`explain (format json) ${text}`, values);
  return row?.["QUERY PLAN"][0].Plan;
}

let params = {};

beforeAll(async () => {
  await seedDemo({ url: env.DATABASE_URL });
  // It takes longer than the application's own pool waits for an answer.
  const { sql: filling, close } = connect(env.DATABASE_URL, { max: 1 });
  await generateEvents(filling, 5_000);
  await seedScale(env.DATABASE_URL);
  const [organizer] = await sql<Viewer[]>`
    select id::int, name, email, time_zone as "timeZone", is_superuser as "isSuperuser"
    from users where email = 'organizer@quorix.test'`;
  if (organizer) vi.mocked(requireViewer).mockResolvedValue({ ...organizer, isSuperuser: true });
  const [booking] = await sql<{ reference: string }[]>`
    select b.reference from bookings b join events e on e.id = b.event_id
    where e.slug = ${scaleSlug} and b.status = 'confirmed' order by b.id offset 20000 limit 1`;
  const [run] = await sql<{ id: number; entryId: number }[]>`
    select d.id::int, d.entry_id::int as "entryId" from waitlist_decisions d join events e on e.id = d.event_id
    where e.slug = ${scaleSlug} order by d.id limit 1`;
  const [operation] = await sql<{ id: string }[]>`
    insert into operations (kind, event_id, started_by, detail, listed_at)
    select 'message', id, ${organizer?.id ?? 0}, '{"subject": "Doors", "body": "At six.", "audience": {"kind": "all"}, "replies": false}', now()
    from events where slug = ${scaleSlug} returning id`;
  await filling`
    insert into operation_recipients (operation_id, user_id, booking_id)
    select ${operation?.id ?? ""}, b.user_id, b.id from bookings b join events e on e.id = b.event_id
    where e.slug = ${scaleSlug} and b.status = 'confirmed'`;
  await filling`analyze operation_recipients`;
  await close();
  params = {
    slug: scaleSlug,
    reference: booking?.reference,
    id: operation?.id,
    run: encodeOpaqueId(run?.id ?? 0, "waitlist"),
    entry: encodeOpaqueId(run?.entryId ?? 0, "waitlist"),
  };
}, 180_000);

/** Every page of the organizers and the superusers, by its path under app/. */
const app = fileURLToPath(new URL("..", import.meta.url));
const files = ["organize", "admin"].flatMap((folder) =>
  readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => join(folder, file)),
);

const searches: Record<string, object[]> = {
  "organize/(dashboard)/page.tsx": [{}, { show: "drafts" }, { show: "past" }, { q: "weekender" }],
  "organize/(dashboard)/events/[slug]/attendees/page.tsx": [
    {},
    { view: "tickets" },
    { q: "gutier" },
    { q: "gutier", view: "tickets" },
    { q: "A0" },
    { sort: "name" },
    { status: "cancelled" },
    { source: "waitlist" },
    { checkedIn: "no", view: "tickets" },
  ],
  "organize/(dashboard)/events/[slug]/payments/page.tsx": [{}, { q: "A0" }],
  "organize/(dashboard)/events/[slug]/waitlist/page.tsx": [{}, { show: "history" }, { q: "gutier" }],
};

const pages = files.flatMap((file) => (searches[file] ?? [{}]).map((search) => ({ file, search })));

it.each(pages)("$file with $search reads no large table from end to end", async ({ file, search }) => {
  const page: { default: Page } = await import(join(app, file));
  const queries = await queriesOf(page.default, params, search);
  for (const query of queries) {
    const tables = scanned(await explain(query)).filter((table) => LARGE.includes(table));
    expect(tables, query.text).toEqual([]);
  }
  expect(queries.length, `queries of ${file}`).toBeLessThanOrEqual(QUERIES - 2);
});
