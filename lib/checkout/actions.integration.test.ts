import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { requireViewer } from "@/lib/auth/viewer";
import { quantityField } from "@/lib/booking/choice";
import { bookingManager } from "@/lib/booking/manager";
import { checkLimit } from "@/lib/redis/rate-limit";
import { makeEvent, makeUser } from "@/test/factories";
import { cancelBookingAction, confirmAction, releaseAction, reserveAction } from "./actions";
import { joinWaitlistAction } from "./waitlist-actions";

vi.mock("@/lib/redis/rate-limit", { spy: true });
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined }),
}));

type User = Awaited<ReturnType<typeof makeUser>>;

let user: User;

function signInAs(viewer: User) {
  user = viewer;
  const { id, name, email } = viewer;
  const seen = { id, name, email, timeZone: null, isSuperuser: false };
  vi.mocked(requireViewer).mockResolvedValue(seen);
}

function form(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** The target of the action's redirect, which is thrown. */
async function destination(action: Promise<unknown>) {
  const thrown = await action.then(
    (answer) => {
      throw new Error(`answered ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
  const digest = thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : "";
  const [, , path] = digest.split(";");
  if (!path) throw thrown;
  return path;
}

const bookingsOf = (viewer: User) => db.select().from(bookings).where(eq(bookings.userId, viewer.id));

async function setUp(options: Parameters<typeof makeEvent>[1] = {}) {
  const event = await makeEvent(db, options);
  const code = event.ticketTypes[0]?.code ?? "";
  const fields = { slug: event.slug, idempotencyKey: crypto.randomUUID(), [quantityField(code)]: "1" };
  return { event, code, fields };
}

beforeEach(async () => signInAs(await makeUser(db)));

describe("reserve", () => {
  it("returns the next page to a script, instead of rendering the checkout into its response", async () => {
    request.headers.set("next-action", "reserve");
    try {
      const { fields } = await setUp();
      const answer = await reserveAction(null, form(fields));
      const goTo = expect.stringMatching(/^\/checkout\/[0-9A-Z]{10}$/);
      expect(answer).toMatchObject({ ok: true, goTo, inPlace: false });
      const again = await reserveAction(null, form({ ...fields, idempotencyKey: crypto.randomUUID() }));
      expect(again).toMatchObject({ ok: true, goTo: expect.stringContaining("?held=before") });
    } finally {
      request.headers.delete("next-action");
    }
  });

  it("is rate limited per user, with the time to wait", async () => {
    const { event, fields } = await setUp();
    const limit = vi.mocked(checkLimit).mockResolvedValueOnce({ ok: false, retryInSeconds: 12, retryInMinutes: 1 });
    expect(await reserveAction(null, form(fields))).toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringContaining("12 seconds"),
    });
    const counted = { action: "reserve", user: String(user.id), event: String(event.id) };
    expect(limit).toHaveBeenLastCalledWith(counted, expect.anything());
    expect(await bookingsOf(user)).toEqual([]);
  });

  it("redirects to the checkout, and a repeated form with the same key to the same one", async () => {
    const { fields } = await setUp();
    const first = await destination(reserveAction(null, form(fields)));
    expect(first).toMatch(/^\/checkout\/[0-9A-Z]{10}$/);
    expect(await destination(reserveAction(null, form(fields)))).toBe(first);
    expect(await bookingsOf(user)).toHaveLength(1);
  });

  it("redirects a second attempt to the existing hold", async () => {
    const { fields } = await setUp();
    const first = await destination(reserveAction(null, form(fields)));
    const again = { ...fields, idempotencyKey: crypto.randomUUID() };
    expect(await destination(reserveAction(null, form(again)))).toBe(`${first}?held=before`);
  });

  it("asks a visitor to sign in and come back with the choice", async () => {
    const { event, code, fields } = await setUp();
    vi.mocked(requireViewer).mockRejectedValueOnce(new Error("sign in"));
    await expect(reserveAction(null, form({ ...fields, [quantityField(code)]: "3" }))).rejects.toThrow("sign in");
    expect(requireViewer).toHaveBeenLastCalledWith(`/events/${event.slug}?tickets=${code}:3`, expect.any(Number));
  });

  it("refuses invalid input before it checks the session", async () => {
    const { fields } = await setUp();
    vi.mocked(requireViewer).mockClear();
    expect(await reserveAction(null, form({ ...fields, slug: "../x" }))).toMatchObject({ ok: false, code: "INVALID" });
    expect(requireViewer).not.toHaveBeenCalled();
    expect(await bookingsOf(user)).toEqual([]);
  });

  it("says why it failed, and whether the waitlist helps", async () => {
    const { fields } = await setUp({ capacity: 0 });
    expect(await reserveAction(null, form(fields))).toMatchObject({
      code: "SOLD_OUT",
      offersWaitlist: true,
      title: "Just sold out",
    });
    expect(await reserveAction(null, form({ ...fields, slug: "no-such-event" }))).toMatchObject({
      code: "EVENT_NOT_FOUND",
    });
    expect(await reserveAction(null, form({ slug: fields.slug }))).toMatchObject({ code: "NO_TICKETS" });
  });
});

describe("confirm, release and cancel", () => {
  async function held() {
    const { code, fields } = await setUp();
    const path = await destination(reserveAction(null, form(fields)));
    const reference = path.split("/").at(-1) ?? "";
    const names = { "holders.0.ticketTypeCode": code, "holders.0.name": "Ada Lovelace" };
    return { reference, confirmation: { reference, ...names, terms: "on" } };
  }

  it("confirm redirects to the booking, and so does a repetition", async () => {
    const { reference, confirmation } = await held();
    expect(await destination(confirmAction(null, form(confirmation)))).toBe(`/bookings/${reference}`);
    expect(await destination(confirmAction(null, form(confirmation)))).toBe(`/bookings/${reference}`);
  });

  it("an unknown outcome is reported as unknown, also while the database cannot be queried for the event", async () => {
    const { reference, confirmation } = await held();
    const unknown = { ok: false, code: "UNKNOWN" } as const;
    vi.spyOn(bookingManager, "findBooking").mockResolvedValue(unknown);
    vi.spyOn(db, "select").mockImplementation(() => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
    expect(await confirmAction(null, form(confirmation))).toMatchObject(unknown);
    expect(await releaseAction(null, form({ reference }))).toMatchObject(unknown);
    expect(await cancelBookingAction(null, form({ reference }))).toMatchObject(unknown);
  });

  it("confirm without the terms shows an error at the field and keeps the input", async () => {
    const { terms: _, ...unaccepted } = (await held()).confirmation;
    expect(await confirmAction(null, form(unaccepted))).toMatchObject({
      code: "INVALID",
      fieldErrors: { terms: "Accept the terms to continue." },
      values: { "holders.0.name": "Ada Lovelace" },
    });
  });

  it("do not affect another user's booking", async () => {
    const { reference, confirmation } = await held();
    const owner = user;
    signInAs(await makeUser(db));
    const denied = { ok: false, code: "BOOKING_NOT_FOUND" };
    expect(await confirmAction(null, form(confirmation))).toMatchObject(denied);
    expect(await releaseAction(null, form({ reference }))).toMatchObject(denied);
    expect(await cancelBookingAction(null, form({ reference }))).toMatchObject(denied);
    expect(await bookingsOf(owner)).toMatchObject([{ status: "pending" }]);
  });

  it("release never cancels a booking that another tab has confirmed", async () => {
    const { reference, confirmation } = await held();
    await destination(confirmAction(null, form(confirmation)));
    expect(await destination(releaseAction(null, form({ reference })))).toBe(`/bookings/${reference}`);
    expect(await bookingsOf(user)).toMatchObject([{ status: "confirmed" }]);
  });

  it("cancel ends a confirmed booking, and is idempotent", async () => {
    const { reference, confirmation } = await held();
    await destination(confirmAction(null, form(confirmation)));
    expect(await destination(cancelBookingAction(null, form({ reference })))).toBe(`/bookings/${reference}`);
    expect(await destination(cancelBookingAction(null, form({ reference })))).toBe(`/bookings/${reference}`);
    expect(await bookingsOf(user)).toMatchObject([{ status: "cancelled" }]);
  });
});

describe("joining the waitlist", () => {
  it("returns the position, or the refusal", async () => {
    const { fields } = await setUp({ capacity: 0 });
    const request = form({ slug: fields.slug, quantity: "2", acceptFewer: "on" });
    expect(await joinWaitlistAction(null, request)).toMatchObject({ ok: true, position: 1, alreadyWaiting: false });
    expect(await joinWaitlistAction(null, request)).toMatchObject({ ok: true, position: 1, alreadyWaiting: true });

    const free = await setUp();
    expect(await joinWaitlistAction(null, form({ slug: free.fields.slug, quantity: "1" }))).toMatchObject({
      code: "SEATS_AVAILABLE",
    });
    expect(await joinWaitlistAction(null, form({ slug: fields.slug, quantity: "none" }))).toMatchObject({
      code: "INVALID",
    });
  });
});
