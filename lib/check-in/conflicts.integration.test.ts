import { addHours, addMinutes, subMinutes, subSeconds } from "date-fns";
import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLog, scans, tickets } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { checkIn } from "./check-in";
import { countOpenConflicts, listOpenConflicts, resolveConflict } from "./conflicts";
import { syncSteps } from "./sync";
import type { CheckInContext } from "./types";
import { undoScan } from "./undo";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

async function setUp(seats = 1) {
  const now = new Date();
  const dates = { startsAt: subMinutes(now, 30), endsAt: addHours(now, 3), salesEndAt: addHours(now, 3) };
  const event = await testBookings.event({ capacity: seats, maxTicketsPerBooking: seats, ...dates });
  const booked = await testBookings.book(event, seats);
  const rows = await testBookings.db
    .select()
    .from(tickets)
    .where(eq(tickets.eventId, event.id))
    .orderBy(asc(tickets.id));
  return {
    event,
    booked,
    code: rows[0]?.code ?? "",
    now,
    a: await doorOf(event, "Ada"),
    b: await doorOf(event, "Ben"),
  };
}

async function doorOf(event: TestEvent, name: string): Promise<CheckInContext> {
  const { id } = await makeUser(testBookings.db, { name });
  return { event, viewer: { id, name } };
}

const step = (text: string, at: Date, device: string) => ({
  ...{ kind: "scan" as const, id: crypto.randomUUID(), ticket: { text } },
  ...{ device, anyDay: false, at },
});

const admission = async (code: string) => {
  const [row] = await testBookings.db.select().from(tickets).where(eq(tickets.code, code));
  return row && { at: row.checkedInAt, by: row.checkedInBy };
};
const outcomes = async (event: TestEvent) =>
  (await testBookings.db.select().from(scans).where(eq(scans.eventId, event.id)).orderBy(asc(scans.scannedAt))).map(
    ({ device, outcome }) => `${device} ${outcome}`,
  );
const actions = async (event: TestEvent) =>
  (await testBookings.db.select().from(auditLog).where(eq(auditLog.eventId, event.id)).orderBy(asc(auditLog.id)))
    .map(({ action }) => action)
    .filter((action) => !action.startsWith("booking"));

test("repeated syncs of both devices change nothing, and the conflict names both", async () => {
  const { event, code, now, a, b } = await setUp();
  const [early, late] = [step(code, subSeconds(now, 10), "Door A"), step(code, subSeconds(now, 7), "Door B")];
  for (const _ of [1, 2]) {
    await syncSteps(testBookings.db, b, [late], now);
    await syncSteps(testBookings.db, a, [early], now);
  }
  expect(await syncSteps(testBookings.db, b, [late], now)).toMatchObject({
    steps: [{ outcome: "already_in", isConflict: true }],
  });
  expect(await listOpenConflicts(testBookings.db, event.id)).toMatchObject([
    { id: late.id, outcome: "already_in", by: "Ben", device: "Door B", admission: { by: "Ada", device: "Door A" } },
  ]);
  expect((await actions(event)).filter((action) => action === "scan.conflict")).toHaveLength(1);
});

test("the conflict of a cancelled ticket names its holder", async () => {
  const { event, code, now, a, booked } = await setUp();
  await cancel(testBookings.manager, {
    reference: booked.reference,
    actor: { userId: booked.userId, isOrganizer: true },
  });
  await syncSteps(testBookings.db, a, [step(code, now, "Door B")], now);
  expect(await listOpenConflicts(testBookings.db, event.id)).toMatchObject([
    { outcome: "void", device: "Door B", holderName: "Holder 1", reference: booked.reference },
  ]);
});

test("a clock that is two hours behind is corrected by the sending time, and marked as corrected", async () => {
  const { event, code, now, a, b } = await setUp();
  const slow = addHours(now, -2);
  await syncSteps(testBookings.db, a, [step(code, subMinutes(now, 5), "Door A")], now);
  await syncSteps(testBookings.db, b, [step(code, subMinutes(slow, 1), "Door B")], now, slow);
  expect(await admission(code)).toEqual({ at: subMinutes(now, 5), by: a.viewer.id });
  expect(await listOpenConflicts(testBookings.db, event.id)).toMatchObject([
    { device: "Door B", isTimeCorrected: true, at: subMinutes(now, 1).toISOString() },
  ]);
});

test("a conflict is resolved once, and disappears for the whole team", async () => {
  const { event, code, now, a, b } = await setUp();
  const [early, late] = [step(code, subSeconds(now, 9), "Door A"), step(code, now, "Door B")];
  await syncSteps(testBookings.db, a, [early], now);
  await syncSteps(testBookings.db, b, [late], now);
  const { a: stranger } = await setUp();
  expect(await resolveConflict(testBookings.db, stranger, late.id)).toBe(false);
  expect(await countOpenConflicts(testBookings.db, event.id)).toBe(1);
  expect(await resolveConflict(testBookings.db, a, late.id)).toBe(true);
  expect(await resolveConflict(testBookings.db, b, late.id)).toBe(false);
  expect(await listOpenConflicts(testBookings.db, event.id)).toEqual([]);
  // Sent again, it stays resolved.
  await syncSteps(testBookings.db, b, [late], now);
  expect(await countOpenConflicts(testBookings.db, event.id)).toBe(0);
  expect((await actions(event)).at(-1)).toBe("scan.conflict-settled");
});

test("of an online and an offline admission, the earlier one counts", async () => {
  const { event, code, now, a, b } = await setUp();
  await checkIn(testBookings.db, b, step(code, subSeconds(now, 5), "Door B"));
  await syncSteps(testBookings.db, a, [step(code, subMinutes(now, 2), "Door A")], now);
  expect(await outcomes(event)).toEqual(["Door A admitted", "Door B already_in"]);
  expect(await listOpenConflicts(testBookings.db, event.id)).toMatchObject([{ device: "Door B" }]);
});

test("undoing the first admission makes the other one count, without a conflict", async () => {
  const { event, code, now, a, b } = await setUp();
  const [early, late] = [step(code, subMinutes(now, 3), "Door A"), step(code, subMinutes(now, 1), "Door B")];
  await syncSteps(testBookings.db, b, [late], now);
  await syncSteps(testBookings.db, a, [early], now);
  const undo = { id: crypto.randomUUID(), scanId: early.id, device: "Door A", at: now };
  expect(await undoScan(testBookings.db, a, undo)).toEqual({ ok: true });
  expect(await admission(code)).toEqual({ at: late.at, by: b.viewer.id });
  expect(await countOpenConflicts(testBookings.db, event.id)).toBe(0);
});

test("a mistake that is undone at once leaves no conflict", async () => {
  const { event, code, now, a, b } = await setUp();
  const late = step(code, now, "Door B");
  await checkIn(testBookings.db, a, step(code, subMinutes(now, 1), "Door A"));
  const undo = { kind: "undo" as const, id: crypto.randomUUID(), scanId: late.id, device: "Door B", at: now };
  expect(await syncSteps(testBookings.db, b, [late, undo], now)).toMatchObject({ steps: [{}, { undone: true }] });
  expect(await countOpenConflicts(testBookings.db, event.id)).toBe(0);
});

test("an impossible scan time becomes the sync time, and does not replace an earlier admission", async () => {
  const { code, now, a, b, event } = await setUp();
  await checkIn(testBookings.db, a, step(code, subMinutes(now, 1), "Door A"));
  await syncSteps(testBookings.db, b, [step(code, subMinutes(now, 60 * 24 * 30), "Door B")], now);
  await syncSteps(testBookings.db, b, [step(code, addMinutes(now, 60), "Door C")], now);
  expect(await outcomes(event)).toEqual(["Door A admitted", "Door B already_in", "Door C already_in"]);
});

test("twenty devices sync the same ticket at once: the earliest admission counts, the others are conflicts", async () => {
  const { event, code, now } = await setUp();
  const doors = await Promise.all(Array.from({ length: 20 }, (_, at) => doorOf(event, `Door ${at}`)));
  await Promise.all(
    doors.map((door, at) =>
      syncSteps(testBookings.db, door, [step(code, subSeconds(now, 1 + ((at * 7) % 20)), `Door ${at}`)], now),
    ),
  );
  expect(await admission(code)).toMatchObject({ at: subSeconds(now, 20) });
  expect(await listOpenConflicts(testBookings.db, event.id)).toHaveLength(19);
  expect((await outcomes(event)).filter((text) => text.endsWith("admitted"))).toHaveLength(1);
});

test("undoing an admission with another organizer's ticket does not appear in that booking's history", async () => {
  const { event, now, a } = await setUp();
  const other = await setUp();
  const stranger = step(other.code, subSeconds(now, 5), "Door A");
  await syncSteps(testBookings.db, a, [stranger]);
  const undo = { id: crypto.randomUUID(), scanId: stranger.id, device: "Door A", at: now };
  expect(await undoScan(testBookings.db, a, undo)).toEqual({ ok: true });
  const [undone] = await testBookings.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, "check-in.undone"))
    .orderBy(desc(auditLog.id))
    .limit(1);
  expect(undone).toMatchObject({ eventId: event.id, bookingId: null });
});
