import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/connect";
import { accountTokens, users } from "@/db/schema";
import { accountTokenIssued } from "@/inngest/events";
import { env } from "@/lib/env";
import { announce } from "@/lib/outbox/outbox";
import { findTimeZone } from "@/lib/time/time-zone";
import { safeCallbackPath as safePath } from "./callback-path";

export type TokenPurpose = typeof accountTokens.$inferSelect.purpose;
export type TokenFailure = "INVALID" | "EXPIRED" | "USED";

/** Set on the user when the emailed link of the sign-up is used. */
export type LinkedSignUp = { name: string; hashedPassword: string; timeZone: string | null };

const lifetimeMinutes: Record<TokenPurpose, number> = { verify_email: 24 * 60, sign_in: 15, reset_password: 30 };

const pagePaths: Record<TokenPurpose, string> = {
  verify_email: "/verify-email",
  sign_in: "/sign-in/link",
  reset_password: "/reset-password",
};

const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix account tokens", 32));

function signature(id: string, purpose: TokenPurpose) {
  return createHmac("sha256", key).update(`${purpose}:${id}`).digest("base64url");
}

/** Writes the row of an emailed link and announces it; relay `outboxId` after the commit. */
export async function issueToken(
  tx: Transaction,
  token: { userId: number; purpose: TokenPurpose; callbackPath?: string; signUp?: LinkedSignUp },
): Promise<{ tokenId: string; outboxId: string }> {
  const tokenId = crypto.randomUUID();
  await tx.insert(accountTokens).values({
    id: tokenId,
    userId: token.userId,
    purpose: token.purpose,
    callbackPath: safePath(token.callbackPath),
    ...token.signUp,
    expiresAt: new Date(Date.now() + lifetimeMinutes[token.purpose] * 60_000),
  });
  return { tokenId, outboxId: await announce(tx, accountTokenIssued, { tokenId }) };
}

/** The absolute address of an emailed link. Opening it changes nothing: its page has a button. */
export function tokenUrl(token: { id: string; purpose: TokenPurpose }): string {
  const url = new URL(pagePaths[token.purpose], env.NEXTAUTH_URL);
  url.searchParams.set("token", `${token.id}.${signature(token.id, token.purpose)}`);
  return url.href;
}

/** The row id of a token that we signed for this purpose; null for any other. */
function verifyTokenId(token: string, purpose: TokenPurpose): string | null {
  const [, id, mac] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
  if (!id || !mac) return null;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(signature(id, purpose))) ? id : null;
}

type TokenInspection =
  | {
      ok: true;
      userId: number;
      email: string;
      callbackPath: string;
      signUp: LinkedSignUp | null;
      /** The name of an account whose address is not verified yet. */
      unverifiedName: string | null;
    }
  | { ok: false; code: TokenFailure };

/** Whether a link still works. Does not use it up. */
export async function inspectToken(db: Queryable, token: string, purpose: TokenPurpose): Promise<TokenInspection> {
  const id = verifyTokenId(token, purpose);
  if (!id) return { ok: false, code: "INVALID" };
  const [row] = await db
    .select({
      userId: accountTokens.userId,
      email: users.email,
      callbackPath: accountTokens.callbackPath,
      name: accountTokens.name,
      hashedPassword: accountTokens.hashedPassword,
      timeZone: accountTokens.timeZone,
      expiresAt: accountTokens.expiresAt,
      usedAt: accountTokens.usedAt,
      isActive: users.isActive,
      userName: users.name,
      verifiedAt: users.emailVerifiedAt,
    })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(and(eq(accountTokens.id, id), eq(accountTokens.purpose, purpose)));
  // The signature is valid, so the row existed: expired rows are deleted.
  if (!row) return { ok: false, code: "EXPIRED" };
  if (!row.isActive) return { ok: false, code: "INVALID" };
  if (row.usedAt) return { ok: false, code: "USED" };
  if (row.expiresAt <= new Date()) return { ok: false, code: "EXPIRED" };
  const { userId, email, callbackPath, name, hashedPassword, timeZone } = row;
  const zone = timeZone && findTimeZone(timeZone);
  const signUp = name && hashedPassword ? { name, hashedPassword, timeZone: zone } : null;
  return { ok: true, userId, email, callbackPath, signUp, unverifiedName: row.verifiedAt ? null : row.userName };
}

/** Uses up a link, in the transaction that does its work: a failure leaves it usable. */
export async function consumeToken(tx: Transaction, token: string, purpose: TokenPurpose): Promise<TokenInspection> {
  const inspected = await inspectToken(tx, token, purpose);
  if (!inspected.ok) return inspected;
  // The user's row is always locked before their links: two links of one user used at once would deadlock.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, inspected.userId)).for("no key update");
  const now = new Date();
  // Of two concurrent requests, only one finds the row unused.
  const used = await tx
    .update(accountTokens)
    .set({ usedAt: now, hashedPassword: null })
    .where(
      and(eq(accountTokens.id, token.slice(0, 36)), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, now)),
    )
    .returning({ id: accountTokens.id });
  return used.length > 0 ? inspected : { ok: false, code: "USED" };
}

/** Ends a user's unused links, all or those for one purpose. */
export async function revokeTokens(tx: Transaction, userId: number, purpose?: TokenPurpose) {
  const unused = and(eq(accountTokens.userId, userId), isNull(accountTokens.usedAt));
  await tx
    .update(accountTokens)
    .set({ usedAt: new Date(), hashedPassword: null })
    .where(purpose ? and(unused, eq(accountTokens.purpose, purpose)) : unused);
}
