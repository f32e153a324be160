import { eq, inArray } from "drizzle-orm";
import { openProductionApp } from "@/bench/production-app";
import { shutdown } from "@/bench/shutdown";
import { connect } from "@/db/connect";
import { bookings, tickets } from "@/db/schema";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import type { Message } from "@/local/email-store";
import { makeEvent, makePeople } from "@/test/factories";
import { Browser, RetryableError } from "./browser";
import { startKillable } from "./killable-server";

/**
 * 500 people book through the production server, by the forms a browser without scripts sends.
 * In the middle the server is killed with SIGKILL and started again. Afterwards every booking that was acknowledged
 * has to be there with its ticket, and each has to have exactly one confirmation email in the inbox.
 */
const BUYERS = 500;
const AT_ONCE = 12;
const KILL_AFTER = 200;

const app = await openProductionApp("crash");
const { db, close } = connect(app.env.DATABASE_URL ?? "", { max: 4 });
const event = await makeEvent(db, { capacity: BUYERS, name: "A night with a power cut" });
const emailOf = (buyer: number) => `crash-${buyer}@quorix.test`;
const values = Array.from({ length: BUYERS }, (_, buyer) => ({
  name: `Buyer ${buyer}`,
  email: emailOf(buyer),
  emailVerifiedAt: new Date(),
  sessionsValidFrom: new Date(0),
}));
const buyers = await makePeople(db, values);

const server = await startKillable(app);
let isKilled = false;
let retryCount = 0;
const acknowledged = new Set<string>();

function kill() {
  isKilled = true;
  console.log(`  kill -9 of the server after ${acknowledged.size} acknowledged bookings`);
  void server.kill();
}

async function book(userId: number) {
  const browser = await Browser.open(server.url, userId, app.env.NEXTAUTH_SECRET ?? "");
  const code = event.ticketTypes[0]?.code;
  const held = await browser.post(`/events/${event.slug}`, { [`quantity.${code}`]: "1" }, "Reserve");
  const checkout = new URL(held, server.url).pathname;
  if (checkout.startsWith("/bookings/")) return checkout;
  if (!checkout.startsWith("/checkout/")) throw new Error(`Reserve led to ${held}`);
  const fields = { "holders.0.name": "Somebody", terms: "on" };
  return new URL(await browser.post(checkout, fields, "Confirm booking"), server.url).pathname;
}

async function bookWithRetries(userId: number) {
  for (;;) {
    try {
      const path = await book(userId);
      if (!path.startsWith("/bookings/")) throw new Error(`Confirm booking led to ${path}`);
      acknowledged.add(path.slice("/bookings/".length));
      if (acknowledged.size >= KILL_AFTER && !isKilled) kill();
      return;
    } catch (error) {
      retryCount += 1;
      if (!(error instanceof RetryableError) || retryCount > 100 * AT_ONCE) throw error;
      await server.running();
      await new Promise((settle) => setTimeout(settle, 250));
    }
  }
}

console.log(`${BUYERS} people book, ${AT_ONCE} at once`);
const queue = [...buyers];
const worker = async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await bookWithRetries(next);
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
console.log(
  `  ${acknowledged.size} acknowledged, ${retryCount} requests lost to the kill, or refused as busy, and retried`,
);

const rows = await db
  .select({ reference: bookings.reference, status: bookings.status, tickets: tickets.id })
  .from(bookings)
  .leftJoin(tickets, eq(tickets.bookingId, bookings.id))
  .where(inArray(bookings.reference, [...acknowledged]));
const complete = rows.filter((row) => row.status === "confirmed" && row.tickets !== null).length;

/** Emails in the inbox, by recipient; polled until each buyer has one, for as long as the sweeps may take. */
async function waitForConfirmationEmails() {
  for (const deadline = Date.now() + 10 * 60_000; ; ) {
    const inbox = (await (await fetch(`${app.urls.inbox}/api/messages`)).json()) as Message[];
    const emails = inbox.filter((email) => email.to.some((to) => to.startsWith("crash-")));
    if (new Set(emails.flatMap((email) => email.to)).size >= BUYERS || Date.now() > deadline) return emails;
    await new Promise((settle) => setTimeout(settle, 500));
  }
}
const emails = await waitForConfirmationEmails();
const drift = [...(await auditEventInventory(db, event.id)), ...(await auditTicketTypeInventory(db, event.id))];
const counts = {
  "acknowledged bookings": acknowledged.size,
  "of them confirmed, with their ticket": complete,
  "people with a confirmation email": new Set(emails.flatMap((email) => email.to)).size,
  "confirmation emails": emails.length,
  "emails the server took twice (same Message-ID)": emails.filter((email) => email.deliveries > 1).length,
  "counters that differ": drift.length,
};
for (const [name, value] of Object.entries(counts)) console.log(`  ${String(value).padStart(4)}  ${name}`);
const holds = acknowledged.size === BUYERS && complete === BUYERS && emails.length === BUYERS && drift.length === 0;
console.log(holds ? "No acknowledged booking was lost, and nobody got two emails." : "This does not hold.");
await close();
await shutdown.end(holds ? 0 : 1);
