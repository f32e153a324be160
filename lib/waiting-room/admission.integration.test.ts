import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as enter } from "@/app/(site)/events/[slug]/queue/enter/route";
import { GET as go } from "@/app/(site)/events/[slug]/queue/go/route";
import { GET as poll } from "@/app/api/events/[slug]/queue/route";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { requireViewer } from "@/lib/auth/viewer";
import { quantityField } from "@/lib/booking/choice";
import { bookingManager } from "@/lib/booking/manager";
import { reserveAction } from "@/lib/checkout/actions";
import { joinWaitlistAction } from "@/lib/checkout/waitlist-actions";
import { makeEvent, makeUser } from "@/test/factories";
import { admissionFor } from "./admission";
import { admissionToken } from "./admission-token";
import { admissionCookie, newVisitor, visitorCookie } from "./visitor";

// Before lib/env is imported.
const service = await vi.hoisted(async () => {
  const { startTestRedis } = await import("@/test/services");
  const started = await startTestRedis();
  process.env.UPSTASH_REDIS_REST_URL = started.url;
  process.env.UPSTASH_REDIS_REST_TOKEN = started.token;
  return started;
});
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));

afterAll(() => service.close());

type Event = Awaited<ReturnType<typeof makeEvent>>;

async function signIn() {
  const { id, name, email } = await makeUser(db);
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
  return id;
}

beforeEach(async () => {
  jar.clear();
  await signIn();
});

const inRoom = ({ slug }: Event) => ({ params: Promise.resolve({ slug }) });

function request(path: string) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return new NextRequest(`http://localhost:3000${path}`, { headers: { cookie } });
}

/** Follows a route that sets cookies, as a browser does. */
async function visit(route: "enter" | "go", event: Event, query = "") {
  const asked = request(`/events/${event.slug}/queue${query}`);
  const response = await (route === "enter" ? enter(asked, inRoom(event)) : go(asked, inRoom(event)));
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    jar.set(name, value);
  }
  return response.headers.get("location");
}

const place = async (event: Event) => (await poll(request("/"), inRoom(event))).json();

async function admitted(event: Event) {
  await visit("enter", event);
  await vi.waitFor(async () => expect(await place(event)).toMatchObject({ state: "admitted" }), 10_000);
  expect(await visit("go", event)).toBe(`/events/${event.slug}`);
}

function form(event: Event, quantity = 1) {
  const data = new FormData();
  data.set("slug", event.slug);
  data.set("idempotencyKey", crypto.randomUUID());
  data.set(quantityField(event.ticketTypes[0]?.code ?? ""), String(quantity));
  return data;
}

/** The outcome of a reservation: a code, or the page it leads to. */
async function reserving(data: FormData) {
  try {
    const answer = await reserveAction(null, data);
    return answer?.ok ? answer.goTo : answer?.code;
  } catch (error) {
    return error instanceof Error && "digest" in error ? String(error.digest).split(";")[2] : error;
  }
}

const holdsOf = (event: Event) => db.$count(bookings, eq(bookings.eventId, event.id));

it("leads from the room to one hold, and back into the room for another", async () => {
  const event = await makeEvent(db, { waitingRoom: true });
  expect(await reserving(form(event))).toBe("ADMISSION_NEEDED");
  expect(await visit("enter", event, `?tickets=${event.ticketTypes[0]?.code}:2`)).toMatch(
    /queue\?tickets=.*:2&joined=1$/,
  );
  await admitted(event);
  const first = form(event);
  expect(await reserving(first)).toMatch(/^\/checkout\//);
  expect(await reserving(first), "a retry of the same attempt").toMatch(/^\/checkout\//);
  await signIn();
  expect(await reserving(form(event))).toBe("ADMISSION_NEEDED");
  expect(await place(event)).toMatchObject({ state: "used" });
  expect(await holdsOf(event)).toBe(1);
});

it("returns the admission where nothing was held", async () => {
  const event = await makeEvent(db, { waitingRoom: true, maxTicketsPerBooking: 4 });
  await admitted(event);
  expect(await reserving(form(event, 5))).toBe("TOO_MANY_TICKETS");
  expect(await place(event)).toMatchObject({ state: "admitted" });
  expect(await reserving(form(event, 4))).toMatch(/^\/checkout\//);
});

describe("a reservation that throws", () => {
  async function thrown(data: FormData) {
    vi.spyOn(bookingManager, "decide").mockRejectedValueOnce(new Error("the connection is lost"));
    expect(await reserving(data)).toMatchObject({ message: "the connection is lost" });
  }

  it("does not use up the admission if its retry is refused", async () => {
    const event = await makeEvent(db, { waitingRoom: true, maxTicketsPerBooking: 4 });
    await admitted(event);
    const attempt = form(event, 5);
    await thrown(attempt);
    expect(await reserving(attempt)).toBe("TOO_MANY_TICKETS");
    expect(await place(event)).toMatchObject({ state: "admitted" });
    expect(await reserving(form(event, 4))).toMatch(/^\/checkout\//);
  });

  it("does not use up the admission if the page was reloaded, which makes it another attempt", async () => {
    const event = await makeEvent(db, { waitingRoom: true });
    await admitted(event);
    await thrown(form(event));
    expect(await reserving(form(event))).toMatch(/^\/checkout\//);
    await signIn();
    expect(await reserving(form(event))).toBe("ADMISSION_NEEDED");
  });

  it("leaves the admission with its user, like an unknown outcome", async () => {
    const event = await makeEvent(db, { waitingRoom: true });
    await admitted(event);
    const [userId, other] = [await signIn(), await signIn()];
    const attempt = { event, userId, idempotencyKey: "one" };
    const first = await admissionFor(attempt);
    if (first.ok) await first.spend(async () => ({ ok: false, code: "UNKNOWN" }));
    expect(await admissionFor({ ...attempt, userId: other })).toMatchObject({ reason: "used" });
    expect(await admissionFor(attempt)).toMatchObject({ ok: true });
  });
});

it("makes one hold from a hundred concurrent uses of one admission", async () => {
  const event = await makeEvent(db, { waitingRoom: true, capacity: 500 });
  await admitted(event);
  const userIds = await Promise.all(Array.from({ length: 100 }, async () => (await makeUser(db)).id));
  const answers = await Promise.all(
    userIds.map((userId) => admissionFor({ event, userId, idempotencyKey: crypto.randomUUID() })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

it("refuses ten thousand direct calls of the action", async () => {
  const event = await makeEvent(db, { waitingRoom: true });
  const visitor = newVisitor();
  const soon = Date.now() + 60_000;
  const tokens = [
    undefined,
    "",
    "made up",
    admissionToken(event.id + 1, { visitor, until: soon }),
    admissionToken(event.id, { visitor: newVisitor(), until: soon }),
    admissionToken(event.id, { visitor, until: Date.now() - 1 }),
    `${admissionToken(event.id, { visitor, until: soon }).slice(0, -4)}AAAA`,
  ];
  jar.set(visitorCookie.name, visitor);
  const answers = new Map<string, number>();
  for (let call = 0; call < 10_000; call += 1) {
    const token = tokens[call % tokens.length];
    if (token === undefined) jar.delete(admissionCookie(event.slug).name);
    else jar.set(admissionCookie(event.slug).name, token);
    const answer = await admissionFor({ event, userId: 1, idempotencyKey: String(call) });
    const outcome = answer.ok ? "in" : answer.reason;
    answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
  }
  expect([...answers.keys()].toSorted()).toEqual(["none", "over"]);
  // With the token that the room itself would have made, the same cookies do get in: the refusals above were earned.
  jar.set(admissionCookie(event.slug).name, admissionToken(event.id, { visitor, until: soon }));
  expect(await admissionFor({ event, userId: 1, idempotencyKey: "one" })).toMatchObject({ ok: true });
});

it("cannot be bypassed by joining the waitlist while tickets are left", async () => {
  const event = await makeEvent(db, { waitingRoom: true, ticketTypes: [{ quota: 1, sold: 1 }, {}] });
  const data = new FormData();
  data.set("slug", event.slug);
  data.set("ticketTypeCode", event.ticketTypes[0]?.code ?? "");
  data.set("quantity", "1");
  expect(await joinWaitlistAction(null, data)).toMatchObject({ ok: false, code: "ADMISSION_NEEDED" });
  const soldOut = await makeEvent(db, { waitingRoom: true, availableTickets: 0 });
  data.set("slug", soldOut.slug);
  data.delete("ticketTypeCode");
  expect(await joinWaitlistAction(null, data)).toMatchObject({ ok: true });
});

it("requires no admission where there is no room", async () => {
  const event = await makeEvent(db);
  expect(await reserving(form(event))).toMatch(/^\/checkout\//);
  expect(await place(event)).toMatchObject({ state: "none" });
  expect(await visit("enter", event)).toBe(`/events/${event.slug}`);
});

it("opens automatically for an event with more requests than can be served", async () => {
  const event = await makeEvent(db);
  vi.spyOn(bookingManager, "queueLength").mockReturnValue(100_000);
  expect(await reserving(form(event))).toBe("ADMISSION_NEEDED");
  vi.mocked(bookingManager.queueLength).mockReturnValue(0);
  await vi.waitFor(async () => expect(await place(event)).toMatchObject({ state: "outside" }), 10_000);
  await admitted(event);
  expect(await reserving(form(event))).toMatch(/^\/checkout\//);
});
