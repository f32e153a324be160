import { and, eq } from "drizzle-orm";
import { updateTag } from "next/cache";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, waitlistEntries } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/auth/viewer";
import { bookingManager } from "@/lib/booking/manager";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { makeEvent, makeMember, makeUser } from "@/test/factories";
import { convertWaitlist } from "./convert";
import { offerToEntryAction, runWaitlistAction } from "./organizer-actions";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
vi.mock("next/cache", async (original) => ({ ...(await original()), updateTag: vi.fn() }));

afterAll(() => sql.end());

let event: Awaited<ReturnType<typeof makeEvent>>;
let entry: string;
let entryId: number;

async function signInAs(role: Role | null) {
  const { id, name, email } = await makeUser(db);
  if (role) await makeMember(db, { organizerId: event.organizerId, userId: id, role });
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
  return id;
}

/** One waits, and a seat is free. */
beforeEach(async () => {
  event = await makeEvent(db, { capacity: 1 });
  const { id: userId } = await makeUser(db);
  const [waiting] = await db
    .insert(waitlistEntries)
    .values({ eventId: event.id, userId, quantity: 1, joinedAt: new Date() })
    .returning();
  entryId = waiting?.id ?? 0;
  entry = encodeOpaqueId(entryId, "waitlist");
});

const offer = (change: Partial<Parameters<typeof offerToEntryAction>[0]> = {}) =>
  offerToEntryAction({ slug: event.slug, entry, reason: "She is the headliner's mother.", ...change });

const status = async () =>
  (await db.select().from(waitlistEntries).where(eq(waitlistEntries.id, entryId))).map((row) => row.status);

describe.each<[string, Role | null, string | null]>([
  ["an owner", "owner", null],
  ["a manager", "manager", null],
  ["door staff", "door_staff", "NOT_ALLOWED"],
  ["a stranger", null, "NOT_FOUND"],
])("%s", (_, role, refusal) => {
  it(refusal ? "may neither run it nor offer" : "may run it", async () => {
    await signInAs(role);
    const answer = await runWaitlistAction({ slug: event.slug });
    expect(answer).toMatchObject(
      refusal ? { ok: false, code: refusal } : { ok: true, message: "1 person got a booking." },
    );
    expect(await status()).toEqual([refusal ? "waiting" : "converted"]);
  });

  it(refusal ? "may not offer manually either" : "may offer manually", async () => {
    await signInAs(role);
    const answer = await offer();
    expect(answer).toMatchObject(refusal ? { ok: false, code: refusal } : { ok: true, message: "Booked: 1 ticket." });
    expect(await status()).toEqual([refusal ? "waiting" : "converted"]);
  });
});

it("updates public availability, and audits the member", async () => {
  const viewerId = await signInAs("manager");
  await offer();
  expect(vi.mocked(updateTag).mock.calls.flat()).toEqual(expect.arrayContaining([`event:${event.slug}`, "events"]));
  await runWaitlistAction({ slug: event.slug });
  const rows = await db
    .select({ action: auditLog.action, actorId: auditLog.actorId })
    .from(auditLog)
    .where(and(eq(auditLog.eventId, event.id), eq(auditLog.actorId, viewerId)));
  expect(rows.map(({ action }) => action)).toEqual(["waitlist.offered-by-hand", "waitlist.run"]);
});

it("reports invalid input, and an entry that is unknown or another event's", async () => {
  await signInAs("owner");
  expect(await offer({ reason: " a " })).toMatchObject({
    code: "INVALID",
    fieldErrors: { reason: "Enter a reason, so that your team knows why." },
  });
  expect(await offer({ reason: "x".repeat(301) })).toMatchObject({ code: "INVALID" });
  for (const other of ["", "1", String(entryId), encodeOpaqueId(entryId, "user")]) {
    expect(await offer({ entry: other })).toMatchObject({ ok: false, code: "NOT_WAITING" });
  }
  const elsewhere = await makeEvent(db, { organizerId: event.organizerId });
  expect(await offer({ slug: elsewhere.slug })).toMatchObject({ ok: false, code: "NOT_WAITING" });
  expect(await runWaitlistAction({ slug: "../x" })).toMatchObject({ ok: false, code: "INVALID" });
  expect(await status()).toEqual(["waiting"]);
});

it("says that no tickets are available", async () => {
  await signInAs("owner");
  await convertWaitlist(bookingManager, { eventId: event.id });
  expect(await runWaitlistAction({ slug: event.slug })).toMatchObject({
    ok: true,
    message: "No tickets are available right now. Tickets are offered automatically when they become available.",
  });
});
