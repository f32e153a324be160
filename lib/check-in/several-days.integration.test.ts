import { addDays, addHours, addMinutes, subDays } from "date-fns";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events, scans, tickets } from "@/db/schema";
import { toInstant } from "@/lib/time/wall-clock";
import { openTestBookings, type TestBookings, type TestEvent } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { checkIn, type TicketCondition } from "./check-in";
import { syncSteps } from "./sync";
import { countCheckInsByType } from "./ticket-manifest";
import type { CheckInContext, ScanInput } from "./types";
import { undoScan } from "./undo";

let testBookings: TestBookings;
beforeAll(async () => {
  testBookings = await openTestBookings();
});
afterAll(() => testBookings.close());

const berlin = (wall: string) => {
  const found = toInstant(wall, "Europe/Berlin");
  if (!found.ok) throw new Error(wall);
  return found.at;
};

/** From Friday evening to Sunday, and its tickets' codes. */
async function festival(seats = 1, values: Parameters<TestBookings["event"]>[0] = {}) {
  const event = await testBookings.event({
    capacity: seats,
    maxTicketsPerBooking: seats,
    timeZone: "Europe/Berlin",
    startsAt: berlin("2027-06-04T18:00"),
    endsAt: berlin("2027-06-06T22:00"),
    ...values,
  });
  await testBookings.book(event, seats);
  const rows = await testBookings.db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  return { event, door: await doorOf(event), codes: rows.map(({ code }) => code), code: rows[0]?.code ?? "" };
}

async function doorOf(event: TestEvent): Promise<CheckInContext> {
  const { id, name } = await makeUser(testBookings.db, { name: "Deniz" });
  return { event, viewer: { id, name } };
}

const aScan = (text: string, at: Date, values: Partial<ScanInput> = {}): ScanInput => ({
  id: crypto.randomUUID(),
  ...{ ticket: { text }, device: "Door A", anyDay: false, at },
  ...values,
});

async function scan(door: CheckInContext, text: string, at: Date) {
  const asked = aScan(text, at);
  const result = await checkIn(testBookings.db, door, asked);
  return { id: asked.id, ...(result.ok ? result.answer : { outcome: result.code }) };
}

const checkedInAt = async (code: string) =>
  (await testBookings.db.select({ at: tickets.checkedInAt }).from(tickets).where(eq(tickets.code, code)))[0]?.at ??
  null;

test("c12: a festival ticket is let in once a day; a night belongs to the day it began on", async () => {
  const { door, code } = await festival();
  const expected: [string, string][] = [
    ["2027-06-04T17:00", "admitted"],
    ["2027-06-04T23:00", "already_in"],
    ["2027-06-05T02:00", "already_in"],
    ["2027-06-05T05:59", "already_in"],
    ["2027-06-05T06:00", "admitted"],
    ["2027-06-06T01:00", "already_in"],
    ["2027-06-06T12:00", "admitted"],
    ["2027-06-06T13:00", "already_in"],
  ];
  for (const [wall, outcome] of expected)
    expect([wall, (await scan(door, code, berlin(wall))).outcome]).toEqual([wall, outcome]);
});

test("c12: scanned on day one, and again on the next day on the same device", async () => {
  const now = new Date("2027-06-04T18:00Z");
  const { door, code, event } = await festival(1, {
    timeZone: "UTC",
    startsAt: addMinutes(now, 30),
    endsAt: addHours(now, 40),
  });
  expect((await scan(door, code, now)).outcome).toBe("admitted");
  await testBookings.db
    .update(events)
    .set({ startsAt: subDays(event.startsAt, 1) })
    .where(eq(events.id, event.id));
  await testBookings.db
    .update(tickets)
    .set({ checkedInAt: sql`checked_in_at - interval '1 day'` })
    .where(eq(tickets.code, code));
  const moved = { ...door, event: { ...door.event, startsAt: subDays(event.startsAt, 1) } };
  expect(await scan(moved, code, now)).toMatchObject({ outcome: "admitted", ticket: { typeName: "Type 1" } });
  expect((await scan(moved, code, now)).outcome).toBe("already_in");
});

test("a second day's admission names the day before, and a second scan of one day that day's admission", async () => {
  const { door, code } = await festival();
  const [friday, saturday] = [berlin("2027-06-04T19:00"), berlin("2027-06-05T19:00")];
  await scan(door, code, friday);
  expect(await scan(door, code, saturday)).toMatchObject({
    before: { at: friday.toISOString(), by: "Deniz", device: "Door A" },
    admission: { at: saturday.toISOString() },
  });
  expect(await scan(door, code, addHours(saturday, 1))).toMatchObject({ admission: { at: saturday.toISOString() } });
});

test("a single evening lets a ticket in once in total, also after midnight and six in the morning", async () => {
  const [startsAt, endsAt] = [berlin("2027-06-04T22:00"), berlin("2027-06-05T09:00")];
  const { door, code } = await festival(1, { startsAt, endsAt });
  expect((await scan(door, code, startsAt)).outcome).toBe("admitted");
  expect((await scan(door, code, addHours(startsAt, 9))).outcome).toBe("already_in");
});

test("counters are those of the day", async () => {
  const { door, code, event } = await festival(2);
  await scan(door, code, berlin("2027-06-04T19:00"));
  const inAt = async (wall: string) => (await countCheckInsByType(testBookings.db, event, berlin(wall)))[0]?.in;
  expect(await inAt("2027-06-04T20:00")).toBe(1);
  expect(await inAt("2027-06-05T05:00")).toBe(1);
  expect(await inAt("2027-06-05T06:00")).toBe(0);
});

test("undoing the second day leaves the first", async () => {
  const { door, code } = await festival();
  const [friday, saturday] = [berlin("2027-06-04T19:00"), berlin("2027-06-05T19:00")];
  const first = await scan(door, code, friday);
  const second = await scan(door, code, saturday);
  const undo = (scanId: string) =>
    undoScan(testBookings.db, door, { id: crypto.randomUUID(), scanId, device: "A", at: saturday });
  expect(await undo(second.id)).toEqual({ ok: true });
  expect(await checkedInAt(code)).toEqual(friday);
  expect((await scan(door, code, saturday)).outcome).toBe("admitted");
  expect(await undo(first.id)).toEqual({ ok: true });
  expect(await checkedInAt(code)).toEqual(saturday);
});

test("a device that syncs day one on day three neither doubles nor loses an admission", async () => {
  const { door, code } = await festival();
  const [friday, saturday] = [berlin("2027-06-04T19:00"), berlin("2027-06-05T19:00")];
  const sunday = berlin("2027-06-06T12:00");
  await scan(door, code, saturday);
  const late = [{ kind: "scan" as const, ...aScan(code, friday) }];
  const again = [{ kind: "scan" as const, ...aScan(code, addHours(friday, 1)) }];
  expect(await syncSteps(testBookings.db, door, late, sunday)).toMatchObject({ steps: [{ outcome: "admitted" }] });
  expect(await checkedInAt(code)).toEqual(saturday);
  expect(await syncSteps(testBookings.db, door, again, sunday)).toMatchObject({
    steps: [{ outcome: "already_in", isConflict: true }],
  });
  expect((await scan(door, code, addHours(saturday, 2))).outcome).toBe("already_in");
});

const TICKETS = 100;
const CLIENTS = 8;

/** Eight doors scan every ticket on the second day of the festival, after all were let in on the first. */
async function secondDay(free?: TicketCondition) {
  const { door, codes, event } = await festival(TICKETS);
  const [friday, saturday] = [berlin("2027-06-04T19:00"), berlin("2027-06-05T19:00")];
  for (const code of codes) await scan(door, code, friday);
  const doors = await Promise.all(Array.from({ length: CLIENTS }, () => doorOf(event)));
  const answers: string[] = [];
  await Promise.all(
    doors.map(async (own) => {
      for (const code of codes) {
        const result = await checkIn(testBookings.db, own, aScan(code, saturday), free);
        answers.push(result.ok ? result.answer.outcome : result.code);
      }
    }),
  );
  const admitted = await testBookings.db.$count(
    scans,
    and(eq(scans.eventId, event.id), eq(scans.outcome, "admitted"), eq(scans.scannedAt, saturday)),
  );
  return { answered: answers.filter((outcome) => outcome === "admitted").length, admitted };
}

test("100 tickets on day two, scanned by 8 clients at once: each is checked in once", async () => {
  expect(await secondDay()).toEqual({ answered: TICKETS, admitted: TICKETS });
}, 120_000);

test("without the condition, tickets are checked in twice", async () => {
  const { answered } = await secondDay(() => sql`true`);
  expect(answered).toBeGreaterThan(TICKETS);
}, 120_000);

test("days end at six where the event is, also on a night when clocks change", async () => {
  const { door, code } = await festival(1, {
    startsAt: berlin("2027-03-26T18:00"),
    endsAt: addDays(berlin("2027-03-29T18:00"), 0),
  });
  // Clocks go forward at two on 28 March.
  expect((await scan(door, code, berlin("2027-03-27T20:00"))).outcome).toBe("admitted");
  expect((await scan(door, code, berlin("2027-03-28T05:59"))).outcome).toBe("already_in");
  expect((await scan(door, code, berlin("2027-03-28T06:00"))).outcome).toBe("admitted");
});
