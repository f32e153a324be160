import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { accountTokens, users } from "@/db/schema";
import { makeUser } from "@/test/factories";
import { authenticate } from "./authenticate";
import { changePassword } from "./change-password";
import { hashPassword, passwordMatches } from "./password";
import { findUserByProviderAccount, linkProviderAccount } from "./provider-account";
import { resetPassword, signInByLink } from "./redeem-link";
import { decodeSession, encodeSession } from "./session";
import { viewerForSession } from "./session-viewer";
import { issueToken, tokenUrl } from "./tokens";
import { nameUpdateFor } from "./verify-email";

vi.mock("next/headers", () => ({}));

type User = { id: number; sessionsValidFrom: Date };

/** Signs in on one more device: a real token, read back. */
async function device(user: User) {
  const session = await decodeSession(await encodeSession(user));
  if (!session) throw new Error("The session token did not decode.");
  return () => viewerForSession(session);
}

async function linkToken(userId: number, purpose: "sign_in" | "verify_email" | "reset_password") {
  const { tokenId } = await db.transaction((tx) => issueToken(tx, { userId, purpose }));
  return new URL(tokenUrl({ id: tokenId, purpose })).searchParams.get("token") ?? "";
}

const reread = async (id: number) => (await db.select().from(users).where(eq(users.id, id)))[0];

describe("a session", () => {
  it("carries an id and a time, and shows the user as they are now", async () => {
    const user = await makeUser(db, { name: "Ada" });
    const viewer = await device(user);
    await db
      .update(users)
      .set(await nameUpdateFor(db, user.id, "Ada Lovelace"))
      .where(eq(users.id, user.id));
    expect(await viewer()).toEqual({
      id: user.id,
      name: "Ada Lovelace",
      email: user.email,
      timeZone: null,
      isSuperuser: false,
    });
  });

  it("is over at once when the account is closed", async () => {
    const user = await makeUser(db);
    const viewer = await device(user);
    expect(await viewer()).not.toBeNull();
    await db.update(users).set({ isActive: false }).where(eq(users.id, user.id));
    expect(await viewer()).toBeNull();
  });

  it("is ignored if its signature is invalid", async () => {
    expect(await decodeSession(undefined)).toBeNull();
    expect(await decodeSession("not.a.token")).toBeNull();
    const token = await encodeSession(await makeUser(db));
    expect(await decodeSession(`${token.slice(0, -2)}AA`)).toBeNull();
  });

  it("starts no earlier than the moment that ended the ones before it, whatever this machine's clock says", async () => {
    const ahead = new Date(Date.now() + 5_000);
    const user = await makeUser(db, { sessionsValidFrom: ahead });
    expect(await (await device(user))()).not.toBeNull();
  });

  it("starts then to the microsecond that the database keeps", async () => {
    const { id } = await makeUser(db);
    await db.execute(
      sql`update users set sessions_valid_from = date_trunc('second', now()) + interval '5.000900 s' where id = ${id}`,
    );
    const user = await reread(id);
    if (!user) throw new Error("no user");
    expect(await (await device(user))()).not.toBeNull();
  });
});

describe("a change of password", () => {
  it("ends older sessions and links, and starts a new session", async () => {
    const user = await makeUser(db, { hashedPassword: await hashPassword("the first one") });
    const elsewhere = await device(user);
    const signInToken = await linkToken(user.id, "sign_in");
    const changed = await changePassword(user.id, { currentPassword: "the first one", password: "the second one" });
    if (!changed.ok) throw new Error(changed.code);

    expect(await elsewhere()).toBeNull();
    expect(await (await device(changed.user))()).not.toBeNull();
    expect(await signInByLink(signInToken, "sign_in")).toEqual({ ok: false, code: "USED" });
    const signIn = (password: string) => authenticate({ email: user.email, password, ip: "192.0.2.1" });
    expect(await signIn("the first one")).toEqual({ ok: false, code: "WRONG_CREDENTIALS" });
    expect(await signIn("the second one")).toMatchObject({ ok: true, user: { id: user.id } });
  });

  it("requires the current password", async () => {
    const user = await makeUser(db, { hashedPassword: await hashPassword("the first one") });
    const here = await device(user);
    const wrong = await changePassword(user.id, { currentPassword: "a guess", password: "the second one" });
    expect(wrong).toEqual({ ok: false, code: "WRONG_PASSWORD" });
    expect(await here()).not.toBeNull();
    const without = await makeUser(db);
    expect(await changePassword(without.id, { currentPassword: "", password: "the second one" })).toMatchObject({
      ok: false,
    });
  });

  it("by an emailed link ends every session", async () => {
    const user = await makeUser(db);
    const elsewhere = await device(user);
    const reset = await resetPassword(await linkToken(user.id, "reset_password"), "the second one");
    if (!reset.ok) throw new Error(reset.code);
    expect(await elsewhere()).toBeNull();
    expect(await (await device(reset.user))()).not.toBeNull();
  });
});

describe("signing in", () => {
  it("answers the same for a wrong password, an unknown, a closed and an unproved account", async () => {
    const hashedPassword = await hashPassword("the right one");
    const user = await makeUser(db, { hashedPassword });
    const closed = await makeUser(db, { hashedPassword, isActive: false });
    const passwordless = await makeUser(db);
    // A password that anybody may have typed along with the address opens nothing, and so tells nothing.
    const unproved = await makeUser(db, { hashedPassword, emailVerifiedAt: null });
    const attempts = [
      { email: unproved.email, password: "the right one" },
      { email: user.email, password: "a wrong one" },
      { email: "nobody@quorix.test", password: "the right one" },
      { email: closed.email, password: "the right one" },
      { email: passwordless.email, password: "" },
    ];
    for (const attempt of attempts) {
      expect(await authenticate({ ...attempt, ip: "192.0.2.1" })).toEqual({ ok: false, code: "WRONG_CREDENTIALS" });
    }
    expect(await authenticate({ email: user.email, password: "the right one", ip: "192.0.2.1" })).toMatchObject({
      ok: true,
    });
  });

  it("by link proves the address, and drops the password of an unverified sign-up", async () => {
    const planted = await hashPassword("planted by another");
    const user = await makeUser(db, { emailVerifiedAt: null, hashedPassword: planted });
    const stranger = await device(user);
    const used = await signInByLink(await linkToken(user.id, "sign_in"), "sign_in");
    expect(used.ok).toBe(true);
    expect(await stranger()).toBeNull();
    expect(await reread(user.id)).toMatchObject({ hashedPassword: null, emailVerifiedAt: expect.any(Date) });
  });

  it("by link leaves a proved account's password alone", async () => {
    const user = await makeUser(db, { hashedPassword: await hashPassword("the right one") });
    await signInByLink(await linkToken(user.id, "sign_in"), "sign_in");
    expect(await passwordMatches((await reread(user.id))?.hashedPassword, "the right one")).toBe(true);
  });
});

describe("a provider's account", () => {
  const key = () => ({ provider: "google", providerAccountId: crypto.randomUUID() });

  it("signs in as the user of its address, and stays with that user when the address changes", async () => {
    const user = await makeUser(db);
    const google = key();
    expect(await linkProviderAccount(google, { email: user.email, name: "Ada" })).toBe(true);
    expect(await linkProviderAccount(google, { email: `${crypto.randomUUID()}@quorix.test`, name: "Ada" })).toBe(true);
    expect(await findUserByProviderAccount(google)).toMatchObject({ id: user.id });
  });

  it("makes a proved account where there is none", async () => {
    const google = key();
    await linkProviderAccount(google, { email: `${crypto.randomUUID()}@quorix.test`, name: "Ada" });
    const user = await findUserByProviderAccount(google);
    expect(await reread(user?.id ?? 0)).toMatchObject({ name: "Ada", emailVerifiedAt: expect.any(Date) });
  });

  it("takes an unproved account over from whoever typed its address first", async () => {
    const user = await makeUser(db, { emailVerifiedAt: null, hashedPassword: await hashPassword("planted") });
    const stranger = await device(user);
    await linkProviderAccount(key(), { email: user.email, name: "Ada" });
    expect(await stranger()).toBeNull();
    expect(await reread(user.id)).toMatchObject({ hashedPassword: null });
  });

  it("opens no closed account", async () => {
    const closed = await makeUser(db, { isActive: false });
    const google = key();
    expect(await linkProviderAccount(google, { email: closed.email, name: "Ada" })).toBe(false);
    expect(await findUserByProviderAccount(google)).toBeNull();
    expect(await db.select().from(accountTokens).where(eq(accountTokens.userId, closed.id))).toEqual([]);
  });
});
