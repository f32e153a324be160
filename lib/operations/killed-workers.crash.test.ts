import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { and, eq, ne } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookingItems, bookings, events, operationRecipients, tickets, ticketTypes } from "@/db/schema";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { makePeople, ticketHolder } from "@/test/factories";
import { readOperationOutcome } from "@/test/operations";
import { cancelEvent } from "./cancel-event";

const BOOKINGS = 500;
/** Emails that a worker sends at once. A killed worker may repeat emails that it sent but did not record. */
const IN_HAND = 5;
const root = fileURLToPath(new URL("../..", import.meta.url));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

/** An event sold out to 500 people, one ticket each. */
async function packedHouse() {
  const event = await testBookings.event({ capacity: BOOKINGS, availableTickets: 0 });
  const ticketTypeId = event.ticketTypes[0]?.id ?? 0;
  await db.update(ticketTypes).set({ sold: BOOKINGS }).where(eq(ticketTypes.id, ticketTypeId));
  const guests = Array.from({ length: BOOKINGS }, (_, at) => ({
    name: `Guest ${at}`,
    email: `guest-${at}@quorix.test`,
  }));
  const people = await makePeople(db, guests);
  const booked = await db
    .insert(bookings)
    .values(
      people.map((id) => ({
        ...{ eventId: event.id, userId: id, reference: `G${id}`, idempotencyKey: "guest", currency: "EUR" },
        ...{ status: "confirmed" as const, source: "checkout" as const, numberOfTickets: 1, totalPrice: 0 },
        ...{ bookedAt: new Date(), confirmedAt: new Date() },
      })),
    )
    .returning({ id: bookings.id });
  const one = booked.map(({ id }) => ({ bookingId: id, ticketTypeId }));
  await db.insert(bookingItems).values(one.map((item) => ({ ...item, quantity: 1, unitPrice: 0 })));
  await db
    .insert(tickets)
    .values(one.map((item) => ({ ...item, eventId: event.id, code: `T${item.bookingId}`, ...ticketHolder("Guest") })));
  return event;
}

function startWorker(operationId: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "test/operation-cli.ts", operationId], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: "test/tsconfig.worker.json", LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Runs a worker until `isTime`, and then kills it. */
async function killedWhen(operationId: string, isTime: () => Promise<boolean>) {
  const worker = startWorker(operationId);
  const ended = once(worker, "exit");
  await vi.waitUntil(isTime, { timeout: 60_000, interval: 20 });
  worker.kill("SIGKILL");
  const [, signal] = await ended;
  expect(signal, "it was killed in the middle, and had not finished").toBe("SIGKILL");
}

test("workers that are killed cancel an event with 500 bookings: one email each, nothing left over", async () => {
  const event = await packedHouse();
  const actorId = await testBookings.user();
  const started = await cancelEvent(testBookings.manager, { eventId: event.id, actorId, reason: "A power cut." });
  if (!started.ok || started.operationId === null) throw new Error("not cancelled");
  const { operationId } = started;
  const recipients = (status?: "done") =>
    db.$count(
      operationRecipients,
      and(eq(operationRecipients.operationId, operationId), status && eq(operationRecipients.status, status)),
    );

  // While bookings are being cancelled, and twice while emails are being sent.
  await killedWhen(operationId, async () => (await recipients()) > 0);
  await expectCleanInventory(db);
  await killedWhen(operationId, async () => (await recipients("done")) >= 100);
  await killedWhen(operationId, async () => (await recipients("done")) >= 300);
  const [code] = await once(startWorker(operationId), "exit");
  expect(code).toBe(0);

  const { operation, statuses } = await readOperationOutcome(operationId);
  expect(operation?.finishedAt).toEqual(expect.any(Date));
  expect(statuses).toEqual(Array(BOOKINGS).fill("done"));
  const standing = and(eq(bookings.eventId, event.id), ne(bookings.status, "cancelled"));
  expect(await db.$count(bookings, standing)).toBe(0);
  expect(await db.$count(tickets, and(eq(tickets.eventId, event.id), eq(tickets.status, "valid")))).toBe(0);
  await expectCleanInventory(db);
  expect(await db.select({ left: events.availableTickets }).from(events).where(eq(events.id, event.id))).toEqual([
    { left: BOOKINGS },
  ]);

  const inbox = await emailServer.messages();
  expect(inbox).toHaveLength(BOOKINGS);
  expect(new Set(inbox.flatMap((one) => one.to)).size).toBe(BOOKINGS);
  expect(new Set(inbox.map((one) => one.subject))).toEqual(new Set([`Event cancelled: ${event.name}`]));
  // Duplicates have the same Message-ID, and mailboxes show them once.
  expect(inbox.filter((one) => one.deliveries > 1).length).toBeLessThanOrEqual(2 * IN_HAND);
}, 240_000);
