import { addDays, addHours, addMinutes, subDays, subMonths } from "date-fns";
import { eq, inArray, like, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import {
  accountTokens,
  bookings,
  emailDeliveries,
  events,
  eventWords,
  failedRuns,
  outbox,
  providerEvents,
  scans,
  waitlistDecisions,
  waitlistEntries,
} from "@/db/schema";
import { sendEmail } from "@/lib/notifications/send";
import { makeEvent, makeUser } from "@/test/factories";
import { cleanUp } from "./clean-up";
import { retentionRules } from "./rules";

const now = new Date("2027-03-31T03:50:00Z");
/** A time just before the cutoff, and one just after it. */
const around = (cutoff: Date) => ({ over: addMinutes(cutoff, -1), kept: addMinutes(cutoff, 1) });
const week = around(subDays(now, 7));

function ruleOf(name: string) {
  const rule = retentionRules.find((each) => each.name === name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
}
const clean = (name: string, { limit = 1_000, budgetMs = 60_000, from = null as string | null } = {}) =>
  cleanUp(ruleOf(name), { from, until: Date.now() + budgetMs, now, limit });

beforeEach(() => {
  vi.spyOn(console, "info").mockImplementation(() => {});
});

const sent = (dispatchedAt: Date | null, createdAt = subDays(now, 30)) => ({
  id: crypto.randomUUID(),
  ...{ name: "booking/held", data: { bookingId: 1 }, createdAt, dispatchedAt },
});
const outboxIds = async () => new Set((await db.select({ id: outbox.id }).from(outbox)).map(({ id }) => id));

describe("outbox", () => {
  beforeEach(async () => {
    await db.delete(outbox);
  });

  test("rows sent a week ago are deleted, unsent rows stay", async () => {
    const [over, kept, unsent] = [sent(week.over), sent(week.kept), sent(null, subDays(now, 900))];
    await db.insert(outbox).values([over, kept, unsent]);
    expect(await clean("outbox")).toEqual({ rows: 1, next: null });
    expect(await outboxIds()).toEqual(new Set([kept.id, unsent.id]));
    expect(await clean("outbox")).toEqual({ rows: 0, next: null });
  });

  test("many rows are deleted in batches with own transactions, also rows with equal times", async () => {
    await db.insert(outbox).values(Array.from({ length: 95 }, (_, n) => sent(n < 40 ? week.over : subDays(now, n))));
    await db.execute(
      sql.raw(`create table batches (at bigint);
        create function note() returns trigger language plpgsql as
          $$ begin insert into batches values (txid_current()); return null; end $$;
        create trigger noted after delete on outbox for each row execute function note()`),
    );
    expect(await clean("outbox", { limit: 10 })).toEqual({ rows: 95, next: null });
    const batches = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from batches group by at`);
    expect(batches.map(({ rows }) => rows).toSorted((a, b) => b - a)).toEqual([...Array(9).fill(10), 5]);
    await db.execute(sql.raw("drop trigger noted on outbox; drop function note; drop table batches"));
  });

  test("the next part continues after the time limit", async () => {
    await db.insert(outbox).values(Array.from({ length: 30 }, (_, n) => sent(subDays(now, 40 - n))));
    const first = await clean("outbox", { limit: 10, budgetMs: 0 });
    expect(first).toEqual({ rows: 10, next: expect.any(String) });
    expect(await clean("outbox", { limit: 10, from: first.next })).toEqual({ rows: 20, next: null });
  });

  test("concurrent runs share the work, and don't wait for locked rows", async () => {
    await db.insert(outbox).values(Array.from({ length: 500 }, () => sent(week.over)));
    const locked = await db.transaction(async (tx) => {
      const [row] = await tx.select().from(outbox).limit(1).for("update");
      const both = await Promise.all([clean("outbox", { limit: 7 }), clean("outbox", { limit: 7 })]);
      expect(both.reduce((rows, done) => rows + done.rows, 0)).toBe(499);
      return row?.id;
    });
    expect(await outboxIds()).toEqual(new Set([locked]));
    expect(await clean("outbox")).toMatchObject({ rows: 1 });
  });
});

describe("account tokens", () => {
  const token = async (expiresAt: Date, usedAt: Date | null = null) => {
    const hashedPassword = usedAt ? null : "hashed";
    const [row] = await db
      .insert(accountTokens)
      .values({ userId: (await makeUser(db)).id, purpose: "verify_email", expiresAt, usedAt, hashedPassword })
      .returning();
    if (!row) throw new Error("no token");
    const key = `account-link:${row.id}` as const;
    await db.insert(emailDeliveries).values({ key, to: "ada@quorix.test", subject: "", messageId: key });
    return { ...row, key };
  };
  const left = async (tokens: { id: string }[]) =>
    db
      .select()
      .from(accountTokens)
      .where(
        inArray(
          accountTokens.id,
          tokens.map(({ id }) => id),
        ),
      );

  test("are deleted a week after they expired, used or not, with the records of their emails", async () => {
    const tokens = [await token(week.over), await token(week.over, subDays(now, 8)), await token(week.kept)];
    expect(await clean("account-tokens")).toEqual({ rows: 2, next: null });
    expect(await left(tokens)).toMatchObject([{ id: tokens[2]?.id }]);
    const keys = tokens.map(({ key }) => key);
    const deliveries = await db.select().from(emailDeliveries).where(inArray(emailDeliveries.key, keys));
    expect(deliveries.map(({ key }) => key)).toEqual([keys[2]]);
    // A repeated request sends no email.
    expect(await sendEmail(keys[0] ?? "account-link:")).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  test("keep no password of a sign-up that was not verified in time", async () => {
    const [over, good] = [await token(addMinutes(now, -1)), await token(addMinutes(now, 1))];
    expect(await clean("sign-up-passwords")).toMatchObject({ next: null });
    const rows = await left([over, good]);
    const hashes = new Map(rows.map(({ id, hashedPassword }) => [id, hashedPassword]));
    expect([hashes.get(over.id), hashes.get(good.id)]).toEqual([null, "hashed"]);
    expect(await clean("sign-up-passwords")).toEqual({ rows: 0, next: null });
  });
});

test("failed runs are deleted thirty days after they were settled", async () => {
  const month = around(subDays(now, 30));
  const run = { functionId: "quorix-x", eventName: "x", eventData: {}, error: "Error", failedAt: subDays(now, 300) };
  await db.insert(failedRuns).values([
    { ...run, runId: "over", settledAt: month.over },
    { ...run, runId: "kept", settledAt: month.kept },
    { ...run, runId: "open" },
  ]);
  expect(await clean("failed-runs")).toEqual({ rows: 1, next: null });
  const rows = await db.select({ runId: failedRuns.runId }).from(failedRuns).orderBy(failedRuns.runId);
  expect(rows.map(({ runId }) => runId)).toEqual(["kept", "open"]);
});

const endedAt = (endsAt: Date, more = {}) => makeEvent(db, { startsAt: addHours(endsAt, -3), endsAt, ...more });

async function scan(event: { id: number }, count = 1) {
  const scannedBy = (await makeUser(db)).id;
  const one = () => ({
    ...{ id: crypto.randomUUID(), eventId: event.id, scannedBy, scannedAt: now },
    ...{ outcome: "unknown" as const, device: "Door" },
  });
  await db.insert(scans).values(Array.from({ length: count }, one));
}
const scansOf = async (event: { id: number }) => db.$count(scans, eq(scans.eventId, event.id));

describe("scans", () => {
  test("are deleted thirteen months after their event's end", async () => {
    const { over, kept } = around(subMonths(now, 13));
    const [past, recent, coming] = [await endedAt(over), await endedAt(kept), await endedAt(addDays(now, 3))];
    for (const event of [past, recent, coming]) await scan(event, 3);
    expect(await clean("scans")).toEqual({ rows: 3, next: null });
    expect(await Promise.all([past, recent, coming].map(scansOf))).toEqual([0, 3, 3]);
  });

  test("of many events, and many of one, are deleted in batches", async () => {
    const long = subMonths(now, 20);
    const several = await Promise.all([25, 1, 10, 0, 9].map(async (count) => ({ event: await endedAt(long), count })));
    for (const { event, count } of several) if (count > 0) await scan(event, count);
    expect(await clean("scans", { limit: 10 })).toEqual({ rows: 45, next: null });
    for (const { event } of several) expect(await scansOf(event)).toBe(0);
  });

  test("are found behind more remaining events than one batch reads", async () => {
    const staying = await Promise.all(Array.from({ length: 25 }, () => endedAt(now)));
    for (const event of staying) await scan(event);
    const over = await endedAt(subMonths(now, 20));
    await scan(over);
    expect(await clean("scans", { limit: 10 })).toEqual({ rows: 1, next: null });
    expect(await scansOf(over)).toBe(0);
  });

  test("concurrent runs share them", async () => {
    const event = await endedAt(subMonths(now, 20));
    await scan(event, 200);
    const both = await Promise.all([clean("scans", { limit: 9 }), clean("scans", { limit: 9 })]);
    expect(both.reduce((rows, done) => rows + done.rows, 0)).toBe(200);
  });
});

test("waitlist decisions are deleted ninety days after the end; entries stay", async () => {
  const { over, kept } = around(subDays(now, 90));
  const decided = async (endsAt: Date) => {
    const event = await endedAt(endsAt);
    const { id: userId } = await makeUser(db);
    const entry = { eventId: event.id, userId, quantity: 1, joinedAt: now };
    const [row] = await db.insert(waitlistEntries).values(entry).returning();
    await db.insert(waitlistDecisions).values({
      ...{ eventId: event.id, entryId: row?.id ?? 0, runId: crypto.randomUUID() },
      ...{ outcome: "skipped" as const, seats: 0, reason: "Wants more.", decidedAt: now },
    });
    return event.id;
  };
  const ids = [await decided(over), await decided(kept)];
  expect(await clean("waitlist-decisions")).toEqual({ rows: 1, next: null });
  const rows = await db.select().from(waitlistDecisions).where(inArray(waitlistDecisions.eventId, ids));
  expect(rows.map(({ eventId }) => eventId)).toEqual([ids[1]]);
  expect(await db.$count(waitlistEntries, inArray(waitlistEntries.eventId, ids))).toBe(2);
});

describe("words of events", () => {
  const wordsOf = async ({ id }: { id: number }) =>
    (await db.select({ word: eventWords.word }).from(eventWords).where(eq(eventWords.eventId, id))).map(
      (row) => row.word,
    );

  test("are deleted a week after the end, and come back with a new date", async () => {
    await db.delete(eventWords);
    const name = "Lantern parade";
    const [past, recent, long] = [
      await endedAt(week.over, { name }),
      await endedAt(week.kept, { name }),
      await makeEvent(db, { name, startsAt: subDays(now, 60), endsAt: addDays(now, 2) }),
    ];
    expect(await clean("event-words")).toMatchObject({ rows: (await wordsOf(recent)).length, next: null });
    expect(await wordsOf(past)).toEqual([]);
    for (const event of [recent, long]) expect(await wordsOf(event)).toContain("lantern");

    const moved = { startsAt: addDays(now, 5), endsAt: addDays(now, 6) };
    await db.update(events).set(moved).where(eq(events.id, past.id));
    expect(await wordsOf(past)).toEqual(expect.arrayContaining(["", "lantern"]));
  });

  test("of many events are deleted in batches", async () => {
    const many = await Promise.all(Array.from({ length: 7 }, (_, n) => endedAt(subDays(now, 20 + (n % 3)))));
    expect(await clean("event-words", { limit: 100 })).toMatchObject({ next: null });
    for (const event of many) expect(await wordsOf(event)).toEqual([]);
  });
});

test("emails keep their keys, so that none is sent twice; old ones lose their address", async () => {
  const quarter = around(subDays(now, 90));
  const delivery = { to: "ada@quorix.test", subject: "Your tickets", createdAt: subDays(now, 3_000), messageId: "<x>" };
  await db.insert(emailDeliveries).values([
    { ...delivery, key: "booking-confirmed:1", status: "sent", sentAt: quarter.over },
    { ...delivery, key: "booking-confirmed:2", status: "sent", sentAt: quarter.kept },
    { ...delivery, key: "booking-confirmed:3", status: "failed" },
  ]);
  expect(await clean("mail-addresses")).toEqual({ rows: 1, next: null });
  for (const { name } of retentionRules) await clean(name);
  const ofBookings = like(emailDeliveries.key, "booking-confirmed:%");
  const rows = await db.select().from(emailDeliveries).where(ofBookings).orderBy(emailDeliveries.key);
  expect(rows.map(({ to, subject }) => [to, subject])).toEqual([
    ["", "Your tickets"],
    [delivery.to, "Your tickets"],
    [delivery.to, "Your tickets"],
  ]);
});

test.each(retentionRules)("$name: an index leads to its rows", async ({ batch, retentionPeriod }) => {
  const cutoff = sql`(now() - ${retentionPeriod}::interval)`;
  const plan = await db.transaction(async (tx) => {
    // Otherwise small tables are read without an index.
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(sql`explain ${batch({ cutoff, from: null, limit: 1_000 })}`);
  });
  expect(plan.map((line) => Object.values(line)[0]).join("\n")).not.toContain("Seq Scan");
});

describe("notifications of the payment provider", () => {
  const notification = { type: "x", objectId: "pi_1", objectKind: "payment_intent", createdAt: now };
  const unknownPayment = { id: "pi_1", amount: 1, currency: "EUR" };

  test("are deleted thirty days after they were handled, those of unknown payments only once they were seen", async () => {
    const { over, kept } = around(subDays(now, 30));
    await db.insert(providerEvents).values([
      { ...notification, id: "over", handledAt: over },
      { ...notification, id: "kept", handledAt: kept },
      { ...notification, id: "unhandled", receivedAt: subDays(now, 90) },
      { ...notification, id: "unknown", handledAt: over, unknownPayment },
      { ...notification, id: "seen", handledAt: over, unknownPayment, reviewedAt: now },
    ]);
    expect(await clean("provider-events")).toEqual({ rows: 2, next: null });
    const rows = await db.select({ id: providerEvents.id }).from(providerEvents).orderBy(providerEvents.id);
    expect(rows.map(({ id }) => id)).toEqual(["kept", "unhandled", "unknown"]);
  });
});

test("the names typed before paying are cleared thirty days after the event's end, not while somebody pays", async () => {
  const { over, kept } = around(subDays(now, 30));
  const intended = async (endsAt: Date, isPaying = false) => {
    const event = await endedAt(endsAt);
    const { id: userId } = await makeUser(db);
    const [row] = await db
      .insert(bookings)
      .values({
        ...{ reference: crypto.randomUUID().slice(0, 10), eventId: event.id, userId, status: "expired", isPaying },
        ...{ numberOfTickets: 1, totalPrice: 100, currency: "EUR", source: "checkout" },
        ...{ idempotencyKey: crypto.randomUUID(), bookedAt: endsAt, expiresAt: endsAt },
        intendedHolders: [{ ticketTypeId: 1, name: "Ada" }],
      })
      .returning({ id: bookings.id });
    return row?.id ?? 0;
  };
  const ids = [await intended(over), await intended(kept), await intended(over, true)];
  expect(await clean("intended-holders")).toEqual({ rows: 1, next: null });
  const rows = await db.select().from(bookings).where(inArray(bookings.id, ids)).orderBy(bookings.id);
  expect(rows.map(({ intendedHolders }) => intendedHolders !== null)).toEqual([false, true, true]);
});
