import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { events, operationRecipients, operations, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { composeMessageAction } from "@/lib/messages/actions";
import { openTestBookings, type TestEvent } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { makeMember } from "@/test/factories";
import { cancelEventAction, retryFailedRecipientsAction, sendChangeNowAction } from "./actions";

let viewer: Viewer;
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: async () => viewer }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "next-action": "sent by a script" }) }));
const tags: string[] = [];
vi.mock("next/cache", async (original) => ({
  ...(await original<typeof import("next/cache")>()),
  updateTag: (tag: string) => void tags.push(tag),
}));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  tags.length = 0;
});

async function actAs(role: "owner" | "manager" | "door_staff" | "stranger", event: TestEvent) {
  const userId = await testBookings.user();
  if (role !== "stranger") await makeMember(db, { organizerId: event.organizerId, userId, role });
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  if (!user) throw new Error("no user");
  viewer = { id: user.id, name: user.name, email: user.email, timeZone: null, isSuperuser: false };
}

function fields(values: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

/** The redirect of an action, or its result. */
async function outcome(action: Promise<unknown>): Promise<unknown> {
  return action.catch((error: { digest?: string }) => {
    const [, , path] = error.digest?.split(";") ?? [];
    if (!path) throw error;
    return path;
  });
}

const statusOf = async (event: TestEvent) => (await db.select().from(events).where(eq(events.id, event.id)))[0]?.status;
const written = { subject: "Doors", body: "Hello", to: "all" };
const write = (event: TestEvent, intent: string, values: Record<string, string> = {}) =>
  outcome(
    composeMessageAction(null, fields({ slug: event.slug, id: crypto.randomUUID(), ...written, intent, ...values })),
  );

test.each(["door_staff", "stranger"] as const)("%s can't cancel, write or retry", async (role) => {
  const event = await testBookings.event();
  const booked = await testBookings.book(event);
  const [failed] = await db
    .insert(operations)
    .values({ kind: "event_cancellation", eventId: event.id, startedBy: booked.userId, detail: { reason: "No" } })
    .returning({ id: operations.id });
  const operation = failed?.id ?? "";
  await db.insert(operationRecipients).values({ operationId: operation, userId: booked.userId, status: "failed" });
  await actAs(role, event);
  const cancelling = fields({ slug: event.slug, reason: "Flood", eventName: event.name });
  expect(await outcome(cancelEventAction({}, cancelling))).toMatchObject({ message: expect.any(String) });
  for (const intent of ["send", "review", "test"]) {
    expect(await write(event, intent)).toMatchObject({ ok: false, message: expect.any(String) });
  }
  for (const action of [retryFailedRecipientsAction, sendChangeNowAction]) {
    expect(await outcome(action(fields({ slug: event.slug, operation })))).toBe("/organize");
  }
  expect(await statusOf(event)).toBe("published");
  expect(await db.select().from(operations).where(eq(operations.eventId, event.id))).toHaveLength(1);
  const [recipient] = await db.select().from(operationRecipients).where(eq(operationRecipients.operationId, operation));
  expect(recipient?.status).toBe("failed");
  expect(await emailServer.messages(viewer.email)).toEqual([]);
});

test.each(["owner", "manager"] as const)(
  "%s cancels with a reason and the event's name, and what is typed stays",
  async (role) => {
    const event = await testBookings.event({ name: "Café  Über" });
    await actAs(role, event);
    const cancel = (reason: string, eventName: string) =>
      outcome(cancelEventAction({}, fields({ slug: event.slug, reason, eventName })));
    expect(await cancel("  ", "café")).toMatchObject({
      fieldErrors: { reason: expect.anything(), eventName: expect.anything() },
      values: { reason: "  ", eventName: "café" },
    });
    expect(await statusOf(event)).toBe("published");
    expect(await cancel("Flood", " cafe\u0301 über")).toMatch(/\/operations\/[0-9a-f-]{36}$/);
    expect(await statusOf(event)).toBe("cancelled");
    expect(tags).toEqual(expect.arrayContaining([`event:${event.slug}`, "events"]));
  },
);

test("an operation of another team's event can't be changed through one's own event", async () => {
  const [mine, theirs] = [await testBookings.event(), await testBookings.event()];
  const booked = await testBookings.book(theirs);
  const [row] = await db
    .insert(operations)
    .values({ kind: "event_cancellation", eventId: theirs.id, startedBy: booked.userId, detail: { reason: "No" } })
    .returning({ id: operations.id });
  await db.insert(operationRecipients).values({ operationId: row?.id ?? "", userId: booked.userId, status: "failed" });
  await actAs("owner", mine);
  expect(await outcome(retryFailedRecipientsAction(fields({ slug: mine.slug, operation: row?.id ?? "" })))).toBe(
    "/organize",
  );
  const [recipient] = await db
    .select()
    .from(operationRecipients)
    .where(eq(operationRecipients.operationId, row?.id ?? ""));
  expect(recipient?.status).toBe("failed");
});

test("a message is reviewed, tested and sent; errors are shown at their field", async () => {
  const event = await testBookings.event();
  await testBookings.book(event);
  await actAs("manager", event);
  expect(await write(event, "send", { subject: " ", body: "" })).toMatchObject({
    fieldErrors: { subject: "Enter a subject.", body: "Enter a message." },
    values: { subject: " ", body: "" },
  });
  expect(await write(event, "send", { to: "type:nothing" })).toMatchObject({
    fieldErrors: { to: "Choose who it’s for." },
  });
  expect(await write(event, "review")).toMatchObject({ review: { people: 1, optedOut: 0, subject: "Doors" } });
  expect(await db.select().from(operations).where(eq(operations.eventId, event.id))).toEqual([]);
  expect(await write(event, "test")).toMatchObject({ testedBy: viewer.email });
  expect((await emailServer.messages(viewer.email)).map((one) => one.subject)).toEqual(["Test: Doors"]);

  const id = crypto.randomUUID();
  const led = await Promise.all([write(event, "send", { id }), write(event, "send", { id })]);
  expect(led).toEqual(Array(2).fill(`/organize/events/${event.slug}/operations/${id}`));
  expect(await db.select().from(operations).where(eq(operations.eventId, event.id))).toHaveLength(1);
});
