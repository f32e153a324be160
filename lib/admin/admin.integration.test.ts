import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { auditLog, emailDeliveries, events, failedRuns, outbox, providerEvents, users } from "@/db/schema";
import { bookingConfirmed, emailDue, functionFailed } from "@/inngest/events";
import { failedRun } from "@/inngest/functions/failed-run";
import { viewerForSession } from "@/lib/auth/session-viewer";
import { inspectToken, issueToken, tokenUrl } from "@/lib/auth/tokens";
import { requireViewer } from "@/lib/auth/viewer";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { makeEvent, makeUser } from "@/test/factories";
import { inngestStub } from "@/test/inngest-for-file";
import { runFunction } from "@/test/inngest-run";
import {
  auditInventoryAction,
  deactivateUserAction,
  dismissFailedRunAction,
  markUnknownPaymentSeenAction,
  reactivateUserAction,
  reconcileInventoryAction,
  retryEmailAction,
  retryFailedRunAction,
  sendOutboxAction,
} from "./actions";
import { listUndispatched, listUnsentEmails } from "./background";
import { listOpenFailedRuns } from "./failed-runs";
import { eventSearchSchema, listEvents, listUsers, userSearchSchema } from "./lists";
import { readOverview } from "./overview";
import { listUnhandledNotifications, listUnknownPayments } from "./provider-events";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), updateTag: vi.fn() }));

type User = Awaited<ReturnType<typeof makeUser>>;
let admin: User;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  admin = await makeUser(db, { name: "Amara", isSuperuser: true });
  signInAs(admin);
  await inngestStub.open();
  inngestStub.received.length = 0;
});

function signInAs({ id, name, email, isSuperuser }: User) {
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser });
}

const rowOf = async (userId: number) => (await db.select().from(users).where(eq(users.id, userId)))[0];
const actionsOf = async (actorId: number) =>
  (await db.select().from(auditLog).where(eq(auditLog.actorId, actorId)).orderBy(auditLog.id)).map(
    ({ action }) => action,
  );

describe("deactivating an account", () => {
  const reason = "asked for it";

  it("ends its sessions with the next request, invalidates its links, and can be undone", async () => {
    const user = await makeUser(db);
    const session = { userId: user.id, signedInAt: new Date() };
    expect(await viewerForSession(session)).toMatchObject({ id: user.id });
    const { tokenId } = await db.transaction((tx) => issueToken(tx, { userId: user.id, purpose: "sign_in" }));
    const token = new URL(tokenUrl({ id: tokenId, purpose: "sign_in" })).searchParams.get("token") ?? "";

    expect(await deactivateUserAction({ user: encodeOpaqueId(user.id, "user"), reason })).toEqual({ ok: true });
    expect(await viewerForSession(session)).toBeNull();
    expect(await inspectToken(db, token, "sign_in")).toMatchObject({ ok: false });

    expect(await reactivateUserAction({ user: encodeOpaqueId(user.id, "user"), reason: "back again" })).toEqual({
      ok: true,
    });
    // Earlier sessions and links stay invalid.
    expect(await viewerForSession(session)).toBeNull();
    expect(await inspectToken(db, token, "sign_in")).toEqual({ ok: false, code: "USED" });
    expect(await viewerForSession({ userId: user.id, signedInAt: new Date() })).toMatchObject({ id: user.id });
    expect(await actionsOf(admin.id)).toEqual(["admin.user-deactivated", "admin.user-reactivated"]);
  });

  it("is refused for oneself, a second time, without a reason, and for unknown users", async () => {
    const user = await makeUser(db);
    expect(await deactivateUserAction({ user: encodeOpaqueId(admin.id, "user"), reason })).toMatchObject({
      code: "YOURSELF",
    });
    expect(await deactivateUserAction({ user: encodeOpaqueId(user.id, "user"), reason: " " })).toMatchObject({
      ok: false,
      code: "INVALID",
    });
    expect(await deactivateUserAction({ user: "nobody", reason })).toMatchObject({ code: "NOT_FOUND" });
    expect(await reactivateUserAction({ user: encodeOpaqueId(user.id, "user"), reason })).toMatchObject({
      code: "ALREADY_SO",
    });
    expect(await rowOf(admin.id)).toMatchObject({ isActive: true });
    expect(await actionsOf(admin.id)).toEqual([]);
  });
});

describe("only a superuser", () => {
  it("gets anything done", async () => {
    const user = await makeUser(db);
    const other = await makeUser(db);
    signInAs(user);
    const answers = await Promise.all([
      deactivateUserAction({ user: encodeOpaqueId(other.id, "user"), reason: "because" }),
      reactivateUserAction({ user: encodeOpaqueId(other.id, "user"), reason: "because" }),
      retryFailedRunAction({ runId: "run" }),
      dismissFailedRunAction({ runId: "run" }),
      retryEmailAction({ key: "booking-confirmed:1" }),
      sendOutboxAction(),
      auditInventoryAction(),
      reconcileInventoryAction({ slug: "some-event" }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await rowOf(other.id)).toMatchObject({ isActive: true });
    expect(await actionsOf(user.id)).toEqual([]);
  });
});

describe("a failed run", () => {
  const failure = (runId: string, data: object = {}) => ({
    name: functionFailed.name,
    data: {
      run_id: runId,
      function_id: "quorix-booking-confirmed-mail",
      error: { name: "Error", message: "550 no such user ana@example.com" },
      event: { name: bookingConfirmed.name, data: { bookingId: 42 } },
      ...data,
    },
  });
  const record = (runId: string, data?: object) => runFunction(failedRun, failure(runId, data));
  const openOf = async (runId: string) => (await listOpenFailedRuns(1_000)).filter((run) => run.runId === runId);

  it("is kept once, without the email address in its error", async () => {
    const runId = crypto.randomUUID();
    await record(runId);
    await record(runId);
    expect(await openOf(runId)).toMatchObject([
      { functionId: "quorix-booking-confirmed-mail", error: "Error: 550 no such user (address)", isByClock: false },
    ]);
  });

  it("is retried once, with its event under a new id", async () => {
    const runId = crypto.randomUUID();
    await record(runId);
    const answers = await Promise.all([retryFailedRunAction({ runId }), retryFailedRunAction({ runId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "ALREADY_SETTLED" });
    expect(inngestStub.received).toEqual([
      expect.objectContaining({ name: "booking/confirmed", data: { bookingId: 42 } }),
    ]);
    const [row] = await db.select().from(failedRuns).where(eq(failedRuns.runId, runId));
    expect(row).toMatchObject({ settledBy: admin.id, settledAt: expect.any(Date) });
    const [sent] = await db
      .select()
      .from(outbox)
      .where(eq(outbox.id, inngestStub.received[0]?.id ?? ""));
    expect(sent?.dispatchedAt).toBeInstanceOf(Date);
    expect(await openOf(runId)).toEqual([]);
    expect(await actionsOf(admin.id)).toEqual(["admin.run-retried"]);
  });

  it("is not lost while Inngest is down: the sweep sends it", async () => {
    const runId = crypto.randomUUID();
    await record(runId);
    await inngestStub.close();
    expect(await retryFailedRunAction({ runId })).toEqual({ ok: true });
    const waiting = and(eq(outbox.name, "booking/confirmed"), eq(outbox.attempts, 1));
    expect(await db.select().from(outbox).where(waiting)).toContainEqual(
      expect.objectContaining({ dispatchedAt: null }),
    );
  });

  it("of a scheduled function is kept once with its latest error, and can only be dismissed", async () => {
    const sweep = { function_id: `quorix-sweep-${admin.id}`, event: { name: "inngest/scheduled.timer", data: {} } };
    const [first, last] = [crypto.randomUUID(), crypto.randomUUID()];
    await record(first, sweep);
    await record(last, sweep);
    expect(await openOf(first)).toEqual([]);
    expect(await openOf(last)).toMatchObject([{ isByClock: true }]);
    expect(await retryFailedRunAction({ runId: last })).toMatchObject({ ok: false });
    expect(await dismissFailedRunAction({ runId: last })).toEqual({ ok: true });
    expect(await openOf(last)).toEqual([]);
    expect(inngestStub.received).toEqual([]);
  });

  it("of the recording function itself is not recorded: it would never end", async () => {
    const runId = crypto.randomUUID();
    const { result } = await record(runId, { event: failure("another") });
    expect(result).toEqual({ recorded: false });
    expect(await openOf(runId)).toEqual([]);
  });
});

describe("an email that was not accepted", () => {
  const failed = async (status: "failed" | "sent" | "sending", claimedAt = new Date()) => {
    const key = `booking-confirmed:${Math.floor(Math.random() * 1e9)}`;
    const delivery = { key, to: "ana@quorix.test", subject: "Your tickets", messageId: `<${key}>`, status, claimedAt };
    await db.insert(emailDeliveries).values(delivery);
    return key;
  };

  it("is queued again; one that is sent, or being sent, is not", async () => {
    const [key, sent, sending] = [await failed("failed"), await failed("sent"), await failed("sending")];
    const stuck = await failed("sending", new Date(Date.now() - 60_000));
    expect(await retryEmailAction({ key })).toEqual({ ok: true });
    expect(await retryEmailAction({ key: stuck })).toEqual({ ok: true });
    expect(await retryEmailAction({ key: sent })).toMatchObject({ code: "EMAIL_SETTLED" });
    expect(await retryEmailAction({ key: sending })).toMatchObject({ code: "EMAIL_SETTLED" });
    expect(inngestStub.received.map(({ name, data }) => [name, data])).toEqual([
      [emailDue.name, { key }],
      [emailDue.name, { key: stuck }],
    ]);
    const keys = (await listUnsentEmails(1_000)).map((email) => email.key);
    expect(keys).toEqual(expect.arrayContaining([key, stuck]));
    expect(keys).not.toContain(sending);
  });

  it("stays on the list while Inngest is down", async () => {
    const key = await failed("failed");
    await inngestStub.close();
    expect(await retryEmailAction({ key })).toMatchObject({ ok: false, code: "INNGEST_AWAY" });
  });
});

describe("undispatched announcements", () => {
  it("are sent manually, once", async () => {
    const createdAt = new Date(Date.now() - 120_000);
    const id = crypto.randomUUID();
    await db.insert(outbox).values({ id, name: "event/changed", data: { eventId: 1 }, createdAt });
    await db.insert(outbox).values({ name: "event/changed", data: { eventId: 2 } });
    expect((await listUndispatched(100)).map((row) => row.id)).toContain(id);
    expect(await readOverview()).toMatchObject({ undispatched: expect.any(Number) });
    expect(await sendOutboxAction()).toMatchObject({ ok: true });
    expect(inngestStub.received.map((event) => event.id)).toContain(id);
    expect(await sendOutboxAction()).toEqual({ ok: true, sent: 0 });
  });
});

describe("the inventory", () => {
  it("is audited on demand, and a drifted event is reconciled", async () => {
    const [drifted, clean] = [await makeEvent(db, { name: "Drifted" }), await makeEvent(db)];
    await db.update(events).set({ availableTickets: 7 }).where(eq(events.id, drifted.id));
    const counted = await auditInventoryAction();
    if (!counted.ok) throw new Error(counted.code);
    const found = counted.findings.map(({ slug }) => slug);
    expect(found).toContain(drifted.slug);
    expect(found).not.toContain(clean.slug);
    expect(counted.findings.find(({ slug }) => slug === drifted.slug)).toMatchObject({
      isOversold: false,
      differences: ["7 available + 0 for the waitlist + 0 taken = 7, but the capacity is 10."],
    });
    expect(await reconcileInventoryAction({ slug: drifted.slug })).toEqual({ ok: true });
    expect(await reconcileInventoryAction({ slug: drifted.slug })).toMatchObject({ code: "NOT_RECONCILED" });
    expect(await reconcileInventoryAction({ slug: "nowhere" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await auditInventoryAction()).toMatchObject({ ok: true, total: 0 });
    expect(await actionsOf(admin.id)).toEqual([
      "admin.inventory-recounted",
      "admin.counters-mended",
      "admin.inventory-recounted",
    ]);
  });
});

describe("the lists", () => {
  it("find users by the beginning of a name or an address", async () => {
    const name = `Zoë ${crypto.randomUUID().slice(0, 8)}`;
    const user = await makeUser(db, { name });
    const find = async (q: string, show = "all") =>
      (await listUsers(userSearchSchema.parse({ q, show }), admin.id)).users.map(({ email }) => email);
    expect(await find(name.replace("ë", "e"))).toEqual([user.email]);
    expect(await find(name.slice(0, -3))).toEqual([user.email]);
    expect(await find(user.email)).toEqual([user.email]);
    expect(await find(name, "closed")).toEqual([]);
    expect(await find("'); drop table users --")).toEqual([]);
  });

  it("page through all users", async () => {
    for (let made = 0; made < 3; made += 1) await makeUser(db);
    const first = await listUsers(userSearchSchema.parse({}), admin.id);
    expect(first.users[0]).not.toHaveProperty("id");
    const { events: all } = await listEvents(eventSearchSchema.parse({ show: "published", q: "Drifted" }));
    expect(all).toMatchObject([{ name: "Drifted", taken: 0 }]);
  });
});

describe("payments that no booking has", () => {
  it("are listed until a superuser has seen them, however many notifications name them", async () => {
    const unknownPayment = { id: "pi_unknown", amount: 1_900, currency: "EUR" };
    const about = { type: "payment_intent.succeeded", objectId: "pi_unknown", objectKind: "payment_intent" };
    const notified = { ...about, createdAt: new Date(), handledAt: new Date(), unknownPayment };
    await db.insert(providerEvents).values([
      { ...notified, id: "evt_1" },
      { ...notified, id: "evt_2" },
      { ...about, id: "evt_3", createdAt: new Date(), receivedAt: new Date(Date.now() - 120_000) },
    ]);
    expect((await listUnknownPayments(10)).map(({ payment }) => payment)).toEqual([unknownPayment, unknownPayment]);
    expect(await listUnhandledNotifications(10)).toMatchObject([{ id: "evt_3", objectId: "pi_unknown" }]);
    expect((await readOverview()).unknownPayments).toBe(2);
    expect(await markUnknownPaymentSeenAction({ id: "evt_1" })).toEqual({ ok: true });
    expect(await markUnknownPaymentSeenAction({ id: "evt_2" })).toMatchObject({ ok: false, code: "ALREADY_SO" });
    expect(await listUnknownPayments(10)).toEqual([]);
    expect(await actionsOf(admin.id)).toEqual(["admin.unknown-payment-seen"]);
  });
});
