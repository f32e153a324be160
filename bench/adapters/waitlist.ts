import { Redis } from "@upstash/redis";
import { openHotEvents } from "@/bench/hot-event";
import { connect } from "@/db/connect";
import type { LockEvent } from "@/lib/inventory/load";
import { answer } from "./answer";
import { isBeforeInventory, moduleOf, openManager } from "./manager";

/** Reservations, waitlist joins, and one freed seat for a long waitlist, by this commit's own code. */
const { DATABASE_URL = "", UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = process.env;
const hot = await openHotEvents(DATABASE_URL, Number(process.env.PEOPLE));
const { sql } = hot;
// As lib/redis/client has it.
const signal = () => AbortSignal.timeout(1_000);
const redis = new Redis({ url, token, retry: false, signal, enableTelemetry: false });
const { announceSalesChange } = await moduleOf<typeof import("@/lib/events/sales-snapshot")>("events/sales-snapshot");
const lock = { grantedAt: 0 };
const { lockEventRow } = await moduleOf<{ lockEventRow: LockEvent }>(
  isBeforeInventory ? "booking/locked-event" : "inventory/load",
);
const manager = await openManager({
  db: connect(DATABASE_URL, { max: 10 }).db,
  redis,
  onChange: (slug) => announceSalesChange(redis, slug),
  lockEvent: async (tx, id) => {
    const row = await lockEventRow(tx, id);
    lock.grantedAt = performance.now();
    return row;
  },
});

type Crowd = { people: number; atOnce: number };

/** A closed loop: answers a second, and how many of them failed. */
async function crowd({ people, atOnce }: Crowd, ask: (userId: number) => Promise<{ ok: boolean }>) {
  const began = performance.now();
  let next = 0;
  let given = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < people) {
        const userId = hot.people.first + next;
        next += 1;
        if ((await ask(userId)).ok) given += 1;
      }
    }),
  );
  return { perSecond: (given / (performance.now() - began)) * 1_000, others: people - given };
}

async function soldOut(seats: { freed: number }) {
  const event = await hot.open();
  await sql`update events set capacity = ${seats.freed}, available_tickets = 0, waitlist_tickets = ${seats.freed}
    where id = ${event.eventId}`;
  return event;
}

/** Milliseconds from the row lock to the answer, over all conversion runs that one freed seat causes. */
async function underLock(eventId: number) {
  let milliseconds = 0;
  for (;;) {
    const result = await manager.convertWaitlist({ eventId });
    milliseconds += performance.now() - lock.grantedAt;
    if (!result.ok) throw new Error(`the waitlist was not converted: ${result.code}`);
    if (result.converted + result.offered > 0) throw new Error("somebody was served who cannot be");
    if (!result.more) return milliseconds;
  }
}

async function wait(eventId: number, entries: { count: number; quantity: number; ticketTypeId: number | null }) {
  const { count, quantity, ticketTypeId } = entries;
  await sql`insert into waitlist_entries (event_id, user_id, ticket_type_id, quantity, joined_at)
    select ${eventId}, ${hot.people.first}::bigint + n, ${ticketTypeId}, ${quantity}, now() + n * interval '1 ms'
    from generate_series(0, ${count - 1}::int) n`;
  await sql`analyze waitlist_entries`;
}

answer({
  reserve: async (input: Crowd) => {
    const { eventId, ticketTypeCode } = await hot.open();
    const items = [{ ticketTypeCode, quantity: 1 }];
    return crowd(input, (userId) => manager.reserve({ eventId, userId, items, idempotencyKey: crypto.randomUUID() }));
  },
  join: async (input: Crowd) => {
    const { eventId } = await soldOut({ freed: 0 });
    const entry = { eventId, quantity: 1, acceptFewer: false, ticketTypeCode: null };
    return crowd(input, (userId) => manager.joinWaitlist({ ...entry, userId }));
  },
  tooLarge: async (count: number) => {
    const { eventId } = await soldOut({ freed: 1 });
    await wait(eventId, { count, quantity: 4, ticketTypeId: null });
    return underLock(eventId);
  },
  typeSoldOut: async (count: number) => {
    const { eventId, ticketTypeId } = await soldOut({ freed: 1 });
    await sql`update ticket_types set quota = 1, sold = 1 where id = ${ticketTypeId}`;
    await sql`insert into ticket_types (event_id, code, name, price, position)
      values (${eventId}, ${crypto.randomUUID()}, 'Another', 100, 1)`;
    await wait(eventId, { count, quantity: 1, ticketTypeId });
    return underLock(eventId);
  },
});
