import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET as counters } from "@/app/api/organize/events/[slug]/check-in/counters/route";
import { GET as list } from "@/app/api/organize/events/[slug]/check-in/list/route";
import { POST as scan } from "@/app/api/organize/events/[slug]/check-in/scan/route";
import { POST as sync } from "@/app/api/organize/events/[slug]/check-in/sync/route";
import { POST as undo } from "@/app/api/organize/events/[slug]/check-in/undo/route";
import { db, sql } from "@/db/client";
import { tickets } from "@/db/schema";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { cancel } from "@/lib/booking/cancel";
import { deriveEventKey } from "@/lib/tickets/event-key";
import { fingerprintOf } from "@/lib/tickets/signed-code";
import { openTestBookings } from "@/test/booking";
import { makeMember, makeOrganizer, makeUser } from "@/test/factories";

vi.mock("@/lib/auth/viewer", () => ({ getViewer: vi.fn(), requireViewer: vi.fn() }));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const origin = "http://localhost:3000";

type User = Awaited<ReturnType<typeof makeUser>>;

function signInAs(user: User | null) {
  const seen = user && { id: user.id, name: user.name, email: user.email, timeZone: null, isSuperuser: false };
  vi.mocked(getViewer).mockResolvedValue(seen);
  if (seen) vi.mocked(requireViewer).mockResolvedValue(seen);
}

async function setUp(seats = 2) {
  const organizer = await makeOrganizer(db);
  const event = await testBookings.event({
    organizerId: organizer.id,
    startsAt: new Date(Date.now() + 3_600_000),
    endsAt: new Date(Date.now() + 7_200_000),
  });
  const booked = await testBookings.book(event, seats);
  const rows = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  return { organizer, event, booked, codes: rows.map((row) => row.code) };
}

async function member(organizerId: number, role: "owner" | "manager" | "door_staff") {
  const user = await makeUser(db);
  await makeMember(db, { organizerId, userId: user.id, role });
  return user;
}

const at = (slug: string) => ({ params: Promise.resolve({ slug }) });

function request(path: string, body?: unknown, headers: Record<string, string> = { origin }) {
  return new NextRequest(`${origin}/api/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const aScan = (code: string) => ({ id: crypto.randomUUID(), ticket: { text: code }, device: "Door A", anyDay: false });
const calls = (slug: string, code = "0000000000000000", headers?: Record<string, string>) => {
  const undoing = { id: crypto.randomUUID(), scanId: crypto.randomUUID(), device: "Door A" };
  return {
    scan: () => scan(request("scan", aScan(code), headers), at(slug)),
    undo: () => undo(request("undo", undoing, headers), at(slug)),
    sync: () => sync(request("sync", { steps: [] }, headers), at(slug)),
    list: () => list(request("list", undefined, headers), at(slug)),
    counters: () => counters(request("counters", undefined, headers), at(slug)),
  };
};
type Call = keyof ReturnType<typeof calls>;
const all: Call[] = ["scan", "undo", "sync", "list", "counters"];

beforeEach(() => signInAs(null));

describe.each(all)("%s", (name) => {
  test("answers every role of the team, and nobody else", async () => {
    const { organizer, event } = await setUp();
    for (const role of ["owner", "manager", "door_staff"] as const) {
      signInAs(await member(organizer.id, role));
      expect((await calls(event.slug)[name]()).status).toBe(200);
    }
    signInAs(await makeUser(db));
    expect((await calls(event.slug)[name]()).status).toBe(404);
    signInAs(await member((await makeOrganizer(db)).id, "owner"));
    expect((await calls(event.slug)[name]()).status).toBe(404);
    signInAs(null);
    expect((await calls(event.slug)[name]()).status).toBe(401);
  });

  test("answers same-origin requests only", async () => {
    const { organizer, event } = await setUp();
    signInAs(await member(organizer.id, "owner"));
    const foreign = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
    expect((await calls(event.slug, "", foreign)[name]()).status).toBe(403);
  });
});

test("invalid bodies are refused", async () => {
  const { organizer, event, codes } = await setUp();
  signInAs(await member(organizer.id, "door_staff"));
  const good = aScan(codes[0] ?? "");
  for (const bad of [null, {}, { ...good, id: "1" }, { ...good, device: "" }, { ...good, ticket: { id: 1 } }]) {
    expect((await scan(request("scan", bad), at(event.slug))).status).toBe(400);
  }
  const steps = [{ ...good, kind: "scan", at: "yesterday" }];
  expect((await sync(request("sync", { steps }), at(event.slug))).status).toBe(400);
  expect((await list(request("list?since=once"), at(event.slug))).status).toBe(400);
  expect((await scan(request("scan", good, {}), at(event.slug))).status).toBe(403);
});

test("the list has fingerprints and states of tickets, and no codes", async () => {
  const { organizer, event, booked, codes } = await setUp();
  const staff = await member(organizer.id, "door_staff");
  signInAs(staff);
  const [first = "", second = ""] = codes;
  await scan(request("scan", aScan(first)), at(event.slug));
  const answer = await list(request("list"), at(event.slug));
  const text = await answer.clone().text();
  for (const code of codes) expect(text).not.toContain(code);
  const body = await answer.json();
  expect(body).toMatchObject({ full: true, key: Buffer.from(deriveEventKey(event.id)).toString("base64") });
  expect(body.tickets).toHaveLength(2);
  expect(body.tickets).toContainEqual({
    fingerprint: await fingerprintOf(first),
    holderName: "Holder 1",
    type: testBookings.firstType(event),
    admission: { at: expect.any(String), by: staff.name },
  });
  expect(body.tickets).toContainEqual({
    fingerprint: await fingerprintOf(second),
    holderName: "Holder 2",
    type: testBookings.firstType(event),
  });

  await cancel(testBookings.manager, {
    reference: booked.reference,
    actor: { userId: booked.userId, isOrganizer: true },
  });
  const changed = await (await list(request(`list?since=${encodeURIComponent(body.version)}`), at(event.slug))).json();
  expect(changed.full).toBe(false);
  expect(changed.version > body.version).toBe(true);
  expect(changed.tickets.map((ticket: { isVoid?: boolean }) => ticket.isVoid)).toEqual([true, true]);
});

test("a later version has the changed tickets only", async () => {
  const { organizer, event, codes } = await setUp(3);
  signInAs(await member(organizer.id, "door_staff"));
  await db
    .update(tickets)
    .set({ changedAt: new Date(Date.now() - 600_000) })
    .where(eq(tickets.eventId, event.id));
  const since = encodeURIComponent(new Date(Date.now() - 300_000).toISOString());
  const changes = async () => (await (await list(request(`list?since=${since}`), at(event.slug))).json()).tickets;
  expect(await changes()).toEqual([]);
  await scan(request("scan", aScan(codes[1] ?? "")), at(event.slug));
  expect(await changes()).toMatchObject([{ fingerprint: await fingerprintOf(codes[1] ?? ""), admission: {} }]);
});

test("counters are answered with 304 while nothing changes", async () => {
  const { organizer, event, codes } = await setUp();
  signInAs(await member(organizer.id, "door_staff"));
  const ask = (etag = "") =>
    counters(request("counters", undefined, { origin, "if-none-match": etag }), at(event.slug));
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  const first = await ask();
  const etag = first.headers.get("etag") ?? "";
  expect((await first.json()).types).toMatchObject([{ in: 0, expected: 2 }]);
  expect((await ask(etag)).status).toBe(304);
  await scan(request("scan", aScan(codes[0] ?? "")), at(event.slug));
  expect((await (await ask(etag)).json()).types).toMatchObject([{ in: 1, expected: 2 }]);
  vi.useRealTimers();
});
