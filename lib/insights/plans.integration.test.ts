import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sql as client, db } from "@/db/client";
import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { makeEvent, makeMember } from "@/test/factories";
import { eventInsights } from "./event-insights";
import { organizerInsights } from "./organizer-insights";

afterAll(() => client.end());

const BOOKINGS = 20_000;
let event: Awaited<ReturnType<typeof makeEvent>>;

// Nine in ten bookings are of one event: where an index saves least, and a planner is tempted most.
beforeAll(async () => {
  const { organizerId } = await makeMember(db);
  event = await makeEvent(db, { organizerId, capacity: 0, ticketTypes: [{ price: 900 }] });
  const others: number[] = [];
  for (let index = 0; index < 40; index += 1) others.push((await makeEvent(db, { organizerId })).id);
  const type = event.ticketTypes[0]?.id ?? 0;
  // What fills it takes longer than the application's own pool waits for an answer.
  const { db: filling, close } = connect(env.DATABASE_URL, { max: 1 });
  await filling.execute(sql`drop index tickets_words_idx, users_words_idx`);
  await filling.execute(sql`
    insert into users (name, email) select 'P', 'plan-' || n || '@quorix.test' from generate_series(1, ${BOOKINGS}) n`);
  await filling.execute(sql`
    insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
      idempotency_key, booked_at, confirmed_at, cancelled_at)
    select 'P' || id, case when id % 10 = 0 then ${Math.min(...others)} + id / 10 % ${others.length} else ${event.id} end, id,
      (case when id % 7 = 0 then 'cancelled' else 'confirmed' end)::booking_status, 1, 900, 'EUR', 'checkout', 'plan',
      now() - id * interval '5 minutes', now() - id * interval '5 minutes',
      case when id % 7 = 0 then now() end
    from users where email like 'plan-%' order by 2`);
  await filling.execute(sql`
    insert into booking_items (booking_id, ticket_type_id, quantity, unit_price) select id, ${type}, 1, 900 from bookings`);
  await filling.execute(sql`
    insert into tickets (booking_id, event_id, ticket_type_id, code, holder_name)
    select id, event_id, ${type}, md5(id::text), 'P' from bookings order by event_id`);
  await filling.execute(sql`
    insert into waitlist_entries (event_id, user_id, quantity, status, joined_at)
    select event_id, user_id, 2, 'waiting', booked_at from bookings order by event_id`);
  await filling.execute(sql`
    insert into payments (event_id, booking_id, provider, status, amount, captured_amount, currency, idempotency_key)
    select event_id, id, 'stripe', 'captured', 900, 900, 'EUR', id from bookings`);
  await filling.execute(sql`analyze`);
  await close();
}, 120_000);

/** The plans of what a page asks, and how many questions that was. */
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

it.each([
  ["an event's", () => eventInsights(event)],
  ["all events'", () => organizerInsights([event.organizerId], null)],
  ["all events' of a month", () => organizerInsights([event.organizerId], new Date(Date.now() - 30 * 86_400_000))],
])("%s insights are six queries, none of which reads all bookings, tickets, entries or payments", async (_, ask) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeLessThanOrEqual(6);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (bookings|tickets|waitlist_entries|payments)\b/);
});
