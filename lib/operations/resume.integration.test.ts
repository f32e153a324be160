import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq, sql as raw } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { bookings, emailDeliveries, operationRecipients, operations, outbox, users } from "@/db/schema";
import { operationStarted } from "@/inngest/events";
import { type DeliveryFailure, deliver, EmailRejectedError } from "@/lib/email/deliver";
import type { Email } from "@/lib/email/email";
import { openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { makePeople } from "@/test/factories";
import { readOperationOutcome, runOperation } from "@/test/operations";
import { failureReasons } from "@/texts/messages";
import { findOperation, findStalledOperations } from "./operation";
import { recordRecipients } from "./record-recipients";
import { retryFailedRecipients } from "./retry";
import { startOperation } from "./start";

const real = vi.hoisted(() => ({ deliver: null as ((email: Email) => Promise<{ ok: true; sent: boolean }>) | null }));
vi.mock("@/lib/email/deliver", async (original) => {
  const actual = await original<typeof import("@/lib/email/deliver")>();
  real.deliver = actual.deliver;
  return { ...actual, deliver: vi.fn() };
});

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

/** The mail server's result for each email: a failure, an error, or null to accept it. */
function mailServer(answer: (email: Email) => DeliveryFailure | Error | null) {
  vi.mocked(deliver).mockImplementation(async (one) => {
    const refused = answer(one);
    if (refused instanceof Error) throw refused;
    if (refused) throw new EmailRejectedError("not accepted", refused);
    if (!real.deliver) throw new Error("nothing to deliver with");
    return real.deliver(one);
  });
}

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  vi.mocked(deliver).mockReset();
  mailServer(() => null);
});

async function messageTo(people: number) {
  const event = await testBookings.event({ capacity: people });
  const userIds: number[] = [];
  for (let at = 0; at < people; at += 1) userIds.push((await testBookings.book(event)).userId);
  const startedBy = await testBookings.user();
  const detail = { audience: { kind: "all" }, subject: "Hello", body: "Hello", replies: false } as const;
  const { operationId } = await db.transaction((tx) =>
    startOperation(tx, { kind: "message", eventId: event.id, startedBy, detail }),
  );
  const addresses = await Promise.all(
    userIds.map(async (id) => (await db.select().from(users).where(eq(users.id, id)))[0]?.email ?? ""),
  );
  const inboxes = () =>
    Promise.all(
      addresses.map(async (address) => (await emailServer.messages(address)).map(({ deliveries }) => deliveries)),
    );
  const by = { operationId, actorId: startedBy, organizerId: event.organizerId };
  return { event, operationId, addresses, inboxes, by };
}

test("a refused address fails with the reason, the others get their email, and it can be retried", async () => {
  const { operationId, addresses, inboxes, by } = await messageTo(3);
  mailServer(({ to }) => (to.address === addresses[1] ? "refused" : null));
  expect((await runOperation(operationId)).result).toEqual({ finished: true });
  expect((await readOperationOutcome(operationId)).recipients).toMatchObject([
    { status: "done", reason: null },
    { status: "failed", reason: failureReasons.refused },
    { status: "done", reason: null },
  ]);

  mailServer(() => null);
  await db.delete(outbox);
  const [once, twice] = await Promise.all([retryFailedRecipients(by), retryFailedRecipients(by)]);
  expect([once.people, twice.people].toSorted()).toEqual([0, 1]);
  expect(await db.select().from(outbox)).toMatchObject([{ name: operationStarted.name, data: { operationId } }]);
  expect((await readOperationOutcome(operationId)).operation?.finishedAt).toBeNull();
  await runOperation(operationId);
  expect((await readOperationOutcome(operationId)).statuses).toEqual(["done", "done", "done"]);
  expect(await inboxes()).toEqual([[1], [1], [1]]);
});

test("a mail server that is down is retried with growing pauses, then all recipients fail with the reason", async () => {
  const { operationId, inboxes } = await messageTo(12);
  const pauses: string[] = [];
  mailServer(() => "unavailable");
  expect((await runOperation(operationId, (name) => void pauses.push(name))).result).toEqual({ finished: true });
  const { recipients, operation } = await readOperationOutcome(operationId);
  expect(new Set(recipients.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
    new Set([`failed: ${failureReasons.unavailable}`]),
  );
  expect(operation?.finishedAt).toEqual(expect.any(Date));
  expect(pauses).toHaveLength(7);
  // A pass ends after a few failures in a row.
  expect(vi.mocked(deliver).mock.calls.length).toBeLessThan(12 * 8);
  expect(await inboxes()).toEqual(Array(12).fill([]));
});

test("sending continues once the mail server is back", async () => {
  const { operationId, inboxes } = await messageTo(12);
  let taken = 0;
  mailServer(() => {
    taken += 1;
    return taken > 4 ? "unavailable" : null;
  });
  await runOperation(operationId, () => mailServer(() => null));
  expect((await readOperationOutcome(operationId)).statuses).toEqual(Array(12).fill("done"));
  expect(await inboxes()).toEqual(Array(12).fill([1]));
});

test("a deferred address doesn't delay the others, and is retried later", async () => {
  const { operationId, addresses, inboxes } = await messageTo(3);
  mailServer(({ to }) => (to.address === addresses[0] ? "deferred" : null));
  const before: string[][] = [];
  await runOperation(operationId, async () => {
    before.push((await readOperationOutcome(operationId)).statuses);
    mailServer(() => null);
  });
  expect(before[0]).toEqual(["left", "done", "done"]);
  expect(await inboxes()).toEqual([[1], [1], [1]]);
});

test("an email of a dead process waits until its lease expires", async () => {
  const { operationId, addresses, inboxes } = await messageTo(2);
  await recordRecipients(await findOperation(operationId), 0);
  const [first] = (await readOperationOutcome(operationId)).recipients;
  const key = `message:${operationId}:${first?.userId}`;
  await db.insert(emailDeliveries).values({ key, to: addresses[0] ?? "", subject: "Hello", messageId: `<${key}@x>` });
  let waited = 0;
  await runOperation(operationId, async () => {
    waited += 1;
    expect((await readOperationOutcome(operationId)).statuses).toEqual(["left", "done"]);
    await db
      .update(emailDeliveries)
      .set({ claimedAt: new Date(0) })
      .where(eq(emailDeliveries.key, key));
  });
  expect(waited).toBe(1);
  expect(await inboxes()).toEqual([[1], [1]]);
});

test("an email that can't be composed fails alone", async () => {
  const { operationId, addresses } = await messageTo(3);
  mailServer(({ to }) => (to.address === addresses[2] ? new Error("a bug") : null));
  await runOperation(operationId);
  expect((await readOperationOutcome(operationId)).recipients).toMatchObject([
    { status: "done" },
    { status: "done" },
    { status: "failed", reason: failureReasons.broken },
  ]);
});

test("two runs of one operation email each person once", async () => {
  const { operationId, inboxes } = await messageTo(6);
  await Promise.all([runOperation(operationId), runOperation(operationId)]);
  await runOperation(operationId);
  expect((await readOperationOutcome(operationId)).statuses).toEqual(Array(6).fill("done"));
  expect(await inboxes()).toEqual(Array(6).fill([1]));
});

test("recipients are recorded in pages, idempotently and completely", async () => {
  const { event, operationId } = await messageTo(1);
  const crowd = Array.from({ length: 2_100 }, (_, at) => ({ name: `A${at}`, email: `crowd-${at}@quorix.test` }));
  const people = await makePeople(db, crowd);
  await db.insert(bookings).values(
    people.map((id) => ({
      ...{ eventId: event.id, userId: id, reference: `crowd-${id}`, idempotencyKey: "crowd", currency: "EUR" },
      ...{ status: "confirmed" as const, source: "checkout" as const, numberOfTickets: 1, totalPrice: 0 },
      ...{ bookedAt: new Date(), confirmedAt: new Date() },
    })),
  );
  const operation = await findOperation(operationId);
  const listed = () => db.$count(operationRecipients, eq(operationRecipients.operationId, operationId));
  const { next } = await recordRecipients(operation, 0);
  expect(await listed()).toBe(1_000);
  expect(await recordRecipients(operation, 0)).toEqual({ next });
  expect(await listed()).toBe(1_000);
  let after: number | null = next;
  while (after !== null) after = (await recordRecipients(operation, after)).next;
  expect(await listed()).toBe(2_101);
  expect((await findOperation(operationId)).listedAt).toEqual(expect.any(Date));
});

test("finds operations without progress, but no running or finished ones", async () => {
  const longAgo = raw`now() - interval '31 minutes'`;
  const [lost, moving, finished] = [await messageTo(1), await messageTo(1), await messageTo(1)];
  for (const { operationId } of [lost, moving, finished]) {
    await recordRecipients(await findOperation(operationId), 0);
    await db.update(operations).set({ createdAt: longAgo, listedAt: longAgo }).where(eq(operations.id, operationId));
  }
  await db
    .update(operationRecipients)
    .set({ settledAt: raw`now() - interval '1 minute'` })
    .where(eq(operationRecipients.operationId, moving.operationId));
  await runOperation(finished.operationId);
  const stalled = await findStalledOperations();
  const mine = [lost, moving, finished].map(({ operationId }) => operationId);
  expect(stalled.filter((id) => mine.includes(id))).toEqual([lost.operationId]);
});

test("operations whose runs always fail don't block the sweep", async () => {
  await db.update(operations).set({ finishedAt: new Date() });
  const longAgo = (minutes: number) => raw`now() - make_interval(mins => ${minutes})`;
  const [failing, other] = [await messageTo(1), await messageTo(1)];
  for (const [at, { operationId }] of [failing, other].entries()) {
    await db
      .update(operations)
      .set({ createdAt: longAgo(90 - at) })
      .where(eq(operations.id, operationId));
  }
  await expect.poll(async () => findStalledOperations(1)).toEqual([other.operationId]);
  await expect.poll(async () => findStalledOperations(1)).toEqual([failing.operationId]);
});
