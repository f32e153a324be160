import { desc, eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { sql as client, db } from "@/db/client";
import { accountTokens, bookings, tickets, users } from "@/db/schema";
import { correctHolder } from "@/lib/attendees/correct-holder";
import { saveProfileAction } from "@/lib/auth/account-actions";
import { issueLinkByEmail } from "@/lib/auth/email-link";
import { linkProviderAccount } from "@/lib/auth/provider-account";
import { signInByLink } from "@/lib/auth/redeem-link";
import { signUp } from "@/lib/auth/sign-up";
import { tokenUrl } from "@/lib/auth/tokens";
import { requireViewer } from "@/lib/auth/viewer";
import { addGuest } from "@/lib/booking/add-guest";
import { confirm } from "@/lib/booking/confirm";
import { openTestBookings } from "@/test/booking";
import { makeUser } from "@/test/factories";
import { FOLDING_VERSION } from "./fold";
import { peopleQuery } from "./vector";

// What Next provides around a request: nothing of it decides anything here.
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/server", () => ({ after: () => {} }));
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));

const testBookings = await openTestBookings({ url: "", db, sql: client, close: async () => {} });

const anAddress = () => `${crypto.randomUUID()}@quorix.test`;
const password = "a long password";

/** The addresses of the users who are found by these words, all of whom are folded. */
async function usersFound(words: string) {
  const rows = await db
    .select({ email: users.email, folding: users.folding })
    .from(users)
    .where(sql`${users.search} @@ ${peopleQuery(words)}::tsquery`);
  for (const row of rows) expect(row.folding).toBe(FOLDING_VERSION);
  return rows.map(({ email }) => email);
}

async function ticketsFound(words: string) {
  const rows = await db
    .select({ name: tickets.holderName, folding: tickets.folding })
    .from(tickets)
    .where(sql`${tickets.search} @@ ${peopleQuery(words)}::tsquery`);
  for (const row of rows) expect(row.folding).toBe(FOLDING_VERSION);
  return rows.map(({ name }) => name);
}

async function lastLink(email: string) {
  const [token] = await db
    .select({ id: accountTokens.id, purpose: accountTokens.purpose })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(eq(users.email, email))
    .orderBy(desc(accountTokens.createdAt))
    .limit(1);
  if (!token) throw new Error(`no link for ${email}`);
  return new URL(tokenUrl(token)).searchParams.get("token") ?? "";
}

async function guestOf(name: string, email: string) {
  const event = await testBookings.event();
  const added = await addGuest(testBookings.manager, {
    ...{
      eventId: event.id,
      actorId: await testBookings.user(),
      name,
      email,
      quantity: 1,
      isFree: true,
      sendsMail: false,
    },
    ...{ ticketTypeCode: testBookings.firstType(event), idempotencyKey: crypto.randomUUID() },
  });
  if (!added.ok) throw new Error(added.code);
  return event;
}

const google = () => ({ provider: "google", providerAccountId: crypto.randomUUID() });

test.each<[string, string, (email: string) => Promise<unknown>]>([
  ["signs up", "Søren Æther", (email) => signUp({ name: "Søren Æther", email, password, timeZone: null })],
  ["comes by a provider", "Łukasz Żółć", (email) => linkProviderAccount(google(), { name: "Łukasz Żółć", email })],
  ["is a guest", "Jürgen Groß", (email) => guestOf("Jürgen Groß", email)],
  [
    "has a profile for it",
    "Пётр Чайковский",
    async (email) => {
      const { id, name } = await makeUser(db, { name: "Somebody Else", email });
      vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
      const form = new FormData();
      for (const [field, value] of Object.entries({ name: "Пётр Чайковский", timeZone: "" })) form.set(field, value);
      expect(await saveProfileAction({}, form)).toMatchObject({ ok: true });
    },
  ],
  [
    "proves the last of several sign-ups",
    "Åse Ødegård",
    async (email) => {
      for (const name of ["Somebody Else", "Åse Ødegård"]) await signUp({ name, email, password, timeZone: null });
      expect(await signInByLink(await lastLink(email), "verify_email")).toMatchObject({ ok: true });
    },
  ],
  [
    "says it behind a mailed link",
    "Zoë Strauß",
    async (email) => {
      await issueLinkByEmail({ email, purpose: "sign_in", callbackPath: "/" });
      expect(await signInByLink(await lastLink(email), "sign_in", "Zoë Strauß")).toMatchObject({ ok: true });
    },
  ],
])("who %s is found by the name %s, and by the address", async (_, name, write) => {
  const email = anAddress();
  await write(email);
  expect(await usersFound(name)).toEqual([email]);
  expect(await usersFound(email)).toEqual([email]);
  expect(await usersFound(`somebody else ${email}`)).toEqual([]);
});

test("who asks for a link is found by the name that the address says", async () => {
  await issueLinkByEmail({ email: "maja.kowalska@quorix.test", purpose: "sign_in", callbackPath: "/" });
  expect(await usersFound("kowal maj")).toEqual(["maja.kowalska@quorix.test"]);
});

test("holders are found by their names from when their tickets are there, and by another once it is corrected", async () => {
  const event = await testBookings.event();
  const { reference, userId } = await testBookings.hold(event, 3);
  const holders = [
    { name: "Ñandú O’Hara", email: "ohara@quorix.test" },
    { name: "山田 花子", email: 'quote"s\\@quorix.test' },
    { name: "{}, “NULL”" },
  ].map((holder) => ({ ticketTypeCode: testBookings.firstType(event), ...holder }));
  expect(await confirm(testBookings.manager, { reference, userId, holders })).toMatchObject({ ok: true });
  for (const words of ["nandu o'hara", "ohara@quo"]) expect(await ticketsFound(words)).toEqual(["Ñandú O’Hara"]);
  for (const words of ["花子", 'quote"s\\@quo']) expect(await ticketsFound(words)).toEqual(["山田 花子"]);
  expect(await ticketsFound("null")).toEqual(["{}, “NULL”"]);

  const [ticket] = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.holderName, "Ñandú O’Hara"));
  await correctHolder({
    ...{ eventId: event.id, organizerId: event.organizerId, ticketCode: ticket?.code ?? "", actorId: userId },
    holder: { name: "Hélène Cœur", email: null },
  });
  expect(await ticketsFound("helene coeur")).toEqual(["Hélène Cœur"]);
  for (const words of ["nandu", "ohara"]) expect(await ticketsFound(words)).toEqual([]);
});

test("so are guests, and people booked from the waitlist", async () => {
  await guestOf("Željko Đurić", anAddress());
  expect(await ticketsFound("zeljko")).toEqual(["Željko Đurić"]);
  const { event, booked } = await testBookings.soldOut(1, { holdMinutes: 10 });
  const { id: userId } = await makeUser(db, { name: "Þóra Guðmundsdóttir" });
  const { entryId } = await testBookings.wait(event, 1, { userId });
  await testBookings.cancel(booked);
  await testBookings.convert(event);
  const [booking] = await db
    .select()
    .from(bookings)
    .where(eq(bookings.id, (await testBookings.bookingOf(entryId))?.id ?? 0));
  expect(booking?.status).toBe("confirmed");
  expect(await ticketsFound("thora gudmunds")).toEqual(["Þóra Guðmundsdóttir"]);
});
