import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { accountTokens, users } from "@/db/schema";
import { makeUser } from "@/test/factories";
import { countLockWaiters } from "@/test/locks";
import { signInAction, signUpAction } from "./actions";
import { passwordMatches } from "./password";
import { linkProviderAccount } from "./provider-account";
import { getLinkPreview } from "./queries";
import { signInByLink } from "./redeem-link";
import { signUp } from "./sign-up";
import { tokenUrl } from "./tokens";

// What Next provides around a request: nothing of it decides anything here.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "next-action": "sent by a script" }),
  cookies: async () => new Map(),
}));
vi.mock("next/server", () => ({ after: (work: () => unknown) => relayed.push(work) }));
const relayed: unknown[] = [];

let email: string;
beforeEach(() => {
  email = `${crypto.randomUUID()}@quorix.test`;
  relayed.length = 0;
});

const person = (values: Partial<Parameters<typeof signUp>[0]> = {}) => ({
  name: "Ada",
  email,
  password: "a long password",
  timeZone: "Europe/Lisbon",
  ...values,
});

async function userWith(address: string) {
  const [user] = await db.select().from(users).where(eq(users.email, address));
  if (!user) throw new Error(`No user ${address}`);
  return user;
}

async function tokensOf(userId: number) {
  return db.select().from(accountTokens).where(eq(accountTokens.userId, userId)).orderBy(desc(accountTokens.createdAt));
}

function link(token: { id: string; purpose: "verify_email" | "sign_in" | "reset_password" } | undefined) {
  if (!token) throw new Error("No token was issued.");
  return new URL(tokenUrl(token)).searchParams.get("token") ?? "";
}

describe("signing up", () => {
  it("answers the same for a new and an existing address, and sends the matching email", async () => {
    const existing = await makeUser(db);
    const answer = async (address: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...person(), email: address, callbackUrl: "/events/jazz?vip=2" })) {
        form.set(name, String(value));
      }
      return signUpAction({}, form);
    };
    expect(await answer(email)).toMatchObject({ sentTo: email });
    expect(await answer(existing.email)).toMatchObject({ sentTo: existing.email });
    expect(relayed).toHaveLength(2);

    const created = await userWith(email);
    const path = { callbackPath: "/events/jazz?vip=2" };
    expect(await tokensOf(created.id)).toMatchObject([{ purpose: "verify_email", ...path }]);
    expect(await tokensOf(existing.id)).toMatchObject([{ purpose: "sign_in", ...path }]);
    expect(created).toMatchObject({ name: "Ada", hashedPassword: null, emailVerifiedAt: null });
    expect(await userWith(existing.email)).toMatchObject({ name: existing.name, hashedPassword: null });
  });

  it("sends no email to a closed account", async () => {
    const closed = await makeUser(db, { isActive: false });
    expect(await signUp(person({ email: closed.email }))).toEqual({ outboxIds: [] });
    expect(await tokensOf(closed.id)).toEqual([]);
  });

  it("gives the account what the sign-up behind the used link set, and ends the links of the others", async () => {
    await signUp(person());
    const user = await userWith(email);
    await signUp(person({ name: "Mallory", password: "the stranger's", timeZone: "Asia/Tokyo" }));
    expect(await userWith(email)).toEqual(user);
    const [strangers, adas] = await tokensOf(user.id);

    expect(await getLinkPreview(link(strangers), "verify_email")).toEqual({ ok: true, email, signedUpAs: "Mallory" });
    expect(await getLinkPreview(link(adas), "verify_email")).toEqual({ ok: true, email, signedUpAs: "Ada" });
    expect(await signInByLink(link(adas), "verify_email")).toMatchObject({ ok: true, user: { id: user.id } });
    expect(await signInByLink(link(strangers), "verify_email")).toEqual({ ok: false, code: "USED" });

    const proved = await userWith(email);
    expect(proved).toMatchObject({ name: "Ada", timeZone: "Europe/Lisbon", emailVerifiedAt: expect.any(Date) });
    expect(await passwordMatches(proved.hashedPassword, "a long password")).toBe(true);
    expect((await tokensOf(user.id)).map((token) => token.hashedPassword)).toEqual([null, null]);
  });

  it("sets nothing once the address was proved in another way", async () => {
    await signUp(person());
    const user = await userWith(email);
    const [adas] = await tokensOf(user.id);
    await linkProviderAccount({ provider: "google", providerAccountId: crypto.randomUUID() }, { email, name: "Ada" });
    expect(await signInByLink(link(adas), "verify_email")).toEqual({ ok: false, code: "USED" });
    expect(await userWith(email)).toMatchObject({ hashedPassword: null });
  });

  it("lets one of two links count when both are used at once", async () => {
    await signUp(person({ name: "One" }));
    await signUp(person({ name: "Other" }));
    const user = await userWith(email);
    const tokens = await tokensOf(user.id);
    // Both have looked at their links, and neither may hold what the other one needs.
    const { presses } = await db.transaction(async (tx) => {
      await tx.select().from(users).where(eq(users.id, user.id)).for("update");
      const pressed = tokens.map((token) => signInByLink(link(token), "verify_email"));
      await expect.poll(() => countLockWaiters(db)).toBe(2);
      return { presses: pressed };
    });
    const results = await Promise.all(presses);
    expect(results.map((result) => (result.ok ? "OK" : result.code)).sort()).toEqual(["OK", "USED"]);
    const used = tokens[results.findIndex((result) => result.ok)];
    expect((await userWith(email)).name).toBe(used?.name);
  });

  it("makes one account of many sign-ups at once, each with a link of its own", async () => {
    const passwords = Array.from({ length: 6 }, (_, n) => `password ${n} of six`);
    await Promise.all(passwords.map((password) => signUp(person({ password }))));
    const open = (await tokensOf((await userWith(email)).id)).filter((token) => token.usedAt === null);
    expect(new Set(open.map((token) => token.hashedPassword)).size).toBe(6);
  });
});

describe("signing in before the link was opened", () => {
  it("answers as for an address without an account, and points to the email", async () => {
    await signUp(person());
    const answer = async (address: string) => {
      const form = new FormData();
      form.set("email", address);
      form.set("password", person().password);
      const answer = await signInAction(null, form);
      return answer.ok ? null : answer.message;
    };
    const message = "Wrong email or password. If you’ve just signed up, open the link in our email first.";
    expect(await answer(email)).toBe(message);
    expect(await answer(`${crypto.randomUUID()}@quorix.test`)).toBe(message);
  });
});
