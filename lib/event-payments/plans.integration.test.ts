import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sql as client, db } from "@/db/client";
import { connect } from "@/db/connect";
import { getBookingsPage } from "@/lib/attendees/bookings-list";
import { parseAttendeeSearch } from "@/lib/attendees/search-schema";
import { env } from "@/lib/env";
import { countRefunds } from "@/lib/operations/refunds";
import { listOrganizerAlerts } from "@/lib/organize/overview";
import { makeEvent, makeMember } from "@/test/factories";
import { listPaymentIssues } from "./issues";
import { getLedgerPage, getLedgerTotals } from "./ledger";

afterAll(() => client.end());

const EVENTS = 8;
const BOOKINGS = 5_000;
let event: Awaited<ReturnType<typeof makeEvent>>;

// Eight events with 5,000 paid bookings each, a fifth of them refunded.
beforeAll(async () => {
  const { organizerId } = await makeMember(db);
  const ids: number[] = [];
  for (let index = 0; index < EVENTS; index += 1) {
    event = await makeEvent(db, { organizerId, capacity: 0, ticketTypes: [{ price: 900 }] });
    ids.push(event.id);
  }
  // What fills it takes longer than the application's own pool waits for an answer.
  const { db: filling, close } = connect(env.DATABASE_URL, { max: 1 });
  await filling.execute(sql`drop index tickets_words_idx, users_words_idx`);
  await filling.execute(sql`
    insert into users (name, email) select 'P', 'paid-' || n || '@quorix.test' from generate_series(1, ${BOOKINGS}) n`);
  await filling.execute(sql`
    insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
      idempotency_key, booked_at, confirmed_at)
    select 'R' || e.id || 'X' || u.id, e.id, u.id, 'confirmed', 1, 900, 'EUR', 'checkout', e.id::text, now(), now()
    from users u cross join unnest(${`{${ids.join(",")}}`}::bigint[]) e (id) where u.email like 'paid-%'`);
  await filling.execute(sql`
    insert into payments (event_id, booking_id, provider, status, amount, captured_amount, currency, idempotency_key, created_at)
    select event_id, id, 'stripe', 'captured', 900, 900, 'EUR', id, now() - id * interval '1 second' from bookings`);
  await filling.execute(sql`
    insert into refunds (event_id, payment_id, booking_id, amount, status, reason, key, created_at)
    select event_id, id, booking_id, 300, 'succeeded', 'team', id, created_at from payments where id % 5 = 0`);
  await filling.execute(sql`analyze`);
  await close();
}, 120_000);

async function plansOf(ask: () => Promise<unknown>) {
  const execute = vi.spyOn(db, "execute");
  await ask();
  const queries = execute.mock.calls.map(([query]) => query);
  execute.mockRestore();
  const plans: string[] = [];
  for (const query of queries) {
    if (typeof query === "string") throw new Error("a query without parameters");
    const rows = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans;
}

const filtered = (payment: string) => {
  const search = parseAttendeeSearch({ payment });
  if (search.view !== "bookings") throw new Error("not of bookings");
  return getBookingsPage(event.id, search, null);
};

it.each<[string, () => Promise<unknown>]>([
  ["what needs a person", () => listPaymentIssues(event.id)],
  ["the first page of the ledger", () => getLedgerPage(event.id, {})],
  ["a page of the ledger by a reference", () => getLedgerPage(event.id, { q: `R${event.id}X12` })],
  ["the second page", async () => getLedgerPage(event.id, { after: (await getLedgerPage(event.id, {})).next ?? "" })],
  ["the totals", () => getLedgerTotals(event.id)],
  ["what a cancellation would refund", () => countRefunds(event.id)],
  ["the bookings that are paid", () => filtered("paid")],
  ["the bookings that are not", () => filtered("unpaid")],
  [
    "the alerts of the overview",
    () => listOrganizerAlerts([{ organizerId: event.organizerId, slug: "o", name: "O", role: "owner" }]),
  ],
])("%s reads the rows of its event only, in well under a second", async (_, ask) => {
  const startedAt = performance.now();
  await ask();
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  for (const plan of await plansOf(ask)) expect(plan).not.toMatch(/Seq Scan on (bookings|payments)\b/);
});
