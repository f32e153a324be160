import { sql } from "drizzle-orm";
import { connect } from "@/db/connect";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { makeEvent } from "@/test/factories";
import { seededRandom } from "@/test/random";
import { AppProcess } from "./app-process";
import { injectFaults, planFaults } from "./faults";
import type { ProcessSettings } from "./messages";

export type ProofInput = {
  /** An empty database with the schema. Without locks its data ends up wrong. */
  databaseUrl: string;
  redis: ProcessSettings["redis"];
  buyers: number;
  seats: number;
  processes: number;
  kills: number;
  seed: number;
  /** Without locks, the database's own constraint against overselling is dropped, too. */
  hasLocks: boolean;
  onStart?: (apps: AppProcess[]) => void;
};

const CONCURRENCY = 64;
const MAX_ATTEMPTS = 500;
const RETRY_MS = 50;
const retryableCodes = new Set(["LOST", "ERROR", "BUSY", "UNKNOWN", "BOOKING_IN_PROGRESS"]);
const soldOutCodes = new Set(["SOLD_OUT", "NOT_ENOUGH_LEFT"]);

/**
 * All buyers want one of the seats, from several processes at once, while processes and database connections are
 * killed. A buyer who gets no answer retries with the same key, as the page does. The answers are kept here, outside of
 * everything that is killed, and compared with the database at the end.
 */
export async function runProof(input: ProofInput) {
  const { databaseUrl, redis, buyers, seats, kills, hasLocks } = input;
  const { db, sql: admin, close } = connect(databaseUrl, { max: 1 });
  if (!hasLocks) await db.execute(sql`alter table events drop constraint events_counters_not_negative`);
  const event = await makeEvent(db, { capacity: seats });
  const people = await admin<{ id: number }[]>`
    insert into users (name, email) select 'Buyer ' || n, 'buyer-' || n || '@quorix.test'
    from generate_series(1, ${buyers}::int) n returning id::int`;
  const setting = { databaseUrl, redis, eventId: event.id, ticketTypeCode: event.ticketTypes[0]?.code ?? "", hasLocks };
  const apps = Array.from({ length: input.processes }, () => new AppProcess(setting));
  input.onStart?.(apps);

  const plan = planFaults(seededRandom(input.seed), { kills, seats, buyers });
  const havoc = injectFaults(plan, apps, admin);
  const acknowledged = new Map<number, string>();
  const refused = { soldOut: 0, nothing: 0, triesAgain: 0 };

  async function buy(userId: number) {
    const idempotencyKey = crypto.randomUUID();
    for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1) {
      const answer = await apps[(userId + tries) % apps.length]?.reserve(userId, idempotencyKey);
      if (answer?.reference !== undefined) acknowledged.set(userId, answer.reference);
      else if (answer && soldOutCodes.has(answer.code)) refused.soldOut += 1;
      else if (answer && !retryableCodes.has(answer.code)) throw new Error(`a buyer was told ${answer.code}`);
      else {
        refused.triesAgain += 1;
        await new Promise((settle) => setTimeout(settle, RETRY_MS));
        continue;
      }
      return havoc.onAnswer(acknowledged.size + refused.soldOut);
    }
    refused.nothing += 1;
  }

  const began = performance.now();
  const queue = people.map((person) => person.id);
  const buyer = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await buy(next);
  };
  try {
    await Promise.all(apps.map((app) => app.ready));
    await Promise.all(Array.from({ length: CONCURRENCY }, buyer));
    const killed = await havoc.settled();
    const seconds = (performance.now() - began) / 1_000;
    return {
      ...refused,
      killed,
      seconds,
      acknowledged: acknowledged.size,
      ...(await compareWithDatabase(db, event.id, acknowledged)),
    };
  } finally {
    for (const app of apps) app.stop();
    await close();
  }
}

/** Compares the answers that buyers got with the bookings in the database. */
async function compareWithDatabase(
  db: ReturnType<typeof connect>["db"],
  eventId: number,
  acknowledged: Map<number, string>,
) {
  const rows = await db.execute<{ userId: number; reference: string; seats: number }>(sql`
    select user_id::int as "userId", reference, number_of_tickets as "seats" from bookings
    where event_id = ${eventId} and status in ('pending', 'confirmed')`);
  const held = new Set(rows.map((row) => `${row.userId} ${row.reference}`));
  const promised = new Set(Array.from(acknowledged, ([userId, reference]) => `${userId} ${reference}`));
  return {
    seatsSold: rows.reduce((sum, row) => sum + row.seats, 0),
    /** Bookings that a buyer was promised and that do not exist. */
    lost: [...promised].filter((one) => !held.has(one)).length,
    /** Bookings that no buyer was told about. */
    unreported: [...held].filter((one) => !promised.has(one)).length,
    peopleWithTwo: rows.length - new Set(rows.map((row) => row.userId)).size,
    drift: [...(await auditEventInventory(db, eventId)), ...(await auditTicketTypeInventory(db, eventId))].length,
  };
}

export type Outcome = Awaited<ReturnType<typeof runProof>>;
