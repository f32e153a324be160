import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { reconcileCounters } from "./seat-counters";

// Without the timeouts of the application's pool: the audit may take long.
const { db, close } = connect(env.DATABASE_URL, {
  max: 4,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
});

/** `npm run audit:inventory [-- --fix]`: audits every event, exits 1 while any counter differs. */
async function reportDrift() {
  const events = await auditEventInventory(db);
  const types = await auditTicketTypeInventory(db);
  for (const event of events) {
    const { slug, capacity, availableTickets, waitlistTickets, taken } = event;
    const sum = availableTickets + waitlistTickets + taken;
    console.log(
      `${slug}: ${availableTickets} available + ${waitlistTickets} for the waitlist + ${taken} taken = ${sum}, capacity ${capacity}`,
    );
  }
  for (const type of types) console.log(`ticket type ${type.code}: sold says ${type.sold}, its bookings ${type.taken}`);
  return new Set([...events.map((event) => event.id), ...types.map((type) => type.eventId)]);
}

const drifted = await reportDrift();
if (drifted.size > 0 && process.argv.includes("--fix")) {
  const manager = new BookingConcurrencyManager({ db, redis: null });
  for (const eventId of drifted) await reconcileCounters(manager, { eventId });
  console.log("Reconciled what could be reconciled; auditing again.");
  drifted.clear();
  for (const eventId of await reportDrift()) drifted.add(eventId);
}
console.log(drifted.size === 0 ? "Inventory is clean." : `${drifted.size} events differ.`);
await close();
process.exitCode = drifted.size === 0 ? 0 : 1;
