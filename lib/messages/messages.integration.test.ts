import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { and, eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/route";
import { db, sql } from "@/db/client";
import { auditLog, messageOptouts, operations, users } from "@/db/schema";
import { confirm } from "@/lib/booking/confirm";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-link";
import { countAudience } from "@/lib/operations/audience";
import { cancelEvent } from "@/lib/operations/cancel-event";
import type { Audience } from "@/lib/operations/detail";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { readOperationOutcome, runOperation } from "@/test/operations";
import { sendMessage } from "./send-message";
import { findSubscriptionByToken, setSubscription } from "./subscription";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const words = { subject: "Doors open at 18:30", body: "Bring a **coat**.", replies: false };

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

async function send(event: TestEvent, audience: Audience, over: Partial<typeof words> = {}, id = crypto.randomUUID()) {
  const actorId = await testBookings.user();
  const { operationId } = await sendMessage({ id, event, actorId, detail: { ...words, ...over, audience } });
  return { operationId, actorId };
}

async function emailsOf(userId: number) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return emailServer.messages(user?.email);
}

const sourceOf = async (id = "") => (await fetch(`${emailServer.inboxUrl}/messages/${id}/source`)).text();

/** Two ticket types with attendees, a waitlist, and a cancelled booking. */
async function crowd() {
  const event = await testBookings.event({ capacity: 4, ticketTypes: [{ name: "Floor" }, { name: "Balcony" }] });
  const balcony = event.ticketTypes[1]?.code ?? "";
  const floor = await testBookings.book(event);
  const held = await testBookings.hold(event, 1, undefined, balcony);
  const confirmed = await confirm(testBookings.manager, {
    ...held,
    holders: [{ ticketTypeCode: balcony, name: "Ana" }],
  });
  if (!confirmed.ok) throw new Error(confirmed.code);
  const gone = await testBookings.book(event);
  const pending = await testBookings.hold(event);
  const waiting = await testBookings.wait(event, 3);
  await testBookings.cancel(gone);
  return { event, balcony, floor, upstairs: held, gone, pending, waiting };
}

test.each([
  ["everybody", { kind: "all" }, ["floor", "upstairs"]],
  ["a ticket type", { kind: "type" }, ["upstairs"]],
  ["the waitlist", { kind: "waitlist" }, ["waiting"]],
  ["a selection", { kind: "references" }, ["floor", "gone"]],
] as const)("%s: the counted people get it once, and no one else", async (_, { kind }, expected) => {
  const people = await crowd();
  const { event, balcony, floor, gone } = people;
  const audience: Audience =
    kind === "type"
      ? { kind, code: balcony, name: "Balcony" }
      : kind === "references"
        ? { kind, references: [floor.reference, gone.reference, "NOBODY0000"] }
        : { kind };
  const size = await countAudience(event, audience);
  expect(size).toEqual({ people: expected.length, optedOut: 0 });
  const { operationId } = await send(event, audience);
  await runOperation(operationId);
  const { recipients } = await readOperationOutcome(operationId);
  expect(recipients.map((one) => one.userId).toSorted()).toEqual(expected.map((who) => people[who].userId).toSorted());
  for (const who of ["floor", "upstairs", "gone", "pending", "waiting"] as const) {
    const received = (await emailsOf(people[who].userId)).map(({ subject, deliveries }) => ({ subject, deliveries }));
    expect(received, who).toEqual(
      expected.some((one) => one === who) ? [{ subject: words.subject, deliveries: 1 }] : [],
    );
  }
});

test("references and ticket types of another event have no recipients", async () => {
  const [mine, theirs] = [await testBookings.event(), await testBookings.event()];
  const booked = await testBookings.book(theirs);
  const code = theirs.ticketTypes[0]?.code ?? "";
  const nobody = { people: 0, optedOut: 0 };
  expect(await countAudience(mine, { kind: "references", references: [booked.reference] })).toEqual(nobody);
  expect(await countAudience(mine, { kind: "type", code, name: "" })).toEqual(nobody);
});

test("attendees and the waitlist of a cancelled event can still get messages", async () => {
  const { event, floor, upstairs, waiting } = await crowd();
  const cancelled = await cancelEvent(testBookings.manager, {
    eventId: event.id,
    actorId: await testBookings.user(),
    reason: "Flood",
  });
  if (!cancelled.ok || cancelled.operationId === null) throw new Error("not cancelled");
  await runOperation(cancelled.operationId);
  expect(await countAudience(event, { kind: "all" })).toMatchObject({ people: 2 });
  expect(await countAudience(event, { kind: "waitlist" })).toMatchObject({ people: 1 });
  const { operationId } = await send(event, { kind: "all" }, { subject: "Your money back" });
  await runOperation(operationId);
  expect((await readOperationOutcome(operationId)).recipients.map((one) => one.userId)).toEqual([
    floor.userId,
    upstairs.userId,
  ]);
  expect((await emailsOf(waiting.userId)).map((one) => one.subject)).toEqual([`Event cancelled: ${event.name}`]);
});

test("the email names its author, has an unsubscribe link, and sends replies to the chosen address", async () => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const { operationId, actorId } = await send(event, { kind: "all" }, { replies: true });
  await runOperation(operationId);
  const [message] = await emailsOf(booked.userId);
  const source = await sourceOf(message?.id);
  const [sender] = await db.select().from(users).where(eq(users.id, actorId));
  expect(message?.from).toContain("Night Owl Presents (Quorix)");
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(source.replace(/\r\n\s+/g, " ")).toMatch(
    /^List-Unsubscribe: <http:\/\/localhost:3000\/api\/unsubscribe\?token=[\w-]+>/m,
  );
  expect(source).toContain(`Reply-To: ${sender?.email}`);
  expect(message?.text).toContain("Bring a coat.");

  const quiet = await send(event, { kind: "all" }, { subject: "No answers" });
  await runOperation(quiet.operationId);
  const [second] = await emailsOf(booked.userId);
  expect(await sourceOf(second?.id)).not.toContain("Reply-To");
});

test("people who unsubscribed or have no active account are skipped with the reason", async () => {
  const event = await testBookings.event();
  const [out, closed, stays] = [
    await testBookings.book(event),
    await testBookings.book(event),
    await testBookings.book(event),
  ];
  await setSubscription(unsubscribeToken({ organizerId: event.organizerId, userId: out.userId }), true);
  await db.update(users).set({ isActive: false }).where(eq(users.id, closed.userId));
  expect(await countAudience(event, { kind: "all" })).toEqual({ people: 3, optedOut: 1 });
  const { operationId } = await send(event, { kind: "all" });
  await runOperation(operationId);
  expect((await readOperationOutcome(operationId)).recipients).toMatchObject([
    { userId: out.userId, status: "skipped", reason: "Unsubscribed from this organizer." },
    { userId: closed.userId, status: "skipped", reason: "The account is closed." },
    { userId: stays.userId, status: "done", reason: null },
  ]);
  expect(await emailsOf(out.userId)).toEqual([]);
});

test("a message sent twice is one; the same page with other content is another", async () => {
  const event = await testBookings.event();
  const id = crypto.randomUUID();
  const [first, second] = await Promise.all([
    send(event, { kind: "all" }, {}, id),
    send(event, { kind: "all" }, {}, id),
  ]);
  const third = await send(event, { kind: "all" }, { body: "Bring a **hat**." }, id);
  expect([first.operationId, second.operationId]).toEqual([id, id]);
  expect(third.operationId).not.toBe(id);
  expect(await db.select().from(operations).where(eq(operations.eventId, event.id))).toHaveLength(2);
  const other = await send(await testBookings.event(), { kind: "all" }, {}, id);
  expect(other.operationId).not.toBe(id);
  const written = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.eventId, event.id), eq(auditLog.action, "message.sent")));
  expect(JSON.stringify(written)).not.toContain("coat");
});

test("opening the link changes nothing, posting stops messages, and they can be resumed", async () => {
  const event = await testBookings.event();
  const { userId } = await testBookings.book(event);
  const token = unsubscribeToken({ organizerId: event.organizerId, userId });
  const url = `http://localhost:3000/api/unsubscribe?token=${token}`;
  const optouts = () => db.select().from(messageOptouts).where(eq(messageOptouts.userId, userId));

  await expect(GET(new NextRequest(url))).rejects.toThrow(/NEXT_REDIRECT/);
  expect(await optouts()).toEqual([]);
  const body = "List-Unsubscribe=One-Click";
  for (let times = 0; times < 2; times += 1) {
    expect((await POST(new NextRequest(url, { method: "POST", body }))).status).toBe(200);
    expect(await optouts()).toHaveLength(1);
  }
  expect(await findSubscriptionByToken(token)).toEqual({
    ...{ organizer: "Night Owl Presents", isStopped: true },
    email: expect.stringMatching(/^..…@quorix\.test$/),
  });
  expect(await setSubscription(token, false)).toBe(true);
  expect(await optouts()).toEqual([]);

  const gone = unsubscribeToken({ organizerId: 999_999, userId });
  for (const bad of ["", "broken", `${token}AAAA`, gone]) {
    const answer = await POST(
      new NextRequest(`http://localhost:3000/api/unsubscribe?token=${bad}`, { method: "POST" }),
    );
    expect(answer.status).toBe(400);
  }
  expect(await optouts()).toEqual([]);
});
