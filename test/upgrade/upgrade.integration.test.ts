import "./old-database-for-file";
import { eq, ne, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeAll, expect, test, vi } from "vitest";
import { GET as eventCalendar } from "@/app/(site)/events/[slug]/calendar.ics/route";
import { GET as bookingCalendar } from "@/app/api/bookings/[reference]/calendar.ics/route";
import { GET as availability } from "@/app/api/events/[slug]/availability/route";
import { POST as unsubscribe } from "@/app/api/unsubscribe/route";
import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { bookings, events, payments, tickets, users } from "@/db/schema";
import { listUsers, userSearchSchema } from "@/lib/admin/lists";
import { inspectToken } from "@/lib/auth/tokens";
import { getViewer } from "@/lib/auth/viewer";
import { findBookingView, findCheckoutView } from "@/lib/booking/queries";
import { checkIn } from "@/lib/check-in/check-in";
import { env } from "@/lib/env";
import type { EventForm } from "@/lib/event-editing/form";
import { toEventForm } from "@/lib/event-editing/to-event-form";
import { getEvent } from "@/lib/events/queries";
import { findSubscriptionByToken } from "@/lib/messages/subscription";
import { formatMoney, formatPriceRange } from "@/lib/money/format";
import { getOrganizer } from "@/lib/organizers/queries";
import { auditMoney } from "@/lib/payments/audit";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { peopleQuery, searchQuery } from "@/lib/search/vector";
import { getInvitationPreview } from "@/lib/team/queries";
import { expectCleanInventory } from "@/test/booking";
import { oldLinks } from "./links";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("next/cache", () => ({ cacheTag() {}, cacheLife() {} }));

const tables =
  "users account_tokens organizers team_invitations events ticket_types bookings booking_items tickets scans waitlist_entries waitlist_decisions operations outbox email_deliveries audit_log";

/** How many rows each table holds. */
async function counted(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables.split(" ")) {
    const [row] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${sql.identifier(table)}`);
    counts[table] = row?.rows ?? 0;
  }
  return counts;
}

let before: Record<string, number>;
beforeAll(async () => {
  before = await counted();
  await migrateDatabase(env.DATABASE_URL, { amountsWrittenWith: "HUF=0,COP=0,RSD=2" });
});

async function userOf(email: string) {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error(`no ${email}`);
  return user;
}

async function eventOf(slug: string) {
  const [event] = await db.select().from(events).where(eq(events.slug, slug));
  if (!event) throw new Error(`no ${slug}`);
  return event;
}

const token = (address: string) => new URL(address).searchParams.get("token") ?? "";
const folder = <Params>(params: Params) => ({ params: Promise.resolve(params) });
const request = (path: string, method = "GET") => new NextRequest(new URL(path, env.NEXTAUTH_URL), { method });

test("every row is still there, and the inventory adds up", async () => {
  expect(before).toMatchObject({ events: 21, bookings: 22, tickets: 33, waitlist_entries: 2, account_tokens: 3 });
  expect(await counted()).toEqual(before);
  await expectCleanInventory(db);
});

test.each(oldLinks.events)("the address of %s opens", async (slug) => {
  expect(await getEvent(slug)).toMatchObject({ slug, ticketTypes: expect.arrayContaining([expect.anything()]) });
  expect((await availability(request(`/api/events/${slug}/availability`), folder({ slug }))).status).toBe(200);
  const calendar = await eventCalendar(request(`/events/${slug}/calendar.ics`), folder({ slug }));
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
});

test.each(oldLinks.organizers)("the address of the organizer %s opens", async (slug) => {
  expect(await getOrganizer(slug)).toMatchObject({ slug });
});

test.each(oldLinks.bookings)("the address of the $status booking $reference opens", async ({ reference, ...old }) => {
  const user = await userOf(old.email);
  expect(await findBookingView(reference, user.id)).toMatchObject({ reference, status: old.status });
  expect(await findCheckoutView(reference, user.id)).toMatchObject({ reference, status: old.status });
  vi.mocked(getViewer).mockResolvedValue(user);
  const calendar = await bookingCalendar(request(`/api/bookings/${reference}/calendar.ics`), folder({ reference }));
  expect(calendar.status).toBe(old.status === "confirmed" ? 200 : 404);
});

test.each([
  ["straßenfest-am-markt", "Free – €12.50"],
  ["oszi-koncert", "HUF\u00a02,900 – HUF\u00a04,500"],
  ["noche-de-bogota", "COP\u00a0150,000"],
  ["вече-на-дунаву", "RSD\u00a0900 – RSD\u00a01,500"],
  ["秋の音楽祭", "¥3,000"],
  ["أمسية-في-الكويت", "KWD\u00a04.250"],
])("%s costs what it cost: %s", async (slug, text) => {
  const event = await getEvent(slug);
  expect(event?.prices && formatPriceRange(event.prices, event.currency)).toBe(text);
});

test("bookings cost what they cost", async () => {
  const rows = await db.select().from(bookings);
  const total = (currency: string) =>
    rows.filter((row) => row.currency === currency).map((row) => formatMoney(row.totalPrice, currency));
  expect(total("HUF")).toEqual(["HUF\u00a08,700", "HUF\u00a08,700", "HUF\u00a04,500"]);
  expect(total("COP")).toEqual(["COP\u00a0600,000"]);
  expect(total("RSD")).toEqual(["RSD\u00a03,900"]);
});

test("what was sold for payment at the venue stays so, and the books are empty and explain it", async () => {
  expect(await db.$count(events, ne(events.paymentMethod, "venue"))).toBe(0);
  expect(await db.$count(bookings, eq(bookings.isPaying, true))).toBe(0);
  expect(await db.$count(payments)).toBe(0);
  expect(await auditMoney(db, { provider: null, since: new Date(0) })).toMatchObject({ ok: true, differences: [] });
});

test.each(Object.entries(oldLinks.mailed))("the emailed link %s is good", async (purpose, address) => {
  const inspected = await inspectToken(db, token(address), purpose as keyof typeof oldLinks.mailed);
  expect(inspected).toMatchObject({ ok: true });
});

test("an invitation and both unsubscribe links are good", async () => {
  const invitation = await getInvitationPreview(oldLinks.invitation.replace("/invitations/", ""));
  expect(invitation).toMatchObject({ ok: true, invitation: { email: "new-colleague@example.com" } });
  expect(await findSubscriptionByToken(token(oldLinks.unsubscribe.page))).toMatchObject({ isStopped: false });
  const { pathname, search } = new URL(oldLinks.unsubscribe.oneClick);
  expect((await unsubscribe(request(pathname + search, "POST"))).status).toBe(200);
  expect(await findSubscriptionByToken(token(oldLinks.unsubscribe.page))).toMatchObject({ isStopped: true });
});

test.each(["code", "qrText"] as const)("tickets printed earlier get in, by their %s", async (said) => {
  const event = await eventOf(oldLinks.ticketsOf);
  const { id, name } = await userOf("door@example.com");
  const at = new Date(event.startsAt.getTime() - 3_600_000);
  const scanned = async (text: string) =>
    checkIn(
      db,
      { event, viewer: { id, name } },
      { id: crypto.randomUUID(), ticket: { text }, device: "Door B", anyDay: false, at },
    );
  for (const ticket of oldLinks.tickets) {
    if (!ticket.isIn) await db.update(tickets).set({ checkedInAt: null }).where(eq(tickets.code, ticket.code));
    const outcome = ticket.isIn ? "already_in" : "admitted";
    expect(await scanned(ticket[said])).toMatchObject({ ok: true, answer: { outcome } });
  }
});

test.each([
  ["sorensen", "Ingrid Sørensen", 0],
  ["perez ana", "Ana Pérez", 14],
  ["ben@example.c", "Ben O’Brien", 8],
  ["obrien", "Ben O’Brien", 8],
  ["ева петрова", "Ёва Петрова", 7],
  ["恵", "山田 恵", 2],
])("%s finds %s, and the tickets in that name", async (typed, name, held) => {
  const found = await listUsers(userSearchSchema.parse({ q: typed }), 0);
  expect(found.users.map((user) => user.name)).toEqual([name]);
  const query = peopleQuery(typed);
  const theirs = await db.select().from(tickets).where(sql`${tickets.search} @@ ${query}::tsquery`);
  expect(theirs.map(({ holderName }) => holderName)).toEqual(Array(held).fill(name));
});

test.each([
  ["strassenfest", "straßenfest-am-markt"],
  ["音楽", "秋の音楽祭"],
  ["ВЕЧЕ дунаву", "вече-на-дунаву"],
  ["امسيه", "أمسية-في-الكويت"],
])("%s finds %s", async (typed, slug) => {
  const found = await db
    .select()
    .from(events)
    .where(sql`${events.search} @@ ${searchQuery(typed)}::tsquery`);
  expect(found.map((event) => [event.slug, event.folding])).toEqual([[slug, FOLDING_VERSION]]);
});

test("drafts hold what was typed", async () => {
  const drafts = await db.select().from(events).where(eq(events.status, "draft"));
  expect(drafts).toHaveLength(6);
  for (const draft of drafts) {
    const typed = draft.form as EventForm;
    expect(toEventForm(draft, [])).toMatchObject({ ...typed });
  }
  expect(toEventForm(await eventOf("концерт-на-неве"), [])).toMatchObject({
    ...{ startsAt: "soon", timeZone: "EST", currency: "COP" },
    ticketTypes: [{ price: "about 90000,5" }],
  });
});
