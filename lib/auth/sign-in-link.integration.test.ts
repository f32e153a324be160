import "@/test/inngest-for-file";
import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { accountTokens, users } from "@/db/schema";
import { sendAnnouncedEmails } from "@/test/announced-emails";
import { emailServer } from "@/test/email-for-file";
import { makeUser } from "@/test/factories";
import { forgotPasswordAction, signInAction } from "./actions";
import { getLinkPreview } from "./queries";
import { signInByLink } from "./redeem-link";

// What Next provides around a request: nothing of it decides anything here.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "next-action": "sent by a script", "x-forwarded-for": address }),
  cookies: async () => new Map(),
}));
vi.mock("next/server", () => ({ after: () => {} }));
let address = "";

const CHOICE = "/events/jazz?tickets=AB12*2";
const anAddress = (local = "ada.lovelace") => `${local}+${crypto.randomUUID().slice(0, 8)}@quorix.test`;

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  address = `203.0.113.${Math.floor(Math.random() * 250)}`;
});

function ask(email: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: "link", email, callbackUrl: CHOICE })) form.set(name, value);
  return signInAction({}, form);
}

const userWith = async (email: string) => (await db.select().from(users).where(eq(users.email, email)))[0];

/** Asks for a link, and reads it from the mailbox. */
async function emailedLink(email: string) {
  await ask(email);
  await sendAnnouncedEmails(db);
  const [message] = await emailServer.messages(email);
  const url = /https?:\/\/\S+\/sign-in\/link\?token=\S+/.exec(message?.text ?? "")?.[0];
  return { text: message?.text ?? "", token: url ? new URL(url).searchParams.get("token") : null };
}

describe("a sign-in link for an address without an account", () => {
  test("first-use 3: is emailed, creates the account, and leads back to the choice that was made", async () => {
    const email = anAddress();
    const { text, token } = await emailedLink(email);
    expect(token).not.toBeNull();
    expect(text).toContain("create your account");
    expect(await signInByLink(token ?? "", "sign_in")).toMatchObject({ ok: true, callbackPath: CHOICE });
    expect(await userWith(email)).toMatchObject({
      name: "Ada Lovelace",
      emailVerifiedAt: expect.any(Date),
      hashedPassword: null,
    });
  });

  test("is not used up by a scanner that opens it, and works once", async () => {
    const email = anAddress();
    const { token } = await emailedLink(email);
    for (let opened = 0; opened < 3; opened += 1) {
      expect(await getLinkPreview(token ?? "", "sign_in")).toMatchObject({ ok: true, newName: "Ada Lovelace" });
    }
    expect(await userWith(email)).toMatchObject({ emailVerifiedAt: null });
    expect(await signInByLink(token ?? "", "sign_in", "Augusta")).toMatchObject({ ok: true });
    expect(await signInByLink(token ?? "", "sign_in", "Somebody else")).toEqual({ ok: false, code: "USED" });
    expect(await userWith(email)).toMatchObject({ name: "Augusta" });
  });

  test("is answered as for an account, no sooner and no later", async () => {
    const known = await makeUser(db);
    const timed = async (email: string) => {
      const began = performance.now();
      const answer = await ask(email);
      return { answer, took: performance.now() - began };
    };
    const email = anAddress();
    const [unknown, existing] = [await timed(email), await timed(known.email)];
    expect(unknown.answer).toMatchObject({ ok: true, sentTo: email });
    expect(existing.answer).toMatchObject({ ok: true, sentTo: known.email });
    // What the work takes is hidden below the time that every answer takes.
    expect(Math.min(unknown.took, existing.took)).toBeGreaterThan(395);
  });

  test("is one account, however often it is asked for at once", async () => {
    const email = anAddress();
    await Promise.all([ask(email), ask(email), ask(email)]);
    const user = await userWith(email);
    expect(
      await db
        .select()
        .from(accountTokens)
        .where(eq(accountTokens.userId, user?.id ?? 0)),
    ).toHaveLength(3);
  });
});

test("a person on a guest list keeps the name the organizer wrote, unless they say another", async () => {
  const guest = await makeUser(db, { name: "Ada from the choir", emailVerifiedAt: null });
  const { token } = await emailedLink(guest.email);
  expect(await getLinkPreview(token ?? "", "sign_in")).toMatchObject({ newName: "Ada from the choir" });
  expect(await signInByLink(token ?? "", "sign_in")).toMatchObject({ ok: true, user: { id: guest.id } });
  expect(await userWith(guest.email)).toMatchObject({ name: "Ada from the choir" });
});

test("an account whose address is proved keeps its name, whatever is sent with the link", async () => {
  const known = await makeUser(db, { name: "Ada" });
  const { text, token } = await emailedLink(known.email);
  expect(text).not.toContain("create your account");
  expect(await getLinkPreview(token ?? "", "sign_in")).toMatchObject({ newName: undefined });
  await signInByLink(token ?? "", "sign_in", "Mallory");
  expect(await userWith(known.email)).toMatchObject({ name: "Ada" });
});

test("a closed account gets no link, and neither does an unknown address that wants a new password", async () => {
  const closed = await makeUser(db, { isActive: false });
  expect((await emailedLink(closed.email)).token).toBeNull();
  const email = anAddress();
  const form = new FormData();
  form.set("email", email);
  expect(await forgotPasswordAction({}, form)).toMatchObject({ ok: true, sentTo: email });
  expect(await userWith(email)).toBeUndefined();
});
