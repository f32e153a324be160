import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { accountTokens, outbox } from "@/db/schema";
import { makeUser } from "@/test/factories";
import { countLockWaiters } from "@/test/locks";
import { consumeToken, inspectToken, issueToken, type TokenPurpose, tokenUrl } from "./tokens";

let userId: number;
beforeEach(async () => {
  userId = (await makeUser(db)).id;
});

async function issue(purpose: TokenPurpose, callbackPath?: string) {
  const issued = await db.transaction((tx) => issueToken(tx, { userId, purpose, callbackPath }));
  const url = new URL(tokenUrl({ id: issued.tokenId, purpose }));
  return { ...issued, url, token: url.searchParams.get("token") ?? "" };
}

const consume = (token: string, purpose: TokenPurpose) => db.transaction((tx) => consumeToken(tx, token, purpose));

describe("an emailed link", () => {
  it("is announced in the transaction that issues it", async () => {
    const { tokenId, outboxId } = await issue("sign_in");
    const [row] = await db.select().from(outbox).where(eq(outbox.id, outboxId));
    expect(row).toMatchObject({ name: "account/token.issued", data: { tokenId } });
  });

  it.each([
    ["verify_email", "/verify-email", 24 * 60],
    ["sign_in", "/sign-in/link", 15],
    ["reset_password", "/reset-password", 30],
  ] as const)("%s leads to %s for %d minutes", async (purpose, path, minutes) => {
    const { tokenId, url } = await issue(purpose);
    expect(url.origin + url.pathname).toBe(`http://localhost:3000${path}`);
    const [row] = await db.select().from(accountTokens).where(eq(accountTokens.id, tokenId));
    const lives = (row?.expiresAt.getTime() ?? 0) - Date.now();
    expect(Math.round(lives / 60_000)).toBe(minutes);
  });

  it("works once, and is not used up by opening its page", async () => {
    const { token } = await issue("sign_in", "/events/jazz?general=2");
    const working = { ok: true, userId, callbackPath: "/events/jazz?general=2" };
    expect(await inspectToken(db, token, "sign_in")).toMatchObject(working);
    expect(await inspectToken(db, token, "sign_in")).toMatchObject(working);
    expect(await consume(token, "sign_in")).toMatchObject(working);
    expect(await consume(token, "sign_in")).toEqual({ ok: false, code: "USED" });
    expect(await inspectToken(db, token, "sign_in")).toEqual({ ok: false, code: "USED" });
  });

  it("works once when pressed twice at once", async () => {
    const { token } = await issue("sign_in");
    const [first, second] = await db.transaction(async (tx) => {
      const used = await consumeToken(tx, token, "sign_in");
      // Reads the row as still unused, and then has to wait for this transaction.
      const meanwhile = consume(token, "sign_in");
      await expect.poll(() => countLockWaiters(db)).toBe(1);
      return [used, { meanwhile }] as const;
    });
    expect(first).toMatchObject({ ok: true });
    expect(await second.meanwhile).toEqual({ ok: false, code: "USED" });
  });

  it("is not used up by a failed attempt", async () => {
    const { token } = await issue("reset_password");
    const failing = db.transaction(async (tx) => {
      await consumeToken(tx, token, "reset_password");
      throw new Error("the rest of it failed");
    });
    await expect(failing).rejects.toThrow("the rest of it failed");
    expect(await consume(token, "reset_password")).toMatchObject({ ok: true });
  });

  it("expires", async () => {
    const { token, tokenId } = await issue("sign_in");
    await db
      .update(accountTokens)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(accountTokens.id, tokenId));
    expect(await consume(token, "sign_in")).toEqual({ ok: false, code: "EXPIRED" });
    // Also when its row has been deleted since.
    await db.delete(accountTokens).where(eq(accountTokens.id, tokenId));
    expect(await consume(token, "sign_in")).toEqual({ ok: false, code: "EXPIRED" });
  });

  it("cannot be forged, changed or used for another purpose", async () => {
    const { token } = await issue("sign_in");
    const other = await issue("sign_in");
    const [id = "", mac = ""] = token.split(".");
    const flipped = `${id}.${mac.startsWith("A") ? "B" : "A"}${mac.slice(1)}`;
    const forged = [flipped, `${other.tokenId}.${mac}`, id, `${id}.`, `${token}x`, token.toUpperCase(), "", "é"];
    for (const candidate of forged) {
      expect(await consume(candidate, "sign_in"), candidate).toEqual({ ok: false, code: "INVALID" });
    }
    expect(await consume(token, "reset_password")).toEqual({ ok: false, code: "INVALID" });
    const otherwiseSigned = new URL(tokenUrl({ id, purpose: "reset_password" })).searchParams.get("token") ?? "";
    expect(await consume(otherwiseSigned, "sign_in")).toEqual({ ok: false, code: "INVALID" });
    expect(await consume(token, "sign_in")).toMatchObject({ ok: true });
  });

  it("never redirects outside the application", async () => {
    const { token } = await issue("sign_in", "//evil.example");
    expect(await consume(token, "sign_in")).toMatchObject({ callbackPath: "/" });
  });

  it("stores no value that a link could be made from", async () => {
    const { token, tokenId } = await issue("sign_in");
    const [row] = await db.select().from(accountTokens).where(eq(accountTokens.id, tokenId));
    expect(JSON.stringify(row)).not.toContain(token.split(".")[1]);
  });
});
