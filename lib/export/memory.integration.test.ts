import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { makeEvent } from "@/test/factories";

// What fills it takes longer than the application's own pool waits for an answer.
const { db, close } = connect(env.DATABASE_URL, { max: 1 });
afterAll(close);

const downloadCli = fileURLToPath(new URL("../../test/download-cli.ts", import.meta.url));
const BOOKINGS = 25_000;
const TICKETS_EACH = 4;

async function bigEvent() {
  const event = await makeEvent(db, { capacity: 0, ticketTypes: [{ name: "Floor", price: 1200 }] });
  const type = event.ticketTypes[0]?.id ?? 0;
  // Nobody searches here, and what is written refers to what was written before: keeping indexes up and looking up
  // every reference takes longer than the rest.
  await db.execute(sql`drop index tickets_words_idx, users_words_idx`);
  await db.execute(sql`set session_replication_role = replica`);
  await db.execute(sql`
    insert into users (name, email, email_verified_at)
    select '=Person ' || n || ' محمد 🎉', 'memory-' || n || '@quorix.test', now() from generate_series(1, ${BOOKINGS}) n`);
  await db.execute(sql`
    insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
      idempotency_key, booked_at, confirmed_at)
    select 'M' || id, ${event.id}, id, 'confirmed', ${TICKETS_EACH}, 4800, 'EUR', 'checkout', 'memory', now(), now()
    from users where email like 'memory-%'`);
  await db.execute(sql`
    insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
    select id, ${type}, ${TICKETS_EACH}, 1200 from bookings where event_id = ${event.id}`);
  await db.execute(sql`
    insert into tickets (booking_id, event_id, ticket_type_id, code, holder_name, holder_email)
    select b.id, ${event.id}, ${type}, md5(b.id || '-' || n), '@Guest ' || n || ' of ' || b.id, 'guest@quorix.test'
    from bookings b cross join generate_series(1, ${TICKETS_EACH}) n where b.event_id = ${event.id}`);
  await db.execute(sql`analyze`);
  return event;
}

it("100,000 rows stream with less than 100 MB more memory, as CSV and as XLSX", { timeout: 240_000 }, async () => {
  const event = await bigEvent();
  for (const format of ["csv", "xlsx"]) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--expose-gc", "--import", "tsx", downloadCli, JSON.stringify(event), format],
      { env: { ...process.env, TSX_TSCONFIG_PATH: "test/tsconfig.worker.json", LOG_LEVEL: "error" } },
    );
    const { bytes, lines, megabytes } = JSON.parse(stdout);
    console.log(`100,000 rows as ${format}: ${(bytes / 1e6).toFixed(1)} MB, ${megabytes.toFixed(1)} MB of memory more`);
    if (format === "csv") expect(lines).toBe(BOOKINGS * TICKETS_EACH + 1);
    expect(megabytes, `${format}, in MB`).toBeLessThan(100);
  }
});
