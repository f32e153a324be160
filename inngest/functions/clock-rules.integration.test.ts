import "@/test/inngest-for-file";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, bookings, events, operations, ticketTypes } from "@/db/schema";
import type { AuditAction } from "@/db/schema/audit-actions";
import { clockRulesLoaded } from "@/inngest/events";
import { confirm } from "@/lib/booking/confirm";
import { reserve } from "@/lib/booking/reserve";
import { followClockRules } from "@/lib/clock-rules/follow";
import { resolveClockRules } from "@/lib/clock-rules/resolve";
import { type LockEvent, lockEventRow } from "@/lib/inventory/load";
import { composeEmail } from "@/lib/notifications/compose";
import { operationDetailSchemas } from "@/lib/operations/detail";
import { expectCleanInventory, openTestBookings, type TestEvent } from "@/test/booking";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import { clockRules } from "./clock-rules";

const revalidated = vi.hoisted((): string[] => []);
vi.mock("next/cache", () => ({ revalidateTag: (tag: string) => revalidated.push(tag) }));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const at = (iso: string) => new Date(iso);

/** 19:00 in Lisbon, typed when its winter was still an hour off: the moment is 18:00 by the rules of now. */
const typed = {
  startsAt: at("2127-01-08T18:00Z"),
  endsAt: at("2127-01-08T20:00Z"),
  startsAtWall: "2127-01-08T19:00",
  endsAtWall: "2127-01-08T21:00",
  timeZone: "Europe/Lisbon",
};
const moved = { startsAt: at("2127-01-08T19:00Z"), endsAt: at("2127-01-08T21:00Z") };

beforeEach(async () => {
  await inngestStub.open();
  revalidated.length = 0;
  await db.update(events).set({ status: "cancelled" });
});

afterEach(() => expectCleanInventory(db));

const check = async () =>
  (await runFunction(clockRules, { name: clockRulesLoaded.name, data: { rules: "2127a" } })).result;

async function rowOf({ id }: TestEvent) {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  if (!row) throw new Error("no event");
  return row;
}

const audited = async ({ id }: TestEvent, action: AuditAction) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.eventId, id), eq(auditLog.action, action)));

describe("without bookings", () => {
  test("an event whose moment no longer fits its wall clock time is moved", async () => {
    const event = await testBookings.event(typed);
    expect(await check()).toEqual({ looked: 1, followed: 1, asked: 0 });
    expect(await rowOf(event)).toMatchObject({ ...moved, startsAtWall: typed.startsAtWall, startsOn: "2127-01-08" });
    expect(revalidated).toEqual([`event:${event.slug}`, "events"]);
    expect(await audited(event, "event.clock-rules-followed")).toMatchObject([
      { actorId: null, detail: { timeZone: "Europe/Lisbon", from: typed.startsAt.toISOString() } },
    ]);
    expect(await check()).toEqual({ looked: 1, followed: 0, asked: 0 });
  });

  test("a draft is, too; past and cancelled events are not", async () => {
    const draft = await testBookings.event({ ...typed, status: "draft" });
    await testBookings.event({ ...typed, status: "cancelled" });
    const long = { startsAt: at("2024-01-08T18:00Z"), endsAt: at("2024-01-08T20:00Z") };
    await testBookings.event({ ...typed, ...long, startsAtWall: "2024-01-08T19:00", endsAtWall: "2024-01-08T21:00" });
    expect(await check()).toEqual({ looked: 1, followed: 1, asked: 0 });
    expect(await rowOf(draft)).toMatchObject(moved);
  });

  test("an event that has been booked is left to its organizer", async () => {
    const event = await testBookings.event(typed);
    await testBookings.hold(event);
    expect(await check()).toEqual({ looked: 1, followed: 0, asked: 1 });
    expect(await rowOf(event)).toMatchObject({ startsAt: typed.startsAt, endsAt: typed.endsAt });
  });
});

test.each([
  ["that fits", "2127-01-08T19:00Z", "2127-01-08T19:00"],
  ["with seconds", "2127-01-08T19:00:42Z", "2127-01-08T19:00"],
  ["whose clocks show it twice, at the first", "2126-10-27T00:30Z", "2126-10-27T01:30"],
  ["whose clocks show it twice, at the second", "2126-10-27T01:30Z", "2126-10-27T01:30"],
  ["that clocks skip", "2127-03-30T01:00Z", "2127-03-30T01:00"],
])("a start %s stays", async (_, startsAt, startsAtWall) => {
  const event = await testBookings.event({
    ...typed,
    startsAt: at(startsAt),
    startsAtWall,
    endsAt: at("2127-06-01T19:00Z"),
    endsAtWall: null,
  });
  expect(await check()).toMatchObject({ followed: 0, asked: 0 });
  expect((await rowOf(event)).startsAt).toEqual(at(startsAt));
});

test("sales windows follow also where people have booked, and holds keep their time", async () => {
  const window = { salesStartAt: at("2026-01-08T08:00Z"), salesStartAtWall: "2026-01-08T09:00" };
  const closing = { salesEndAt: at("2127-01-08T11:00Z"), salesEndAtWall: "2127-01-08T12:00" };
  const event = await testBookings.event({ ...typed, ...moved, ...closing, ticketTypes: [{ ...window, ...closing }] });
  const { booking } = await testBookings.hold(event);
  expect(await check()).toEqual({ looked: 1, followed: 1, asked: 0 });
  expect(await rowOf(event)).toMatchObject({ ...moved, salesEndAt: at("2127-01-08T12:00Z") });
  const [type] = await db.select().from(ticketTypes).where(eq(ticketTypes.eventId, event.id));
  expect(type).toMatchObject({ salesStartAt: at("2026-01-08T09:00Z"), salesEndAt: at("2127-01-08T12:00Z") });
  const again = await confirm(testBookings.manager, {
    userId: (await bookingRow(booking.reference)).userId,
    reference: booking.reference,
    holders: [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", name: "Ada" }],
  });
  expect(again).toMatchObject({ ok: true });
});

async function bookingRow(reference: string) {
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!row) throw new Error("no booking");
  return row;
}

test("an event with a zone that is not a place is left to its organizer", async () => {
  const event = await testBookings.event({ ...typed, timeZone: "BST", isZoneUnsettled: true });
  expect(await check()).toMatchObject({ followed: 0, asked: 0 });
  expect(await rowOf(event)).toMatchObject({ startsAt: typed.startsAt, isZoneUnsettled: true });
});

test("missing wall clock times are filled in", async () => {
  const event = await testBookings.event({ ...typed, startsAtWall: null, endsAtWall: null });
  expect(await check()).toMatchObject({ followed: 0 });
  expect(await rowOf(event)).toMatchObject({ startsAtWall: "2127-01-08T18:00", endsAtWall: "2127-01-08T20:00" });
});

const readWithoutLock: LockEvent = async (tx, eventId) => {
  const [row] = await tx.select().from(events).where(eq(events.id, eventId));
  return row;
};

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe("a booking that is made while the check runs", () => {
  /** The check runs while a booking holds the event's row lock, and waits for it: to read, or only to write. */
  async function race(lockEvent: LockEvent) {
    const event = await testBookings.event(typed);
    const [isHeld, mayGoOn] = [gate(), gate()];
    const buyer = testBookings.instance({
      lockEvent: async (tx, eventId) => {
        const row = await lockEventRow(tx, eventId);
        isHeld.open();
        await mayGoOn.passed;
        return row;
      },
    });
    const items = [{ ticketTypeCode: event.ticketTypes[0]?.code ?? "", quantity: 1 }];
    const userId = await testBookings.user();
    const reserving = reserve(buyer, { eventId: event.id, userId, items, idempotencyKey: crypto.randomUUID() });
    await isHeld.passed;
    const following = followClockRules(testBookings.instance({ lockEvent }), { eventId: event.id });
    await expect
      .poll(async () => (await sql`select from pg_locks where not granted and locktype = 'transactionid'`).length)
      .toBe(1);
    mayGoOn.open();
    expect(await reserving).toMatchObject({ ok: true });
    return { event, result: await following };
  }

  test("is seen by the check, which asks the organizer", async () => {
    const { event, result } = await race(lockEventRow);
    expect(result).toMatchObject({ followed: false, asks: true });
    expect(await rowOf(event)).toMatchObject({ startsAt: typed.startsAt });
  });

  test("would be moved without asking if there were no lock", async () => {
    const { event, result } = await race(readWithoutLock);
    expect(result).toMatchObject({ followed: true });
    expect(await rowOf(event)).toMatchObject(moved);
  });
});

describe("the organizer", () => {
  async function asked() {
    const event = await testBookings.event(typed);
    const { reference, userId } = await testBookings.book(event);
    return { event, reference, userId, actorId: await testBookings.user() };
  }

  async function readNotification({ id }: TestEvent, reference: string) {
    const [operation] = await db.select().from(operations).where(eq(operations.eventId, id));
    if (!operation) throw new Error("no operation");
    const booking = await bookingRow(reference);
    const email = await composeEmail(`event-changed:${booking.id}:${operation.id}`);
    return { detail: operationDetailSchemas.event_change.parse(operation.detail), email };
  }

  test("keeps the local time: the moment moves, and calendars are corrected", async () => {
    const { event, reference, actorId } = await asked();
    const input = { eventId: event.id, actorId, keep: "clock", version: 1 } as const;
    const [one, other] = await Promise.all([
      resolveClockRules(testBookings.manager, input),
      resolveClockRules(testBookings.manager, { ...input, keep: "moment" }),
    ]);
    expect([one, other]).toMatchObject([{ ok: true }, { ok: false, code: "NOT_ASKED" }]);
    expect(await rowOf(event)).toMatchObject({ ...moved, startsAtWall: typed.startsAtWall, version: 2 });
    const { detail, email } = await readNotification(event, reference);
    expect(detail).toMatchObject({ keptClock: true, to: moved });
    expect(email).toMatchObject({ template: { subject: expect.stringContaining("Check your calendar") } });
    expect(await check()).toMatchObject({ asked: 0 });
  });

  test("keeps the moment: the local time changes, and attendees get both", async () => {
    const { event, reference, actorId } = await asked();
    const result = await resolveClockRules(testBookings.manager, {
      eventId: event.id,
      actorId,
      keep: "moment",
      version: 1,
    });
    expect(result).toMatchObject({ ok: true, operationId: expect.any(String) });
    expect(await rowOf(event)).toMatchObject({ startsAt: typed.startsAt, startsAtWall: "2127-01-08T18:00" });
    const { detail, email } = await readNotification(event, reference);
    // The time on the tickets, by the present rules.
    expect(detail).toMatchObject({ from: moved, to: { startsAt: typed.startsAt } });
    expect(email).toMatchObject({ template: { subject: expect.stringContaining("Changed") } });
    expect(await check()).toMatchObject({ asked: 0 });
  });

  test("is not asked about an event that has changed since, or that fits", async () => {
    const { event, actorId } = await asked();
    const stale = { eventId: event.id, actorId, keep: "clock", version: 7 } as const;
    expect(await resolveClockRules(testBookings.manager, stale)).toEqual({ ok: false, code: "NOT_ASKED" });
    const fitting = await testBookings.event({ ...typed, ...moved });
    const settled = { ...stale, eventId: fitting.id, version: 1 };
    expect(await resolveClockRules(testBookings.manager, settled)).toEqual({ ok: false, code: "NOT_ASKED" });
  });
});
