import "./old-database-for-file";
import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { and, desc, eq, gt, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as scan } from "@/app/api/organize/events/[slug]/check-in/scan/route";
import { POST as sync } from "@/app/api/organize/events/[slug]/check-in/sync/route";
import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { bookings, emailDeliveries, events, outbox, scans, tickets, users, waitlistEntries } from "@/db/schema";
import { functions } from "@/inngest";
import { holdExpiry } from "@/inngest/functions/hold-expiry";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { confirm } from "@/lib/booking/confirm";
import { bookingManager } from "@/lib/booking/manager";
import { env } from "@/lib/env";
import { relayUndispatched } from "@/lib/outbox/relay";
import { recordVenuePayment, refundByTeam } from "@/lib/payments/team";
import { fingerprintOf } from "@/lib/tickets/signed-code";
import { pollOptions } from "@/local/inngest/sdk-app";
import { openSdkFixture } from "@/local/inngest/sdk-fixture";
import { expectCleanInventory } from "@/test/booking";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { oldLinks } from "./links";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("next/cache", () => ({ cacheTag() {}, cacheLife() {}, revalidateTag() {}, updateTag() {} }));

/** Announcements of 31f4836, with data as it wrote them, for those without an unsent one in its database. */
const announced = {
  "booking/expired": { bookingId: 3 },
  "booking/mail.asked": { bookingId: 1, version: 1 },
  "waitlist/converted": { entryId: 1, bookingId: 22 },
  "waitlist/offer.expired": { entryId: 1 },
};
const names = [
  ...Object.keys(announced),
  ...["booking/held", "booking/confirmed", "booking/cancelled", "waitlist/joined", "waitlist/offered"],
  ...["waitlist/seats.freed", "account/token.issued", "operation/started", "team/invited"],
].sort();

const fixture = await openSdkFixture();
beforeAll(async () => {
  await migrateDatabase(env.DATABASE_URL, { amountsWrittenWith: "HUF=0,COP=0,RSD=2" });
  await inngestStub.open();
});
afterAll(() => fixture.close());

async function bookingOf(status: "expired" | "held" | "offered") {
  const rows = await db.select().from(bookings).where(eq(bookings.status, "pending")).orderBy(bookings.id);
  const isExpired = (row: typeof bookings.$inferSelect) => (row.expiresAt ?? 0) < new Date();
  const found = {
    expired: rows.find(isExpired),
    held: rows.find((row) => !isExpired(row) && row.source === "checkout"),
    offered: rows.find((row) => !isExpired(row) && row.source === "waitlist"),
  }[status];
  if (!found) throw new Error(`no ${status} booking`);
  return found;
}
const statusOf = async (id: number) => (await db.select().from(bookings).where(eq(bookings.id, id)))[0]?.status;

test("a hold that was made before is confirmed", async () => {
  const { id, userId, reference, eventId } = await bookingOf("held");
  const types = await db.execute<{ code: string }>(sql`
    select t.code from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = ${id}`);
  const holders = types.map(({ code }) => ({ ticketTypeCode: code, name: "山田 恵" }));
  expect(await confirm(bookingManager, { userId, reference, holders })).toMatchObject({ ok: true, alreadyDone: false });
  expect(await db.$count(tickets, and(eq(tickets.bookingId, id), eq(tickets.eventId, eventId)))).toBe(1);
});

test("a booking from before is marked as paid at the venue, and what was paid goes back with it", async () => {
  const [booking] = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.status, "confirmed"), gt(bookings.totalPrice, 0)))
    .orderBy(desc(bookings.id))
    .limit(1);
  if (!booking) throw new Error("no booking that costs something");
  const { reference, totalPrice: amount, currency, userId } = booking;
  expect(await recordVenuePayment(bookingManager, { reference, actorId: userId })).toEqual({
    ok: true,
    amount,
    currency,
  });
  const refund = { reference, actorId: userId, amount, note: "The hall is too small.", key: "form" };
  expect(await refundByTeam(bookingManager, refund)).toEqual({ ok: true, amount, currency });
});

/** A run that slept during the upgrade: Inngest has the results of its steps by name. */
const asleep = (until: Date | null) => [
  { id: "read-hold", handler: () => until?.toISOString() },
  { id: "until-it-runs-out", handler: () => null },
];

test("a run that slept on the end of a hold ends it", async () => {
  const { id, expiresAt } = await bookingOf("expired");
  const heldBefore = { name: "booking/held", data: { bookingId: id } };
  expect((await runFunction(holdExpiry, heldBefore, asleep(expiresAt))).result).toEqual({ expired: true });
  expect(await statusOf(id)).toBe("expired");
  await expectCleanInventory(db);
});

test("a run that slept on the end of an offer ends it, and the waitlist entry with it", async () => {
  const { id } = await bookingOf("offered");
  const [entry] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.bookingId, id));
  const expiresAt = new Date(Date.now() - 1_000);
  await db.update(bookings).set({ expiresAt }).where(eq(bookings.id, id));
  const offeredBefore = { name: "waitlist/offered", data: { entryId: entry?.id, bookingId: id } };
  expect((await runFunction(holdExpiry, offeredBefore, asleep(expiresAt))).result).toEqual({ expired: true });
  const [now] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.bookingId, id));
  expect(now?.status).toBe("expired");
  await expectCleanInventory(db);
});

test("an announcement that was not sent is sent, and the functions that listen to it finish", async () => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  // One of each: they are emailed with pictures of their tickets.
  const ofEach = db.selectDistinctOn([outbox.name], { id: outbox.id }).from(outbox).where(isNull(outbox.dispatchedAt));
  await db.delete(outbox).where(and(isNull(outbox.dispatchedAt), notInArray(outbox.id, ofEach)));
  const createdAt = new Date(Date.now() - 60_000);
  await db.update(outbox).set({ createdAt }).where(isNull(outbox.dispatchedAt));
  await db.update(emailDeliveries).set({ claimedAt: createdAt });
  await db.insert(outbox).values(Object.entries(announced).map(([name, data]) => ({ name, data, createdAt })));
  const left = await db.$count(outbox, isNull(outbox.dispatchedAt));
  inngestStub.received.length = 0;
  expect(await relayUndispatched(Date.now() + 60_000)).toEqual({ dispatched: left, failed: 0 });
  const sent = inngestStub.received.splice(0);
  expect([...new Set(sent.map(({ name }) => name))].sort()).toEqual(names);

  const heard = functions.filter(({ opts }) => opts.triggers?.every((trigger) => "event" in trigger));
  fixture.app.serve(heard);
  await fixture.app.start();
  await fixture.app.client.send(
    sent.map(({ id, name, data }) => ({ id, name, data: data as Record<string, unknown> })),
  );
  const runs = async () => (await Promise.all(heard.map((fn) => fixture.app.runs(fn.id())))).flat();
  const heardNames = async () => [...new Set((await runs()).map(({ event }) => event.name))].sort();
  await expect.poll(heardNames, pollOptions).toEqual(names.filter((name) => name !== "booking/expired"));
  const isAtWork = (run: Awaited<ReturnType<typeof runs>>[number]) =>
    run.status === "active" && !run.steps.some(({ state }) => state === "sleeping");
  await expect.poll(async () => (await runs()).filter(isAtWork), { timeout: 40_000 }).toEqual([]);
  const all = await runs();
  expect(all.filter(({ status }) => status === "failed")).toEqual([]);
  expect(all.flatMap(({ steps }) => steps).filter(({ error }) => error)).toEqual([]);
  await expectCleanInventory(db);
});

test("scans that a device could not send are taken from it as it wrote them down", async () => {
  const [event] = await db.select().from(events).where(eq(events.slug, oldLinks.ticketsOf));
  const [door] = await db.select().from(users).where(eq(users.email, "door@example.com"));
  if (!event || !door) throw new Error("no door");
  for (const asked of [getViewer, requireViewer]) vi.mocked(asked).mockResolvedValue(door);
  const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const;
  const [listed, other] = oldLinks.tickets.filter(({ isIn }) => !isIn);
  if (!listed || !other) throw new Error("nobody is outside");
  const at = (minutes: number) => new Date(event.startsAt.getTime() - 3_600_000 + minutes * 60_000).toISOString();
  const by = { device: "Door A", anyDay: false };
  const steps = [
    { kind: "scan", id: ids[0], ticket: { fingerprint: await fingerprintOf(listed.code) }, ...by, at: at(0) },
    { kind: "scan", id: ids[1], ticket: { text: other.qrText }, ...by, at: at(1) },
    { kind: "undo", id: ids[2], scanId: ids[1], device: "Door A", at: at(2) },
  ];
  const post = (path: string, body: object) =>
    new NextRequest(new URL(`/api/${path}`, env.NEXTAUTH_URL), {
      method: "POST",
      headers: { origin: new URL(env.NEXTAUTH_URL).origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const slug = { params: Promise.resolve({ slug: oldLinks.ticketsOf }) };

  // As when two devices return at once, or one retries after a lost answer.
  for (const _ of ["once", "again"]) {
    const synced = await sync(post("sync", { steps }), slug);
    expect(await synced.json()).toMatchObject({
      steps: [
        { kind: "scan", id: ids[0], outcome: "admitted" },
        { kind: "scan", id: ids[1], outcome: "admitted" },
        { kind: "undo", id: ids[2], undone: true },
      ],
    });
  }
  expect(await db.$count(scans, inArray(scans.id, [...ids]))).toBe(3);
  const inside = await db
    .select()
    .from(tickets)
    .where(inArray(tickets.code, [listed.code, other.code]));
  expect(new Map(inside.map(({ code, checkedInAt }) => [code, checkedInAt !== null]))).toEqual(
    new Map([
      [listed.code, true],
      [other.code, false],
    ]),
  );

  const asked = { id: crypto.randomUUID(), ticket: { text: other.code }, ...by, anyDay: true };
  expect(await (await scan(post("scan", asked), slug)).json()).toMatchObject({ outcome: "admitted" });
});
