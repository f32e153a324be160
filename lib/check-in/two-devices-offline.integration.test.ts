import { addHours, subSeconds } from "date-fns";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLog, scans, tickets } from "@/db/schema";
import { cancel } from "@/lib/booking/cancel";
import { openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { checkIn } from "./check-in";
import { syncSteps } from "./sync";
import type { CheckInContext } from "./types";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

async function setUp(seats = 1) {
  const now = new Date();
  const dates = { startsAt: addHours(now, 1), endsAt: addHours(now, 3) };
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

test.each([
  ["first", true],
  ["last", false],
])("c25: of two offline scans the earlier one counts, also where it is told of %s", async (_, isFirst) => {
  const { event, code, now, a, b } = await setUp();
  const early = step(code, subSeconds(now, 10), "Door A");
  const late = step(code, subSeconds(now, 7), "Door B");
  const syncs = [() => syncSteps(testBookings.db, a, [early], now), () => syncSteps(testBookings.db, b, [late], now)];
  for (const one of isFirst ? syncs : syncs.toReversed()) await one();
  expect(await admission(code)).toEqual({ at: early.at, by: a.viewer.id });
  expect(await outcomes(event)).toEqual(["Door A admitted", "Door B already_in"]);
  expect((await actions(event)).filter((action) => action === "scan.conflict")).toHaveLength(1);
});

test("c25: an admission with a cancelled ticket is a conflict, and a refusal is none", async () => {
  const { event, code, now, a, booked } = await setUp();
  await cancel(testBookings.manager, {
    reference: booked.reference,
    actor: { userId: booked.userId, isOrganizer: true },
  });
  const refused = await checkIn(testBookings.db, a, step(code, now, "Door A"));
  expect(refused).toMatchObject({ ok: true, answer: { outcome: "void" } });
  const before = (await actions(event)).length;
  expect(await syncSteps(testBookings.db, a, [step(code, now, "Door B")], now)).toMatchObject({
    steps: [{ outcome: "void" }],
  });
  expect((await actions(event)).slice(before)).toEqual(["scan.conflict"]);
});
