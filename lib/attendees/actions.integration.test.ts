import "@/test/email-for-file";
import { and, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { accountTokens, auditLog, bookings, emailDeliveries, outbox, tickets, users } from "@/db/schema";
import { signInByLink } from "@/lib/auth/redeem-link";
import { signUp } from "@/lib/auth/sign-up";
import { tokenUrl } from "@/lib/auth/tokens";
import { requireViewer } from "@/lib/auth/viewer";
import { sendEmail } from "@/lib/notifications/send";
import { checkLimit } from "@/lib/redis/rate-limit";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { emailServer } from "@/test/email-for-file";
import { makeMember, makeUser } from "@/test/factories";
import {
  addGuestAction,
  cancelAttendeeAction,
  changeTicketTypeAction,
  correctTicketHolderAction,
  resendEmailsAction,
  undoTicketTypeChangeAction,
} from "./actions";
import { getBookingDetail } from "./booking-detail";
import { emailToResend } from "./resend";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));
vi.mock("@/lib/redis/rate-limit", () => ({ checkLimit: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {}, updateTag: () => {} }));
vi.mock("@/lib/after-response", () => ({ afterResponse: () => {} }));

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const someone = () => `${crypto.randomUUID()}@quorix.test`;

beforeEach(() => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.mocked(checkLimit).mockResolvedValue({ ok: true });
});

/** An event whose manager acts, with one booking of two tickets. */
async function setUp(options: Parameters<typeof testBookings.event>[0] = {}) {
  const manager = await makeUser(db, { name: "Mia Manager" });
  const { organizerId } = await makeMember(db, { userId: manager.id, role: "manager" });
  const { id, name, email } = manager;
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
  const event = await testBookings.event({
    organizerId,
    ticketTypes: [{ price: 1_000 }, { price: 2_500 }],
    ...options,
  });
  const { reference, userId } = await testBookings.book(event, 2);
  const [booking] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  const issued = await db
    .select()
    .from(tickets)
    .where(eq(tickets.bookingId, booking?.id ?? 0));
  const codes = issued.map(({ code }) => code);
  return { event, organizerId, reference, userId, bookingId: booking?.id ?? 0, codes, manager };
}

const second = (event: Awaited<ReturnType<typeof setUp>>["event"]) => event.ticketTypes[1]?.code ?? "";
const guest = (ticketTypeCode: string) => ({
  name: "Grace Hopper",
  email: someone(),
  ticketTypeCode,
  quantity: 1,
  isFree: true,
  sendsMail: true,
});

describe("another team's event", () => {
  it("cannot be changed, nor can another event through one's own", async () => {
    const theirs = await setUp();
    const mine = await setUp();
    const { slug } = theirs.event;
    const { reference, codes } = theirs;
    const move = { ticketCodes: codes, to: second(theirs.event) };
    const holder = { name: "Mallory", email: "" };
    const all = (of: string, to: string) => [
      addGuestAction({ slug: of, idempotencyKey: crypto.randomUUID(), ...guest(to) }),
      resendEmailsAction({ slug: of, references: [reference] }),
      correctTicketHolderAction({ slug: of, ticketCode: codes[0] ?? "", ...holder }),
      cancelAttendeeAction({ slug: of, reference, reason: "" }),
      changeTicketTypeAction({ slug: of, reference, ...move, to }),
      undoTicketTypeChangeAction({ slug: of, reference }),
    ];
    for (const answer of await Promise.all(all(slug, second(theirs.event)))) {
      expect(answer).toMatchObject({ ok: false, code: "NOT_FOUND" });
    }
    const [, ...withMySlug] = all(mine.event.slug, second(mine.event));
    for (const answer of await Promise.all(withMySlug)) expect(answer).toMatchObject({ ok: false });
    expect(await getBookingDetail(theirs.event.id, reference)).toMatchObject({
      status: "confirmed",
      totalPrice: 2_000,
    });
    expect(await getBookingDetail(mine.event.id, reference)).toBeNull();
  });

  it("is not read for an invalid request", async () => {
    const { event, reference } = await setUp();
    vi.mocked(requireViewer).mockClear();
    expect(await addGuestAction({ slug: event.slug, idempotencyKey: "short", ...guest("x") })).toMatchObject({
      code: "INVALID",
    });
    expect(
      await addGuestAction({
        slug: event.slug,
        idempotencyKey: crypto.randomUUID(),
        ...guest("x"),
        email: "nobody",
        quantity: 0,
      }),
    ).toMatchObject({ code: "INVALID", fieldErrors: { email: expect.any(String), quantity: "Enter at least 1." } });
    expect(await resendEmailsAction({ slug: event.slug, references: Array(51).fill(reference) })).toMatchObject({
      code: "INVALID",
    });
    expect(requireViewer).not.toHaveBeenCalled();
  });
});

describe("resending", () => {
  const versions = async () => {
    const rows = await db.select({ name: outbox.name, data: outbox.data }).from(outbox).orderBy(outbox.createdAt);
    return rows.filter(({ name }) => name === "booking/mail.asked").map(({ data }) => data);
  };

  it("sends each time under a new key, and each key once", async () => {
    const { event, reference, bookingId } = await setUp();
    const before = (await versions()).length;
    expect(await resendEmailsAction({ slug: event.slug, references: [reference, reference] })).toEqual({
      ok: true,
      sent: 1,
    });
    expect(await resendEmailsAction({ slug: event.slug, references: [reference] })).toEqual({ ok: true, sent: 1 });
    expect((await versions()).slice(before)).toEqual([
      { bookingId, version: 1 },
      { bookingId, version: 2 },
    ]);
    for (const version of [1, 1, 2]) {
      const key = await emailToResend(bookingId, version);
      if (!key) throw new Error("nothing to send");
      await sendEmail(key);
    }
    const sent = await db.select().from(emailDeliveries).where(eq(emailDeliveries.bookingId, bookingId));
    expect(sent.map(({ key }) => key).toSorted()).toEqual([
      `booking-confirmed:${bookingId}:1`,
      `booking-confirmed:${bookingId}:2`,
    ]);
    expect(await emailServer.messages(sent[0]?.to ?? "")).toHaveLength(2);
  });

  it("is limited, and has nothing to send for a hold", async () => {
    const { event, reference } = await setUp();
    const held = await testBookings.hold(event, 1);
    expect(await resendEmailsAction({ slug: event.slug, references: [held.reference] })).toMatchObject({
      ok: false,
      code: "NOTHING_TO_SEND",
    });
    vi.mocked(checkLimit).mockResolvedValue({ ok: false, retryInSeconds: 240, retryInMinutes: 4 });
    const before = (await versions()).length;
    expect(await resendEmailsAction({ slug: event.slug, references: [reference] })).toMatchObject({
      ok: false,
      message: expect.stringContaining("4 minutes"),
    });
    expect(await versions()).toHaveLength(before);
  });
});

describe("one booking", () => {
  it("has a name corrected, which can be undone", async () => {
    const { event, codes } = await setUp();
    const [code = ""] = codes;
    const saved = await correctTicketHolderAction({
      slug: event.slug,
      ticketCode: code,
      name: " Zoë ",
      email: "ZOE@Example.com",
    });
    expect(saved).toEqual({ ok: true, before: { name: "Holder 1", email: null } });
    const holder = async () =>
      (
        await db
          .select({ name: tickets.holderName, email: tickets.holderEmail })
          .from(tickets)
          .where(eq(tickets.code, code))
      )[0];
    expect(await holder()).toEqual({ name: "Zoë", email: "zoe@example.com" });
    await correctTicketHolderAction({ slug: event.slug, ticketCode: code, name: "Holder 1", email: "" });
    expect(await holder()).toEqual({ name: "Holder 1", email: null });
    expect(
      await correctTicketHolderAction({ slug: event.slug, ticketCode: code, name: " ", email: "x" }),
    ).toMatchObject({
      code: "INVALID",
      fieldErrors: { name: "Enter a name.", email: expect.any(String) },
    });
  });

  it("is cancelled with a reason, which is in the email and both histories", async () => {
    const { event, reference, bookingId, userId } = await setUp();
    expect(await cancelAttendeeAction({ slug: event.slug, reference, reason: "The balcony is closed." })).toEqual({
      ok: true,
    });
    expect(await cancelAttendeeAction({ slug: event.slug, reference, reason: "Again" })).toEqual({ ok: true });
    await sendEmail(`booking-cancelled:${bookingId}`);
    const [user] = await db.select().from(users).where(eq(users.id, userId));
    const [message] = await emailServer.messages(user?.email);
    expect(message?.text).toContain("The organizer cancelled your booking");
    expect(message?.text).toContain("The balcony is closed.");
    expect(message?.text).not.toContain("Again");
    const detail = await getBookingDetail(event.id, reference);
    expect(detail?.timeline.map(({ text }) => text)).toContain(
      "Mia Manager cancelled the booking: “The balcony is closed.”",
    );
    expect(detail?.tickets.map(({ status }) => status)).toEqual(["void", "void"]);
    await expectCleanInventory(db);
  });

  it("changes its ticket type and back, with the member in its history", async () => {
    const { event, reference, codes } = await setUp();
    const to = second(event);
    expect(await changeTicketTypeAction({ slug: event.slug, reference, ticketCodes: codes, to })).toEqual({
      ok: true,
      moved: 2,
    });
    expect(await getBookingDetail(event.id, reference)).toMatchObject({ totalPrice: 5_000 });
    expect(await undoTicketTypeChangeAction({ slug: event.slug, reference })).toEqual({ ok: true });
    const detail = await getBookingDetail(event.id, reference);
    expect(detail).toMatchObject({ totalPrice: 2_000, items: [{ quantity: 2, unitPrice: 1_000 }] });
    expect(detail?.timeline.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Mia Manager moved 2 tickets to Type 2",
        "Mia Manager undid moving the tickets to another type",
      ]),
    );
    expect(await undoTicketTypeChangeAction({ slug: event.slug, reference })).toMatchObject({
      ok: false,
      code: "NOTHING_TO_UNDO",
    });
  });
});

describe("a guest", () => {
  it("is added once, audited with the member, and refused with the reference of an existing booking", async () => {
    const { event, manager } = await setUp();
    const wanted = guest(second(event));
    const key = crypto.randomUUID();
    const added = await addGuestAction({ slug: event.slug, idempotencyKey: key, ...wanted });
    if (!added.ok) throw new Error(added.code);
    expect(await addGuestAction({ slug: event.slug, idempotencyKey: key, ...wanted })).toEqual(added);
    expect(await addGuestAction({ slug: event.slug, idempotencyKey: crypto.randomUUID(), ...wanted })).toMatchObject({
      code: "ALREADY_BOOKED",
      message: expect.stringContaining(added.reference),
      fieldErrors: { email: expect.any(String) },
    });
    const logged = await db
      .select({ actorId: auditLog.actorId })
      .from(auditLog)
      .where(and(eq(auditLog.eventId, event.id), eq(auditLog.action, "booking.guest-added")));
    expect(logged).toEqual([{ actorId: manager.id }]);
  });

  it("finds the booking in their account after signing up with that address", async () => {
    const { event } = await setUp();
    const wanted = guest(second(event));
    const added = await addGuestAction({ slug: event.slug, idempotencyKey: crypto.randomUUID(), ...wanted });
    if (!added.ok) throw new Error(added.code);
    const { email } = wanted;
    await signUp({ name: "Rear Admiral Hopper", email, password: "a long password", timeZone: null });
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(user).toMatchObject({ emailVerifiedAt: null });
    const [token] = await db
      .select()
      .from(accountTokens)
      .where(eq(accountTokens.userId, user?.id ?? 0))
      .orderBy(desc(accountTokens.createdAt));
    if (!token) throw new Error("no link was mailed");
    const secret = new URL(tokenUrl(token)).searchParams.get("token") ?? "";
    expect(await signInByLink(secret, "verify_email")).toMatchObject({ ok: true, user: { id: user?.id } });
    const mine = await db
      .select()
      .from(bookings)
      .where(eq(bookings.userId, user?.id ?? 0));
    expect(mine).toMatchObject([{ reference: added.reference, status: "confirmed" }]);
  });
});
