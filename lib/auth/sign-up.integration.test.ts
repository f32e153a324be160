import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { accountTokens, users } from "@/db/schema";
import { makeUser } from "@/test/factories";
import { signUp as signUpAction } from "./actions";
import { passwordMatches } from "./password";
import { signUp } from "./sign-up";
import { tokenUrl } from "./tokens";
import { signInByLink } from "./use-link";

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
  it("answers the same for a new and an existing address, and mails what fits", async () => {
    const existing = await makeUser(db);
    const answer = async (address: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...person(), email: address, callbackUrl: "/events/jazz?vip=2" })) {
        form.set(name, String(value));
      }
      return signUpAction({}, form);
    };
    expect(await answer(email)).toEqual({ sentTo: email });
    expect(await answer(existing.email)).toEqual({ sentTo: existing.email });
    expect(relayed).toHaveLength(2);

    const created = await userWith(email);
    const path = { callbackPath: "/events/jazz?vip=2" };
    expect(await tokensOf(created.id)).toMatchObject([{ purpose: "verify_email", ...path }]);
    expect(await tokensOf(existing.id)).toMatchObject([{ purpose: "sign_in", ...path }]);
    expect(created).toMatchObject({ name: "Ada", timeZone: "Europe/Lisbon", emailVerifiedAt: null });
    expect(await userWith(existing.email)).toMatchObject({ name: existing.name, hashedPassword: null });
  });

  it("mails nothing to an account that is closed", async () => {
    const closed = await makeUser(db, { isActive: false });
    expect(await signUp(person({ email: closed.email }))).toEqual({ outboxIds: [] });
    expect(await tokensOf(closed.id)).toEqual([]);
  });

  it("lets the last of two sign-ups count while nobody has proved the address", async () => {
    await signUp(person({ password: "somebody else's" }));
    const user = await userWith(email);
    const [first] = await tokensOf(user.id);
    await signUp(person({ name: "Ada Lovelace", password: "the real Ada's" }));
    const [second] = await tokensOf(user.id);

    expect(await signInByLink(link(first), "verify_email")).toEqual({ ok: false, code: "USED" });
    expect(await signInByLink(link(second), "verify_email")).toMatchObject({ ok: true, user: { id: user.id } });
    const proved = await userWith(email);
    expect(proved.name).toBe("Ada Lovelace");
    expect(proved.emailVerifiedAt).toBeInstanceOf(Date);
    expect(await passwordMatches(proved.hashedPassword, "the real Ada's")).toBe(true);
  });

  it("makes one account of many sign-ups at once", async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => signUp(person({ password: `password ${n} of six` }))));
    const user = await userWith(email);
    const open = (await tokensOf(user.id)).filter((token) => token.usedAt === null);
    expect(open).toHaveLength(1);
  });
});
