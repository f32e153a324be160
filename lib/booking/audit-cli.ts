import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { reconcileCounters } from "./seat-counters";

// Counting takes as long as it takes, where the application's own pool gives up on a silent database.
const { db, close } = connect(env.DATABASE_URL, {
  max: 4,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
});

/** `npm run audit:inventory [-- --fix]`: recounts every event, exits 1 while any differs. */
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
  console.log("Mended what could be mended; counting again.");
  drifted.clear();
  for (const eventId of await reportDrift()) drifted.add(eventId);
}
console.log(drifted.size === 0 ? "Inventory is clean." : `${drifted.size} events differ.`);
await close();
process.exitCode = drifted.size === 0 ? 0 : 1;
